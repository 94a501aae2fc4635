// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "input/InputFormat.h"

#include "observo/core/Result.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace observo::reader {

/// One member of a zip file, as its directory says.
struct ZipMember {
    std::string name;
    std::uint64_t packed = 0;
    std::uint64_t unpacked = 0;
};

/// The directory of a zip file, read before any library sees the file. Refused: more than 200 MiB unpacked, or more
/// than a hundred times the packed size; names that lead out of a folder; encryption; members in one another's place;
/// split and broken files.
[[nodiscard]] Result<std::vector<ZipMember>> readZipDirectory(const std::filesystem::path& file);

/// What the members make of the file: a sheet, a KMZ, or zipped shapefiles.
[[nodiscard]] Result<InputFormat> formatOfZip(const std::vector<ZipMember>& members);

/// The shapefiles among the members, by their paths.
[[nodiscard]] std::vector<std::string> shapefilesIn(const std::vector<ZipMember>& members);

} // namespace observo::reader
