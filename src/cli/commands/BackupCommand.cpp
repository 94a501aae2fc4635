// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/BackupCommand.h"

#include "Sessions.h"

#include "observo/exchange/Sha256.h"

#include <nlohmann/json.hpp>

#include <filesystem>

namespace observo::cli {
namespace {

class BackupCommand : public CensusCommand {
public:
    [[nodiscard]] std::string_view name() const override { return "backup"; }
    [[nodiscard]] Label summary() const override
    {
        return {.it = "Copia coerente, anche mentre il censimento è in uso",
                .en = "A consistent copy, also while in use"};
    }
    void declareMore(CLI::App& app) override
    {
        app.add_option("output", m_output, "The copy")->required()->type_name("OUT");
    }
    [[nodiscard]] Result<ExitCode> run(Console& console) override
    {
        const auto output = std::filesystem::absolute(m_output);
        {
            auto session = openAnyway(census());
            if (!session) {
                return fail(session.error());
            }
            if (auto copied = (*session)->backupTo(output, console.progress()); !copied) {
                return fail(copied.error());
            }
        }
        const auto sha256 = exchange::sha256OfFile(output);
        if (!sha256) {
            return fail(sha256.error());
        }
        if (console.json) {
            console.print({{"written", output.string()}, {"sha256", *sha256}});
        } else {
            console.out() << output.string() << '\n';
        }
        return ExitCode::Done;
    }

private:
    std::string m_output;
};

} // namespace

std::unique_ptr<Command> backupCommand()
{
    return std::make_unique<BackupCommand>();
}

} // namespace observo::cli
