// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/NewCommand.h"

#include "observo/census/Session.h"

#include <nlohmann/json.hpp>

#include <filesystem>

namespace observo::cli {
namespace {

class NewCommand : public CensusCommand {
public:
    [[nodiscard]] std::string_view name() const override { return "new"; }
    [[nodiscard]] Label summary() const override
    {
        return {.it = "Crea un censimento vuoto", .en = "Create an empty census"};
    }
    void declareMore(CLI::App& app) override
    {
        app.add_option("--body", m_body, "Issuing body, such as \"Comune di Cuneo\"")->required()->type_name("TEXT");
        app.add_option("--istat", m_istat, "ISTAT code of the municipality, six digits")->required()->type_name("CODE");
    }
    [[nodiscard]] Result<ExitCode> run(Console& console) override
    {
        const auto body = parseValue(*findField(RecordKind::Census, "issuing_body"), m_body);
        const auto istat = parseValue(*findField(RecordKind::Census, "istat_code"), m_istat);
        if (!body || !istat) {
            return fail(!body ? body.error() : istat.error());
        }
        if (std::holds_alternative<std::monostate>(*body) || std::holds_alternative<std::monostate>(*istat)) {
            return fail(ErrorCode::InvalidArgument, "--body and --istat must not be empty",
                        "name the body and its code");
        }
        auto session = census::Session::create(
            census(), {.issuingBody = textOf(*body), .istatCode = textOf(*istat)},
            {.actor = census::Actor::current("observo-cli"), .lock = census::LockHolding::PerEdit});
        if (!session) {
            return fail(session.error());
        }
        const std::string id = (*session)->census().id.text();
        const std::string path = std::filesystem::absolute(census()).string();
        if (console.json) {
            console.print({{"census_id", id}, {"path", path}});
        } else {
            console.out() << path << '\n';
        }
        return ExitCode::Done;
    }

private:
    std::string m_body;
    std::string m_istat;
};

} // namespace

std::unique_ptr<Command> newCommand()
{
    return std::make_unique<NewCommand>();
}

} // namespace observo::cli
