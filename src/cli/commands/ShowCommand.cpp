// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/ShowCommand.h"

#include "CameraOutput.h"

#include "observo/census/Reader.h"

namespace observo::cli {
namespace {

class ShowCommand : public CensusCommand {
public:
    [[nodiscard]] std::string_view name() const override { return "show"; }
    [[nodiscard]] Label summary() const override { return {.it = "Mostra una telecamera", .en = "Show one camera"}; }
    void declareMore(CLI::App& app) override
    {
        app.add_option("id", m_id, "UUID or code")->required()->type_name("ID");
    }
    [[nodiscard]] Result<ExitCode> run(Console& console) override
    {
        const auto reader = census::Reader::open(census());
        if (!reader) {
            return fail(reader.error());
        }
        const auto camera = (*reader)->cameraNamed(m_id);
        if (!camera) {
            return fail(camera.error());
        }
        showCamera(console, *camera);
        return ExitCode::Done;
    }

private:
    std::string m_id;
};

} // namespace

std::unique_ptr<Command> showCommand()
{
    return std::make_unique<ShowCommand>();
}

} // namespace observo::cli
