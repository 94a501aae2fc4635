// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "input/Staging.h"
#include "input/ZipDirectory.h"

#include "observo/core/Result.h"
#include "observo/feed/FileInfo.h"

#include <filesystem>
#include <string>
#include <vector>

namespace observo::reader {

/// A shapefile and its side files in the private folder, all with one stem.
struct ShapeSet {
    std::filesystem::path shp;
    std::string name; ///< what its layer is called
    feed::Encoding encoding{};
    std::vector<feed::Problem> problems{};
};

/// Unpacks the shapefiles of a zip file whose directory has been checked, each into a folder of its own under fixed
/// names.
[[nodiscard]] Result<std::vector<ShapeSet>> unpackShapefiles(const StagedInput& zip,
                                                             const std::vector<ZipMember>& members);

/// Mends what is missing (.shx) and finds out how the texts are written.
[[nodiscard]] Done prepareShapeSet(ShapeSet& set, const std::string& requestedEncoding);

} // namespace observo::reader
