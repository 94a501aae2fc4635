// SPDX-License-Identifier: GPL-3.0-or-later
#include "CameraOutput.h"

#include "CameraJson.h"

#include <nlohmann/json.hpp>

namespace observo::cli {

void showCamera(Console& console, const Camera& camera)
{
    if (console.json) {
        console.print(jsonOf(camera));
    } else {
        console.out() << describe(camera, console.language);
    }
}

Result<ExitCode> performAndShow(Console& console, census::Session& session, ChangeSet changes, CameraId id)
{
    const auto committed = session.perform(std::move(changes));
    if (!committed) {
        return fail(committed.error());
    }
    for (const Change& change : committed->changes.changes) {
        if (change.kind() == RecordKind::Camera && change.uuid() == id.uuid) {
            showCamera(console, std::get<Camera>(change.record()));
        }
    }
    return ExitCode::Done;
}

} // namespace observo::cli
