// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/CheckCommand.h"

#include "Arguments.h"
#include "CsvText.h"
#include "TextTable.h"

#include "observo/census/Check.h"
#include "observo/coverage/FieldOfView.h"

#include <CLI/Validators.hpp>
#include <nlohmann/json.hpp>

namespace observo::cli {
namespace {

using Json = nlohmann::ordered_json;

std::string cameraIdOf(const Finding& finding)
{
    return finding.kind == RecordKind::Camera && !finding.record.isNull() ? finding.record.text() : std::string();
}

class CheckCommand : public CensusCommand {
public:
    [[nodiscard]] std::string_view name() const override { return "check"; }
    [[nodiscard]] Label summary() const override
    {
        return {.it = "Controlla le regole e l'integrità del file", .en = "Check the rules and the file's integrity"};
    }
    void declareMore(CLI::App& app) override
    {
        app.add_option("--rules", m_rules, "Only these rules")->type_name("A,B");
        app.add_option("--format", m_format, "How findings are written")
            ->check(CLI::IsMember({"table", "csv", "json"}))
            ->type_name("table|csv|json");
    }
    [[nodiscard]] Result<ExitCode> run(Console& console) override
    {
        const auto reader = census::Reader::open(census());
        if (!reader) {
            return fail(reader.error());
        }
        const census::CheckSources sources{
            .today = today(), .groundSpan = [](const Camera& camera) { return coverage::groundSpan(camera); }};
        const auto report = census::checkCensus(**reader, sources, splitList(m_rules), console.progress());
        if (!report) {
            return fail(report.error());
        }
        if (console.json || m_format == "json") {
            writeJson(console, *report);
        } else if (m_format == "csv") {
            writeCsv(console, *report);
        } else {
            writeTable(console, *report);
        }
        return report->findings.empty() ? ExitCode::Done : ExitCode::Findings;
    }

private:
    static void writeJson(Console& console, const census::CheckReport& report)
    {
        Json findings = Json::array();
        for (const Finding& finding : report.findings) {
            const std::string id = cameraIdOf(finding);
            findings.push_back({{"rule", finding.rule},
                                {"severity", nameOf(finding.severity)},
                                {"camera_id", id.empty() ? Json() : Json(id)},
                                {"record", nameOf(finding.kind)},
                                {"code", finding.recordCode},
                                {"field", finding.field.empty() ? Json() : Json(finding.field)},
                                {"message", finding.message(console.language)}});
        }
        console.print({{"errors", report.errors},
                       {"warnings", report.warnings},
                       {"notices", report.notices},
                       {"findings", findings}});
    }

    static void writeCsv(Console& console, const census::CheckReport& report)
    {
        console.out() << "\"rule\",\"severity\",\"camera_id\",\"code\",\"field\",\"message\"\r\n";
        for (const Finding& finding : report.findings) {
            console.out() << csvField(finding.rule) << ',' << csvField(nameOf(finding.severity)) << ','
                          << csvField(cameraIdOf(finding)) << ',' << csvField(finding.recordCode) << ','
                          << csvField(finding.field) << ',' << csvField(finding.message(console.language)) << "\r\n";
        }
    }

    static void writeTable(Console& console, const census::CheckReport& report)
    {
        TextTable table;
        for (const Finding& finding : report.findings) {
            table.add({std::string(nameOf(finding.severity)), std::string(finding.rule), finding.recordCode,
                       finding.message(console.language)});
        }
        table.write(console.out());
        const bool isItalian = console.language == Language::Italian;
        console.say(std::to_string(report.errors) + (isItalian ? " errori, " : " errors, ") +
                    std::to_string(report.warnings) + (isItalian ? " avvisi, " : " warnings, ") +
                    std::to_string(report.notices) + (isItalian ? " note" : " notices"));
    }

    std::string m_rules;
    std::string m_format = "table";
};

} // namespace

std::unique_ptr<Command> checkCommand()
{
    return std::make_unique<CheckCommand>();
}

} // namespace observo::cli
