// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/census/EditScript.h"

#include "observo/core/Edits.h"

namespace observo::test {

namespace {

using census::Committed;
using census::Session;

constexpr LonLat kSquare{7.6869, 45.0703};
constexpr LonLat kBridge{7.6981, 45.0642};

/// A step that makes its change set from one camera as it is now.
ScriptStep cameraStep(std::string name, CameraId id, std::function<ChangeSet(const Camera&)> edit)
{
    return {.name = std::move(name),
            .run = [id, edit = std::move(edit)](Session& session, const CensusModel& census) -> Result<Committed> {
                const auto found = census.records().find(id.uuid);
                if (found == census.records().end()) {
                    return fail(ErrorCode::NotFound, "the script has lost camera " + id.text());
                }
                return session.perform(edit(std::get<Camera>(found->second)));
            }};
}

ScriptStep undoStep()
{
    return {.name = "undo", .run = [](Session& session, const CensusModel&) { return session.undo(); }};
}

ScriptStep redoStep()
{
    return {.name = "redo", .run = [](Session& session, const CensusModel&) { return session.redo(); }};
}

ScriptStep moveSiteStep()
{
    return {.name = "move site", .run = [](Session& session, const CensusModel& census) {
                return session.perform(moveSite(census.cameras(), LonLat{0.0001, -0.0002}));
            }};
}

ScriptStep renameSiteStep()
{
    return {.name = "rename site", .run = [](Session& session, const CensusModel& census) -> Result<Committed> {
                const auto sites = census.sites();
                if (sites.empty()) {
                    return fail(ErrorCode::NotFound, "the script has no site");
                }
                auto site = sites.front();
                const auto before = site;
                site.name = "Piazza Castello, lato ovest";
                return session.perform(editRecord(before, site, "Edit site"));
            }};
}

ChangeSet fillForm(const Camera& camera)
{
    auto after = camera;
    after.type = "bullet";
    after.mountHeight = Metres{4.5};
    after.retentionHours = 168;
    after.purpose = "urban_security;traffic";
    after.notes = std::string(3000, 'n') + " città";
    return editRecord(camera, after, "Edit camera");
}

} // namespace

std::vector<ScriptStep> editScript()
{
    const auto first = CameraId::make();
    const auto second = CameraId::make();
    const auto third = CameraId::make();
    return {
        {.name = "place the first",
         .run = [first](Session& session, const CensusModel&) { return session.perform(placeCamera(first, kSquare)); }},
        cameraStep("place another on its site", first,
                   [second](const Camera& camera) { return placeCamera(second, kSquare, camera); }),
        cameraStep("move", first, [](const Camera& camera) { return moveCamera(camera, kBridge); }),
        cameraStep("aim", first,
                   [](const Camera& camera) {
                       return aimCamera(
                           camera,
                           {.direction = Degrees{90}, .hfov = Degrees{62.5}, .range = Metres{40}, .tilt = Degrees{12}});
                   }),
        cameraStep("rename", second, [](const Camera& camera) { return renameCamera(camera, "Ponte \"Nord\""); }),
        cameraStep("fill the form", second, fillForm),
        undoStep(),
        redoStep(),
        cameraStep("copy", second, [third](const Camera& camera) { return copyCamera(third, camera, kBridge); }),
        moveSiteStep(),
        renameSiteStep(),
        cameraStep("remove", third, [](const Camera& camera) { return removeCamera(camera, "placed by mistake"); }),
        undoStep(),
        cameraStep("turn", first, [](const Camera& camera) { return turnCamera(camera, Degrees{271.25}); }),
    };
}

} // namespace observo::test
