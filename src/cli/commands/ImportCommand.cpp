// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/ImportCommand.h"

#include "ErrorWords.h"
#include "ReceiptOutput.h"
#include "Sessions.h"

#include "observo/exchange/Import.h"

#include <CLI/Validators.hpp>
#include <nlohmann/json.hpp>

#include <filesystem>

namespace observo::cli {
namespace {

using Json = nlohmann::ordered_json;

class ImportCommand : public CensusCommand {
public:
    [[nodiscard]] std::string_view name() const override { return "import"; }
    [[nodiscard]] Label summary() const override
    {
        return {.it = "Importa telecamere da shapefile, GeoPackage, GeoJSON, KML, CSV, XLSX e altri file",
                .en = "Import cameras from shapefile, GeoPackage, GeoJSON, KML, CSV, XLSX and other files"};
    }
    void declareMore(CLI::App& app) override
    {
        app.add_option("file", m_file, "The file to import")->required()->type_name("FILE");
        app.add_option("--layer", m_layer, "Which layer; default the first one with points")->type_name("L");
        app.add_option("--crs", m_crs, "Reference system of the file; auto takes the most plausible one and says why")
            ->type_name("EPSG:n|auto");
        app.add_option("--encoding", m_encoding, "Encoding of the file's texts")->type_name("E");
        app.add_option("--mapping", m_mapping, "Which column is which field, as JSON")->type_name("FILE.json");
        app.add_option("--key", m_key, "Match rows and cameras by this field")->type_name("FIELD");
        app.add_option("--on-match", m_onMatch, "What happens to a row whose camera is there already")
            ->check(CLI::IsMember({"skip", "update", "add", "review"}))
            ->type_name("skip|update|add|review");
        app.add_option("--within", m_within, "How far apart two descriptions of one camera may lie; default 5")
            ->check(CLI::Range(0.0, 1000.0))
            ->type_name("METRES");
        app.add_flag("--dry-run", m_dryRun, "Only say what would happen");
        app.add_option("--receipt", m_receipt, "Where the receipt goes; default beside the file")
            ->type_name("FILE.json");
        app.add_flag("--overwrite", m_overwrite, "Replace an existing receipt");
    }
    [[nodiscard]] Result<ExitCode> run(Console& console) override
    {
        auto request = makeRequest();
        if (!request) {
            return fail(request.error());
        }
        const auto receiptFile =
            ReceiptFile::make(m_receipt, request->file, m_overwrite ? Overwrite::Replace : Overwrite::Refuse);
        if (!receiptFile) {
            return fail(receiptFile.error());
        }
        auto session = m_dryRun ? openAnyway(census()) : openForEdit(census());
        if (!session) {
            return fail(session.error());
        }
        const Progress progress = console.progress();
        auto import = exchange::Import::prepare(**session, *request, progress.part(0.0, 0.3));
        if (!import) {
            return fail(import.error());
        }
        auto receipt = import->run(progress.part(0.3, 1.0));
        if (!receipt) {
            return import->plan().candidates.empty() ? Result<ExitCode>(fail(receipt.error()))
                                                     : showCandidates(console, import->plan(), receipt.error());
        }
        progress.report(1.0);
        if (!m_dryRun || !m_receipt.empty()) {
            if (auto saved = receiptFile->save(console, *receipt); !saved) {
                return fail(saved.error());
            }
        }
        return showReceipt(console, *receipt);
    }

private:
    [[nodiscard]] Result<exchange::ImportRequest> makeRequest() const
    {
        exchange::ImportRequest request{.file = std::filesystem::absolute(m_file),
                                        .layer = m_layer,
                                        .crs = m_crs,
                                        .encoding = m_encoding,
                                        .key = m_key,
                                        .onMatch = exchange::onMatchNamed(m_onMatch).value(),
                                        .within = Metres{m_within},
                                        .dryRun = m_dryRun};
        if (!m_mapping.empty()) {
            auto profile = exchange::readProfile(m_mapping);
            if (!profile) {
                return fail(profile.error());
            }
            request.profile = std::move(*profile);
        }
        return request;
    }

    /// The error that asks for --crs, with the candidates one by one for programs.
    static ExitCode showCandidates(Console& console, const exchange::ImportPlan& plan, const Error& error)
    {
        if (!console.json) {
            return console.report(error);
        }
        Json candidates = Json::array();
        for (const exchange::CrsCandidate& one : plan.candidates) {
            candidates.push_back({{"crs", one.crs},
                                  {"name", one.name},
                                  {"swapped", one.swapped},
                                  {"plausibility", one.plausibility},
                                  {"reason", console.language == Language::Italian ? one.whyIt : one.whyEn},
                                  {"lon", one.centre.lon},
                                  {"lat", one.centre.lat}});
        }
        console.say(sentenceFor(error, console.language));
        console.print({{"error",
                        {{"code", nameOf(error.code)},
                         {"message", sentenceFor(error, console.language)},
                         {"file", error.file},
                         {"row", nullptr},
                         {"field", nullptr},
                         {"candidates", candidates}}}});
        return exitCodeFor(error.code);
    }

    std::string m_file;
    std::string m_layer;
    std::string m_crs;
    std::string m_encoding;
    std::string m_mapping;
    std::string m_key;
    std::string m_onMatch = "skip";
    double m_within = 5.0;
    bool m_dryRun = false;
    std::string m_receipt;
    bool m_overwrite = false;
};

} // namespace

std::unique_ptr<Command> importCommand()
{
    return std::make_unique<ImportCommand>();
}

} // namespace observo::cli
