// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Ids.h"
#include "observo/core/Progress.h"
#include "observo/core/Result.h"

#include <chrono>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace observo::census {

class Connection;

/// The rotating backups of one census: 10 newest, then one a day for 30 days, then one a month for 12 months. They lie
/// in ".observo-backups" beside the census, or in the user's data folder where that cannot be written.
class Backups {
public:
    Backups(std::filesystem::path census, CensusId id);

    /// Newest first.
    [[nodiscard]] std::vector<std::filesystem::path> list() const;
    /// How old the newest is; nothing without any.
    [[nodiscard]] std::optional<std::chrono::seconds> age() const;
    /// Copies through the backup interface, checks the copy, names it, then drops what the rotation no longer keeps.
    [[nodiscard]] Result<std::filesystem::path> make(Connection& census, const Progress& progress) const;

private:
    [[nodiscard]] Result<std::filesystem::path> folderForWriting() const;
    [[nodiscard]] std::string prefix() const;
    void rotate() const;

    std::filesystem::path m_census;
    CensusId m_id;
};

/// The backups of a census whose identity cannot be read any more, known by the name of its file; newest first.
[[nodiscard]] std::vector<std::filesystem::path> backupsNamedAfter(const std::filesystem::path& census);

/// A consistent copy of an open census at `target`: written beside it, checked, synced and renamed. An existing file is
/// refused with OutputExists.
[[nodiscard]] Done writeCheckedCopy(Connection& census, const std::filesystem::path& target, const Progress& progress);

/// Of the names, all of the form "...20261122T104207Z.gpkg" and newest first, those that the rotation drops.
[[nodiscard]] std::vector<std::string> expired(const std::vector<std::string>& names);

/// $XDG_DATA_HOME/observo or ~/.local/share/observo, and the same for state.
[[nodiscard]] std::filesystem::path userDataFolder();
[[nodiscard]] std::filesystem::path userStateFolder();

} // namespace observo::census
