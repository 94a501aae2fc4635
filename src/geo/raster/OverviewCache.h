// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>

namespace observo::geo {

/// How much the folder of reduced copies may hold, and for how long a copy may lie unused.
struct CacheLimits {
    std::uintmax_t bytes = std::uintmax_t{4} << 30U;
    std::chrono::hours unused = std::chrono::days(180);
};

/// The name of a reduced copy; whatever else lies in the folder is none of ours.
[[nodiscard]] bool isOverview(const std::filesystem::path& file);

/// Notes that `used` was needed now, then removes copies that nobody has needed for too long and, beginning with the
/// one unused for longest, those beyond the size. `used` stays whatever its size; a copy that another window has open
/// can be read there to the end. What cannot be removed is left for the next time.
void tidyOverviews(const std::filesystem::path& used, const CacheLimits& limits = {});

} // namespace observo::geo
