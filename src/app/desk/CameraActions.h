// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/EditQueue.h"

#include "observo/census/Reader.h"
#include "observo/core/Camera.h"
#include "observo/core/ChangeSet.h"

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace observo::app {

// One action over all chosen cameras: the edits of core joined into one change set, so that one undo takes it back.

[[nodiscard]] ChangeSet statusOf(const std::vector<Camera>& cameras, std::string_view status, std::string_view since);
[[nodiscard]] ChangeSet verified(const std::vector<Camera>& cameras, std::string_view on, std::string_view role);
[[nodiscard]] ChangeSet retired(const std::vector<Camera>& cameras, std::string_view on, const std::string& reason);
[[nodiscard]] ChangeSet removed(const std::vector<Camera>& cameras, const std::string& reason);

/// Reads these cameras in the job that writes and gives those that still live to `edit`.
[[nodiscard]] EditQueue::Compose ofEach(std::set<CameraId> ids,
                                        std::function<ChangeSet(const std::vector<Camera>&)> edit);

/// A camera of a site or a system, through which the inspector shows it.
[[nodiscard]] std::optional<CameraId> firstCameraOf(census::Reader& reader, RecordKind kind, std::string_view record);

} // namespace observo::app
