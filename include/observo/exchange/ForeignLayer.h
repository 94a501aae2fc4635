// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Progress.h"
#include "observo/core/Result.h"
#include "observo/feed/FileInfo.h"
#include "observo/feed/Row.h"
#include "observo/geo/Crs.h"
#include "observo/geo/Geometry.h"
#include "observo/geo/VectorLayer.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace observo::exchange {

/// The reference system that a file declares; nothing when it declares none or one that cannot be used.
[[nodiscard]] std::optional<geo::Crs> crsOf(const feed::ReferenceSystem& system);

/// A geometry of a row as the map has it.
[[nodiscard]] geo::Geometry geometryOf(const feed::Geometry& geometry);

/// A map layer from a file of somebody else, and what the file says of itself.
struct ForeignLayer {
    std::string layer;                   ///< the one that was read
    std::vector<std::string> attributes; ///< names of its columns
    std::vector<std::string> others;     ///< further layers of the file that have geometry
    bool isPicture = false;              ///< there is nothing but pixels: `data` is empty, a raster layer is the way
    std::shared_ptr<const geo::VectorLayer> data;
    std::vector<feed::Problem> problems;
};

/// Reads the layer through the reader process: none of the file's bytes is parsed in this one, and the file is not
/// opened here, so it may also be the census that is open. Long, cancellable.
[[nodiscard]] Result<ForeignLayer> loadForeignLayer(const std::filesystem::path& file,
                                                    const geo::VectorLayer::Options& options, const Progress& progress);

} // namespace observo::exchange
