// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/InfoCommand.h"

#include "observo/census/Reader.h"
#include "observo/exchange/Sha256.h"

#include <nlohmann/json.hpp>

namespace observo::cli {
namespace {

using Json = nlohmann::ordered_json;

Json extentOf(const GeoBox& box)
{
    return box.isEmpty() ? Json() : Json::array({box.west, box.south, box.east, box.north});
}

class InfoCommand : public CensusCommand {
public:
    [[nodiscard]] std::string_view name() const override { return "info"; }
    [[nodiscard]] Label summary() const override
    {
        return {.it = "Che cosa è un censimento, senza toccarlo", .en = "What a census is, without touching it"};
    }
    void declareMore(CLI::App& /*app*/) override {}
    [[nodiscard]] Result<ExitCode> run(Console& console) override
    {
        // Everything is read before the hash: a plain open of the file while our connection lives would drop its locks.
        auto found = read();
        if (!found) {
            return fail(found.error());
        }
        auto sha256 = exchange::sha256OfFile(census());
        if (!sha256) {
            return fail(sha256.error());
        }
        (*found)["sha256"] = *sha256;
        (*found)["journal"] = m_journal;
        if (console.json) {
            console.print(*found);
        } else {
            for (const auto& [key, value] : found->items()) {
                console.out() << key << ": " << (value.is_string() ? value.get<std::string>() : value.dump()) << '\n';
            }
        }
        return ExitCode::Done;
    }

private:
    [[nodiscard]] Result<Json> read()
    {
        const auto reader = census::Reader::open(census());
        if (!reader) {
            return fail(reader.error());
        }
        const auto row = (*reader)->census();
        const auto facts = (*reader)->facts();
        if (!row || !facts) {
            return fail(!row ? row.error() : facts.error());
        }
        m_journal = facts->journal;
        return Json{{"census_id", row->id.text()},
                    {"schema_version", row->schemaVersion},
                    {"body", row->issuingBody},
                    {"istat_code", row->istatCode},
                    {"cameras", facts->cameras},
                    {"sites", facts->sites},
                    {"systems", facts->systems},
                    {"extent", extentOf(facts->extent)},
                    {"last_change", facts->lastChange.empty() ? Json() : Json(facts->lastChange)}};
    }

    std::string m_journal;
};

} // namespace

std::unique_ptr<Command> infoCommand()
{
    return std::make_unique<InfoCommand>();
}

} // namespace observo::cli
