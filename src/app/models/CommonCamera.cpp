// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/CommonCamera.h"

#include "observo/census/Reader.h"
#include "observo/core/Fields.h"

#include <optional>

namespace observo::app {

namespace {

void compare(CommonCamera& common, const Camera& other)
{
    for (const auto& field : fieldsOf(RecordKind::Camera)) {
        if (!common.differing.contains(field.name) && valueOf(common.camera, field) != valueOf(other, field)) {
            common.differing.insert(field.name);
        }
    }
}

} // namespace

Result<CommonCamera> commonOf(const std::filesystem::path& file, const std::set<CameraId>& cameras,
                              const Progress& progress)
{
    auto reader = census::Reader::open(file);
    if (!reader) {
        return fail(reader.error());
    }
    std::optional<CommonCamera> common;
    for (const auto& id : cameras) {
        if (progress.cancelled()) {
            return fail(ErrorCode::Cancelled, "comparing the cameras was cancelled");
        }
        auto camera = (*reader)->camera(id);
        if (!camera && camera.error().code == ErrorCode::NotFound) {
            continue;
        }
        if (!camera) {
            return fail(camera.error());
        }
        if (common) {
            compare(*common, *camera);
        } else {
            common = CommonCamera{.camera = std::move(*camera), .differing = {}};
        }
    }
    if (!common) {
        return fail(ErrorCode::NotFound, "none of the cameras is in the census any more");
    }
    for (const auto name : common->differing) {
        setValue(common->camera, *findField(RecordKind::Camera, name), FieldValue{});
    }
    return std::move(*common);
}

} // namespace observo::app
