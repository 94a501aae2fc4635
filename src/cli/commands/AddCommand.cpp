// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/AddCommand.h"

#include "Arguments.h"
#include "CameraOutput.h"
#include "Sessions.h"
#include "commands/Settings.h"

namespace observo::cli {
namespace {

class AddCommand : public CensusCommand {
public:
    [[nodiscard]] std::string_view name() const override { return "add"; }
    [[nodiscard]] Label summary() const override
    {
        return {.it = "Registra una telecamera", .en = "Register one camera"};
    }
    void declareMore(CLI::App& app) override
    {
        app.add_option("--at", m_at, "Longitude,latitude in degrees, or easting,northing with --crs")
            ->required()
            ->type_name("X,Y");
        app.add_option("--crs", m_crs, "Reference system of --at")->type_name("EPSG:n");
        m_settings.declare(app);
    }
    [[nodiscard]] Result<ExitCode> run(Console& console) override
    {
        const auto place = placeFrom(m_at, m_crs);
        const auto settings = m_settings.all();
        if (!place || !settings) {
            return fail(!place ? place.error() : settings.error());
        }
        // Every setting is wanted on the new camera, identity and history included, so the edit is a plain addition.
        Camera camera{.id = CameraId::make(), .position = *place};
        if (auto applied = applySettings(camera, *settings); !applied) {
            return fail(applied.error());
        }
        auto session = openForEdit(census());
        if (!session) {
            return fail(session.error());
        }
        ChangeSet changes{.label = "Place camera", .reason = {}, .changes = {{.before = {}, .after = camera}}};
        return performAndShow(console, **session, std::move(changes), camera.id);
    }

private:
    std::string m_at;
    std::string m_crs;
    Settings m_settings;
};

} // namespace

std::unique_ptr<Command> addCommand()
{
    return std::make_unique<AddCommand>();
}

} // namespace observo::cli
