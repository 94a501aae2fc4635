// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/CheckCommand.h"

#include "Arguments.h"
#include "CsvText.h"
#include "Sessions.h"
#include "TextTable.h"

#include "observo/census/Check.h"
#include "observo/coverage/FieldOfView.h"

#include <CLI/Validators.hpp>
#include <nlohmann/json.hpp>

#include <utility>

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
        app.add_flag("--repair", m_repair,
                     "First put the structure right that another program changed, after a backup");
    }
    [[nodiscard]] Result<ExitCode> run(Console& console) override
    {
        if (m_repair) {
            if (auto repaired = repair(console); !repaired) {
                return fail(repaired.error());
            }
        }
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
    [[nodiscard]] Done repair(Console& console)
    {
        auto session = openAnyway(census());
        if (!session) {
            return fail(session.error());
        }
        auto repaired = (*session)->repair();
        if (!repaired) {
            return fail(repaired.error());
        }
        m_repaired = std::move(*repaired);
        const bool isItalian = console.language == Language::Italian;
        for (const std::string& what : m_repaired.repaired) {
            console.say((isItalian ? "riparato: " : "repaired: ") + what);
        }
        console.say(m_repaired.repaired.empty()
                        ? (isItalian ? "la struttura non ha bisogno di riparazioni" : "the structure needs no repair")
                        : (isItalian ? "copia di prima: " : "copy from before: ") + m_repaired.backup.string());
        return done();
    }

    void writeJson(Console& console, const census::CheckReport& report) const
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
        Json answer = {{"errors", report.errors},
                       {"warnings", report.warnings},
                       {"notices", report.notices},
                       {"findings", findings}};
        if (m_repair) {
            answer["repaired"] = m_repaired.repaired;
            answer["backup"] = m_repaired.backup.empty() ? Json() : Json(m_repaired.backup.string());
        }
        console.print(answer);
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
    bool m_repair = false;
    census::Repair m_repaired;
};

} // namespace

std::unique_ptr<Command> checkCommand()
{
    return std::make_unique<CheckCommand>();
}

} // namespace observo::cli
