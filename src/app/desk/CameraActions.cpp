// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/CameraActions.h"

#include "observo/core/Edits.h"

#include <utility>

namespace observo::app {

namespace {

template <typename Edit>
ChangeSet joined(const std::vector<Camera>& cameras, Edit edit)
{
    ChangeSet all;
    for (const auto& camera : cameras) {
        auto one = edit(camera);
        if (one.isEmpty()) {
            continue;
        }
        all.label = std::move(one.label);
        all.reason = std::move(one.reason);
        all.changes.push_back(std::move(one.changes.front()));
    }
    return all;
}

std::string quoted(const std::string& text)
{
    std::string result = "\"";
    for (const char c : text) {
        result += c;
        if (c == '"') {
            result += c;
        }
    }
    return result + '"';
}

} // namespace

ChangeSet statusOf(const std::vector<Camera>& cameras, std::string_view status, std::string_view since)
{
    return joined(cameras, [&](const Camera& camera) {
        return camera.status == status ? ChangeSet{} : changeStatus(camera, status, since);
    });
}

ChangeSet verified(const std::vector<Camera>& cameras, std::string_view on, std::string_view role)
{
    return joined(cameras, [&](const Camera& camera) { return verifyCamera(camera, on, role); });
}

ChangeSet retired(const std::vector<Camera>& cameras, std::string_view on, const std::string& reason)
{
    return joined(cameras, [&](const Camera& camera) { return retireCamera(camera, on, reason); });
}

ChangeSet removed(const std::vector<Camera>& cameras, const std::string& reason)
{
    return joined(cameras, [&](const Camera& camera) { return removeCamera(camera, reason); });
}

EditQueue::Compose ofEach(std::set<CameraId> ids, std::function<ChangeSet(const std::vector<Camera>&)> edit)
{
    return [ids = std::move(ids), edit = std::move(edit)](census::Reader& reader,
                                                          const Progress& progress) -> Result<ChangeSet> {
        std::vector<Camera> cameras;
        cameras.reserve(ids.size());
        for (const auto& id : ids) {
            if (progress.cancelled()) {
                return fail(ErrorCode::Cancelled, "cancelled", "nothing was changed");
            }
            auto camera = reader.camera(id);
            if (camera) {
                cameras.push_back(std::move(*camera));
            } else if (camera.error().code != ErrorCode::NotFound) {
                return fail(camera.error());
            }
            progress.report(static_cast<double>(cameras.size()) / static_cast<double>(ids.size()));
        }
        return edit(cameras);
    };
}

std::optional<CameraId> firstCameraOf(census::Reader& reader, RecordKind kind, std::string_view record)
{
    const auto uuid = Uuid::parse(record);
    if (!uuid) {
        return std::nullopt;
    }
    std::string wanted;
    if (kind == RecordKind::Site) {
        if (const auto site = reader.site(SiteId{*uuid})) {
            wanted = "site_code = " + quoted(site->code);
        }
    } else if (const auto system = reader.system(SystemId{*uuid})) {
        wanted = "system_code = " + quoted(system->code);
    }
    const auto filter = Filter::parse(wanted);
    if (wanted.empty() || !filter) {
        return std::nullopt;
    }
    const auto ids = reader.ids({.filter = *filter, .limit = 1});
    return ids && !ids->empty() ? std::optional(ids->front()) : std::nullopt;
}

} // namespace observo::app
