// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/ExportCommand.h"

#include "Arguments.h"
#include "Sessions.h"

#include "observo/exchange/Export.h"

#include <CLI/Validators.hpp>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <utility>

namespace observo::cli {
namespace {

using Json = nlohmann::ordered_json;

class ExportCommand : public CensusCommand {
public:
    [[nodiscard]] std::string_view name() const override { return "export"; }
    [[nodiscard]] Label summary() const override
    {
        return {.it = "Esporta in shapefile, GeoJSON, GeoPackage, CSV, Excel, KML, DXF, FlatGeobuf o tag OSM",
                .en = "Export as shapefile, GeoJSON, GeoPackage, CSV, Excel, KML, DXF, FlatGeobuf or OSM tags"};
    }
    void declareMore(CLI::App& app) override
    {
        app.add_option("output", m_output, "The file; its ending says the format")->required()->type_name("OUT");
        app.add_option("--crs", m_crs, "Reference system; default the census's working system")->type_name("EPSG:n");
        app.add_option("--where", m_where, "Only the cameras that pass the filter")->type_name("EXPR");
        app.add_option("--edition", m_edition, "Which fields and cameras may leave")
            ->check(CLI::IsMember({"full", "institutional", "public"}))
            ->type_name("full|institutional|public");
        app.add_option("--reason", m_reason, "Why, for the access log")->type_name("TEXT");
        app.add_option("--recipient", m_recipient, "To whom, for the access log")->type_name("TEXT");
        app.add_flag("--metadata", m_withMetadata, "ISO 19139 (RNDT) metadata beside the file, OUT.iso19139.xml");
        app.add_flag("--overwrite", m_overwrite, "Replace an existing file");
    }
    [[nodiscard]] Result<ExitCode> run(Console& console) override
    {
        const auto request = makeRequest();
        if (!request) {
            return fail(request.error());
        }
        const Progress progress = console.progress();
        auto snapshot = census::Reader::snapshot(census(), progress.part(0.0, 0.05));
        if (!snapshot) {
            return fail(snapshot.error());
        }
        // Who receives what is on record before anything leaves: an export that cannot be logged does not happen.
        if (auto logged = log(console, *request, "export", {}); !logged) {
            return fail(logged.error());
        }
        const auto report = exchange::exportCensus(**snapshot, *request, progress.part(0.05, 1.0));
        const auto outcome = report ? ", " + std::to_string(report->features) + " cameras"
                                    : std::string(", ") + nameOf(report.error().code);
        const auto told = log(console, *request, report ? "export_done" : "export_failed", outcome);
        if (!report) {
            return fail(report.error());
        }
        if (!told) {
            auto error = told.error();
            error.what = "the export is in place, but the access log does not know of it: " + error.what;
            return fail(std::move(error));
        }
        show(console, *report);
        return ExitCode::Done;
    }

private:
    [[nodiscard]] Result<exchange::ExportRequest> makeRequest() const
    {
        exchange::ExportRequest request{.output = std::filesystem::absolute(m_output)};
        request.edition = exchange::editionNamed(m_edition).value_or(exchange::Edition::Institutional);
        request.withMetadata = m_withMetadata;
        request.overwrite = m_overwrite ? Overwrite::Replace : Overwrite::Refuse;
        if (!m_where.empty()) {
            auto filter = Filter::parse(m_where);
            if (!filter) {
                return fail(filter.error());
            }
            request.filter = *filter;
        }
        if (!m_crs.empty()) {
            const auto crs = crsFrom(m_crs);
            if (!crs) {
                return fail(crs.error());
            }
            if (crs->epsg() == 0) {
                return fail(ErrorCode::UnknownCrs, "--crs " + m_crs + " has no EPSG code", "name it as EPSG:n");
            }
            request.epsg = crs->epsg();
        }
        return request;
    }

    /// What leaves, to whom and why (D.Lgs. 51/2018 art. 21).
    [[nodiscard]] Done log(Console& console, const exchange::ExportRequest& request, const std::string& action,
                           const std::string& outcome) const
    {
        if (outcome.empty() && m_reason.empty() && request.edition != exchange::Edition::Public) {
            console.say(console.language == Language::Italian
                            ? "nessun motivo indicato (--reason): così resta nel registro"
                            : "no reason was given (--reason): the log says so");
        }
        auto session = openAnyway(census());
        if (!session) {
            return fail(session.error());
        }
        const std::string what = request.output.filename().string() + ", " + m_edition +
                                 (m_where.empty() ? "" : ", where " + m_where) + outcome;
        return (*session)->record({.action = action, .what = what, .reason = m_reason, .recipient = m_recipient});
    }

    static void show(Console& console, const exchange::ExportReport& report)
    {
        if (console.json) {
            Json losses = Json::array();
            for (const exchange::Loss& loss : report.losses) {
                losses.push_back({{"field", loss.field.empty() ? Json() : Json(loss.field)},
                                  {"values", loss.values},
                                  {"message", loss.message(console.language)}});
            }
            Json written = Json::array();
            for (const auto& file : report.written) {
                written.push_back(file.string());
            }
            console.print({{"written", written},
                           {"features", report.features},
                           {"losses", losses},
                           {"sha256", report.sha256},
                           {"operation", report.operation}});
            return;
        }
        for (const auto& file : report.written) {
            console.out() << file.string() << '\n';
        }
        const bool isItalian = console.language == Language::Italian;
        console.say(std::to_string(report.features) +
                    (isItalian ? " telecamere esportate e rilette" : " cameras exported and read back"));
        for (const exchange::Loss& loss : report.losses) {
            console.say((loss.field.empty() ? "" : loss.field + ": ") + loss.message(console.language));
        }
    }

    std::string m_output;
    std::string m_crs;
    std::string m_where;
    std::string m_edition = "institutional";
    std::string m_reason;
    std::string m_recipient;
    bool m_withMetadata = false;
    bool m_overwrite = false;
};

} // namespace

std::unique_ptr<Command> exportCommand()
{
    return std::make_unique<ExportCommand>();
}

} // namespace observo::cli
