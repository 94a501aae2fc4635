// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Progress.h"
#include "observo/core/Result.h"
#include "observo/geo/Geometry.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace observo::geo {

/// A picture in 32-bit pixels, premultiplied alpha, 0xAARRGGBB, rows from the top.
struct RasterImage {
    int width = 0;
    int height = 0;
    std::vector<std::uint32_t> pixels;
};

/// A raster file (GeoTIFF, MBTiles, GeoPackage tiles, PNG or JPEG with world file, JPEG 2000) as a layer of the map.
/// Windows are reprojected when asked for, from the overview that fits; a large file without overviews gets them in
/// the cache folder on loading. Safe to ask from several threads.
class RasterLayer {
public:
    struct Options {
        std::string layer; ///< table of a GeoPackage; empty: the first one
        int targetEpsg = 0;
        int assumedEpsg = 0;                 ///< when the file declares none; 0 refuses such a file
        std::filesystem::path cacheFolder{}; ///< where overviews are kept; empty: none are made
    };
    [[nodiscard]] static Result<std::shared_ptr<const RasterLayer>>
    load(const std::filesystem::path& file, const Options& options, const Progress& progress);

    /// The part of the layer in `window` (the map's system) at the given size; transparent where there is nothing.
    [[nodiscard]] Result<RasterImage> render(const MapBox& window, int width, int height,
                                             const Progress& progress) const;
    [[nodiscard]] const MapBox& extent() const;

    ~RasterLayer();

private:
    struct Body;
    explicit RasterLayer(std::unique_ptr<Body> body);
    std::unique_ptr<Body> m_body;
};

} // namespace observo::geo
