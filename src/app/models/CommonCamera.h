// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Camera.h"
#include "observo/core/Progress.h"
#include "observo/core/Result.h"

#include <filesystem>
#include <set>
#include <string_view>

namespace observo::app {

/// What several cameras have in common: a record that holds the values all of them have, and the fields in which they
/// differ, which are empty in it.
struct CommonCamera {
    Camera camera;
    std::set<std::string_view> differing;
};

/// Long with many cameras; runs in a job with a reader of its own. Cameras that no longer live are passed over.
[[nodiscard]] Result<CommonCamera> commonOf(const std::filesystem::path& file, const std::set<CameraId>& cameras,
                                            const Progress& progress);

} // namespace observo::app
