// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/EditCommands.h"

#include "Arguments.h"
#include "CameraOutput.h"
#include "Sessions.h"
#include "commands/Settings.h"

#include "observo/core/Edits.h"

namespace observo::cli {
namespace {

/// A command on one camera that is there: opens the census, finds it, and performs what `edit` makes of it.
class EditCommand : public CensusCommand {
public:
    void declareMore(CLI::App& app) override
    {
        app.add_option("id", m_id, "UUID or code")->required()->type_name("ID");
        declareEdit(app);
    }
    [[nodiscard]] Result<ExitCode> run(Console& console) override
    {
        if (auto prepared = prepare(); !prepared) {
            return fail(prepared.error());
        }
        auto session = openForEdit(census());
        if (!session) {
            return fail(session.error());
        }
        const auto camera = (*session)->reader().cameraNamed(m_id);
        if (!camera) {
            return fail(camera.error());
        }
        auto changes = edit(*camera);
        if (!changes) {
            return fail(changes.error());
        }
        if (changes->isEmpty()) {
            showCamera(console, *camera);
            return ExitCode::Done;
        }
        return performAndShow(console, **session, std::move(*changes), camera->id);
    }

protected:
    virtual void declareEdit(CLI::App& app) = 0;
    /// What can be refused before the census is opened.
    [[nodiscard]] virtual Done prepare() { return done(); }
    [[nodiscard]] virtual Result<ChangeSet> edit(const Camera& camera) = 0;

private:
    std::string m_id;
};

class SetCommand : public EditCommand {
public:
    [[nodiscard]] std::string_view name() const override { return "set"; }
    [[nodiscard]] Label summary() const override
    {
        return {.it = "Cambia i campi di una telecamera", .en = "Change fields of a camera"};
    }

protected:
    void declareEdit(CLI::App& app) override { m_settings.declare(app); }
    [[nodiscard]] Done prepare() override
    {
        const auto settings = m_settings.all();
        if (!settings) {
            return fail(settings.error());
        }
        if (settings->empty()) {
            return fail(ErrorCode::InvalidArgument, "no --set was given", "write --set FIELD=VALUE");
        }
        Camera any;
        return applySettings(any, *settings);
    }
    [[nodiscard]] Result<ChangeSet> edit(const Camera& camera) override
    {
        Camera after = camera;
        if (auto applied = applySettings(after, m_settings.all().value_or(std::vector<std::string>{})); !applied) {
            return fail(applied.error());
        }
        return after == camera ? ChangeSet{} : editRecord(camera, after, "Edit camera");
    }

private:
    Settings m_settings;
};

class MoveCommand : public EditCommand {
public:
    [[nodiscard]] std::string_view name() const override { return "move"; }
    [[nodiscard]] Label summary() const override { return {.it = "Sposta una telecamera", .en = "Move a camera"}; }

protected:
    void declareEdit(CLI::App& app) override
    {
        app.add_option("--at", m_at, "Longitude,latitude in degrees, or easting,northing with --crs")
            ->required()
            ->type_name("X,Y");
        app.add_option("--crs", m_crs, "Reference system of --at")->type_name("EPSG:n");
    }
    [[nodiscard]] Done prepare() override
    {
        const auto place = placeFrom(m_at, m_crs);
        if (!place) {
            return fail(place.error());
        }
        m_place = *place;
        return done();
    }
    [[nodiscard]] Result<ChangeSet> edit(const Camera& camera) override
    {
        return camera.position == m_place ? ChangeSet{} : moveCamera(camera, m_place);
    }

private:
    std::string m_at;
    std::string m_crs;
    LonLat m_place;
};

class RemoveCommand : public EditCommand {
public:
    [[nodiscard]] std::string_view name() const override { return "remove"; }
    [[nodiscard]] Label summary() const override
    {
        return {.it = "Toglie una telecamera dal censimento, con il motivo", .en = "Remove a camera, with the reason"};
    }

protected:
    void declareEdit(CLI::App& app) override
    {
        app.add_option("--reason", m_reason, "Why; kept with the tombstone")->required()->type_name("TEXT");
    }
    [[nodiscard]] Done prepare() override
    {
        const bool isBlank = m_reason.find_first_not_of(" \t") == std::string::npos;
        return isBlank ? Done(fail(ErrorCode::InvalidArgument, "--reason is empty", "say why the camera is removed"))
                       : done();
    }
    [[nodiscard]] Result<ChangeSet> edit(const Camera& camera) override { return removeCamera(camera, m_reason); }

private:
    std::string m_reason;
};

} // namespace

std::unique_ptr<Command> setCommand()
{
    return std::make_unique<SetCommand>();
}
std::unique_ptr<Command> moveCommand()
{
    return std::make_unique<MoveCommand>();
}
std::unique_ptr<Command> removeCommand()
{
    return std::make_unique<RemoveCommand>();
}

} // namespace observo::cli
