// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Progress.h"
#include "observo/core/Result.h"

#include <filesystem>
#include <string>
#include <vector>

namespace observo::geo {

/// A file that goes into a zip under a name of its own.
struct ZipEntry {
    std::string name; ///< UTF-8; a slash parts folders
    std::filesystem::path file;
};

/// Writes a new zip at `file` (which must not exist: a private temporary), deflated, synced to disk. The caller reads
/// it back and publishes it.
[[nodiscard]] Done writeZip(const std::filesystem::path& file, const std::vector<ZipEntry>& entries,
                            const Progress& progress);
/// Reads the zip through the library and compares it, entry by entry and byte by byte, with the files it was made from.
[[nodiscard]] Done compareZip(const std::filesystem::path& file, const std::vector<ZipEntry>& entries,
                              const Progress& progress);

} // namespace observo::geo
