// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Result.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace observo::reader {

/// What a reader needs of its machine; everything else is forbidden to it.
struct FencePlan {
    std::chrono::seconds processor{10};
    std::uint64_t memory = 0;                    ///< bytes of address space; 0: no limit
    std::uint64_t largestFile = 0;               ///< bytes that it may write into one file of its own
    std::filesystem::path privateFolder;         ///< where it may read and write
    std::vector<int> files;                      ///< open descriptors of the files that it may read
    std::vector<std::filesystem::path> readable; ///< folders of data of PROJ, GDAL and the C library
};

/// Closes the fence around this process, for good: limits on time and memory, no new rights, no file but the plan's,
/// no socket, no other program. Then tries it. Gives what this kernel cannot forbid; a fence that does not hold is an
/// error.
[[nodiscard]] Result<std::vector<std::string>> closeFence(const FencePlan& plan);

/// Folders that GDAL, PROJ and iconv read from, those that are there.
[[nodiscard]] std::vector<std::filesystem::path> dataFolders();

} // namespace observo::reader
