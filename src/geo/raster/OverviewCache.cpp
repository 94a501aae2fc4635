// SPDX-License-Identifier: GPL-3.0-or-later
#include "raster/OverviewCache.h"

#include <algorithm>
#include <functional>
#include <system_error>
#include <vector>

namespace observo::geo {

namespace fs = std::filesystem;

namespace {

/// A copy in the making has this ending; one that no program has touched for a day is left over from a crash.
constexpr const char* kUnfinished = ".part";
constexpr std::chrono::hours kUnfinishedFor{24};
constexpr std::chrono::hours kMarkEvery{24};

struct Copy {
    fs::path file;
    fs::file_time_type used;
    std::uintmax_t bytes = 0;
};

std::vector<Copy> copiesIn(const fs::path& folder)
{
    std::vector<Copy> copies;
    std::error_code failed;
    for (const auto& entry : fs::directory_iterator(folder, failed)) {
        std::error_code gone; // another window tidies too
        if (isOverview(entry.path()) && entry.is_regular_file(gone)) {
            const auto used = entry.last_write_time(gone);
            const auto bytes = gone ? 0 : entry.file_size(gone);
            if (!gone) {
                copies.push_back({.file = entry.path(), .used = used, .bytes = bytes});
            }
        }
    }
    std::ranges::sort(copies, std::greater<>(), &Copy::used);
    return copies;
}

} // namespace

bool isOverview(const fs::path& file)
{
    const auto name = file.filename().string();
    return name.starts_with("overview-") && (file.extension() == ".tif" || file.extension() == kUnfinished);
}

void tidyOverviews(const fs::path& used, const CacheLimits& limits)
{
    std::error_code ignored;
    const auto now = fs::file_time_type::clock::now();
    // The time of change is the mark of use; once a day is exact enough.
    if (now - fs::last_write_time(used, ignored) > kMarkEvery) {
        fs::last_write_time(used, now, ignored);
    }
    std::uintmax_t kept = fs::file_size(used, ignored);
    for (const auto& copy : copiesIn(used.parent_path())) {
        if (copy.file == used) {
            continue;
        }
        const bool isUnfinished = copy.file.extension() == kUnfinished;
        const auto longest = isUnfinished ? kUnfinishedFor : limits.unused;
        if (now - copy.used > longest || (!isUnfinished && kept + copy.bytes > limits.bytes)) {
            fs::remove(copy.file, ignored);
        } else {
            kept += copy.bytes;
        }
    }
}

} // namespace observo::geo
