// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/FieldsCommand.h"

#include "TextTable.h"

#include "observo/core/Fields.h"

#include <CLI/Validators.hpp>
#include <nlohmann/json.hpp>

#include <array>

namespace observo::cli {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::array<RecordKind, 4> kKinds{RecordKind::Camera, RecordKind::Site, RecordKind::System,
                                           RecordKind::Census};

constexpr std::array<std::string_view, 10> kTypes{"text",      "integer", "real",  "boolean", "date",
                                                  "timestamp", "code",    "codes", "uuid",    "json"};
constexpr std::array<std::string_view, 4> kRequired{"optional", "conditional", "to_publish", "to_save"};
constexpr std::array<std::string_view, 3> kClasses{"public", "institutional", "restricted"};

std::string_view typeOf(const FieldInfo& field)
{
    return kTypes.at(static_cast<std::size_t>(field.type));
}
std::string_view requiredOf(const FieldInfo& field)
{
    return kRequired.at(static_cast<std::size_t>(field.required));
}
std::string_view classOf(const FieldInfo& field)
{
    return kClasses.at(static_cast<std::size_t>(field.sensitivity));
}

Json orNull(const std::optional<double>& number)
{
    return number ? Json(*number) : Json();
}

Json jsonOf(const FieldInfo& field)
{
    Json codes = Json::array();
    for (const CodeInfo& code : codesOf(field.codeList)) {
        codes.push_back({{"code", code.code}, {"it", code.label.it}, {"en", code.label.en}});
    }
    Json json{{"record", nameOf(field.record)},
              {"name", field.name},
              {"short_name", field.shortName},
              {"label_it", field.label.it},
              {"label_en", field.label.en},
              {"type", typeOf(field)},
              {"unit", field.unit.empty() ? Json() : Json(field.unit)},
              {"min", orNull(field.min)},
              {"max", orNull(field.max)},
              {"min_excluded", field.minExcluded},
              {"code_list", field.codeList.empty() ? Json() : Json(field.codeList)},
              {"codes", std::move(codes)},
              {"required", requiredOf(field)},
              {"sensitivity", classOf(field)},
              {"filled_by_program", field.byProgram}};
    return json;
}

std::string rangeOf(const FieldInfo& field)
{
    if (!field.min && !field.max) {
        return {};
    }
    const std::string low = field.min ? (field.minExcluded ? "> " : "") + textOf(FieldValue{*field.min}) : "";
    return field.max ? low + " – " + textOf(FieldValue{*field.max}) : field.minExcluded ? low : "≥ " + low;
}

std::string codesText(const FieldInfo& field, Language language)
{
    std::string text;
    for (const CodeInfo& code : codesOf(field.codeList)) {
        text += (text.empty() ? "" : "; ") + std::string(code.code) + " " + std::string(code.label.in(language));
    }
    return text;
}

std::vector<std::string> rowOf(const FieldInfo& field, Language language)
{
    return {std::string(field.name),        std::string(field.shortName), std::string(field.label.in(language)),
            std::string(typeOf(field)),     std::string(field.unit),      rangeOf(field),
            std::string(requiredOf(field)), std::string(classOf(field))};
}

const std::vector<std::string> kHeader{"field", "short", "label", "type", "unit", "range", "required", "class"};

class FieldsCommand : public Command {
public:
    [[nodiscard]] std::string_view name() const override { return "fields"; }
    [[nodiscard]] Label summary() const override
    {
        return {.it = "Il dizionario dei dati", .en = "The data dictionary"};
    }
    void declare(CLI::App& app) override
    {
        app.add_option("--format", m_format, "How it is written")
            ->check(CLI::IsMember({"table", "markdown", "json"}))
            ->type_name("table|markdown|json");
    }
    [[nodiscard]] Result<ExitCode> run(Console& console) override
    {
        if (console.json || m_format == "json") {
            writeJson(console);
        } else if (m_format == "markdown") {
            writeMarkdown(console);
        } else {
            writeTable(console);
        }
        return ExitCode::Done;
    }

private:
    static void writeJson(Console& console)
    {
        Json all = Json::array();
        for (const RecordKind kind : kKinds) {
            for (const FieldInfo& field : fieldsOf(kind)) {
                all.push_back(jsonOf(field));
            }
        }
        console.print(all);
    }

    static void writeTable(Console& console)
    {
        for (const RecordKind kind : kKinds) {
            TextTable table;
            console.out() << "# " << nameOf(kind) << '\n';
            table.add(kHeader);
            for (const FieldInfo& field : fieldsOf(kind)) {
                table.add(rowOf(field, console.language));
            }
            table.write(console.out());
            console.out() << '\n';
        }
    }

    static void writeMarkdown(Console& console)
    {
        auto& out = console.out();
        out << "# Data dictionary\n\nWritten by `observo-cli fields --format markdown`; do not edit.\n";
        for (const RecordKind kind : kKinds) {
            out << "\n## " << nameOf(kind)
                << "\n\n| field | short | Italian | English | type | unit | range | required "
                << "| class | codes |\n|---|---|---|---|---|---|---|---|---|---|\n";
            for (const FieldInfo& field : fieldsOf(kind)) {
                out << "| `" << field.name << "` | " << field.shortName << " | " << field.label.it << " | "
                    << field.label.en << " | " << typeOf(field) << " | " << field.unit << " | " << rangeOf(field)
                    << " | " << requiredOf(field) << " | " << classOf(field) << " | "
                    << codesText(field, Language::Italian) << " |\n";
            }
        }
    }

    std::string m_format = "table";
};

} // namespace

std::unique_ptr<Command> fieldsCommand()
{
    return std::make_unique<FieldsCommand>();
}

} // namespace observo::cli
