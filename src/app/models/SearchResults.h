// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/Commands.h"

#include "observo/core/Inventory.h"
#include "observo/core/Progress.h"
#include "observo/core/Result.h"

#include <QString>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace observo::app {

/// A site as the search box finds it.
struct SiteEntry {
    QString address;
    std::string code;
};

/// All sites with their addresses; runs in a job.
[[nodiscard]] Result<std::vector<SiteEntry>> readSiteEntries(const std::filesystem::path& file,
                                                             const Progress& progress);

/// Something the one search box leads to.
struct SearchResult {
    enum class Kind { Camera, Place, Site, Command };

    Kind kind = Kind::Camera;
    QString text;
    QString hint;
    CameraId camera{};
    LonLat place{};
    std::string siteCode{};
    Command command = Command::Select;
};

/// What is searched.
struct SearchGround {
    Inventory cameras{};
    std::shared_ptr<const std::vector<SiteEntry>> sites{}; ///< as they were read
    std::vector<SiteEntry> changed{};                      ///< since, by code; without an address when removed
    int epsg = 0;                                          ///< in which bare numbers are read as coordinates
};

/// Coordinates first when the text can be read as such, then cameras by code and name, streets, commands.
[[nodiscard]] std::vector<SearchResult> searchAll(const QString& text, const SearchGround& ground);

} // namespace observo::app
