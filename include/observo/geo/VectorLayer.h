// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Progress.h"
#include "observo/core/Result.h"
#include "observo/geo/Crs.h"
#include "observo/geo/Geometry.h"
#include "observo/geo/VectorFile.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace observo::geo {

/// A vector layer held in memory in the map's system, compact and indexed, so that drawing a window of a large layer
/// is quick. Immutable: snapshots share it between threads.
class VectorLayer {
public:
    /// What a layer is drawn and asked with.
    struct Options {
        std::string layer;          ///< name inside the file; empty: the first one
        std::string labelAttribute; ///< empty: none kept
        int targetEpsg = 0;         ///< the map's system
        int assumedEpsg = 0;        ///< used when the file declares none; 0 refuses such a file
    };
    /// A layer that somebody else reads, its features one after the other in the layer's own system. The first value
    /// of a feature is its label, where there is one.
    struct Stream {
        std::filesystem::path file; ///< for people: named in errors
        std::string layer;
        std::optional<Crs> crs;
        std::function<Result<bool>(Feature&)> next; ///< false after the last one; it hears a cancel itself
    };
    /// Takes the features, reprojects and indexes; long, cancellable. The error says which row or system is at fault.
    [[nodiscard]] static Result<std::shared_ptr<const VectorLayer>> build(const Stream& stream, const Options& options,
                                                                          const Progress& progress);
    /// The same for a file of our own making, read in this process. Files of others come through the reader process
    /// (exchange::loadForeignLayer).
    [[nodiscard]] static Result<std::shared_ptr<const VectorLayer>>
    load(const std::filesystem::path& file, const Options& options, const Progress& progress);

    enum class Shape { Points, Lines, Polygons };

    /// A drawn thing: rings or lines as spans of one coordinate array.
    struct Item {
        Shape shape = Shape::Points;
        MapBox box;
        std::span<const MapPoint> points;         ///< all parts after each other
        std::span<const std::uint32_t> partSizes; ///< number of points of each part
        std::string_view label;
    };

    [[nodiscard]] std::size_t size() const;
    [[nodiscard]] std::size_t points() const;
    [[nodiscard]] std::size_t skipped() const; ///< features without geometry or outside the map's system
    [[nodiscard]] const MapBox& extent() const;
    [[nodiscard]] Shape mainShape() const;
    [[nodiscard]] const std::string& operationName() const;
    /// Items whose box meets `window`, in file order, until `visit` returns false.
    void forEach(const MapBox& window, const std::function<bool(const Item&)>& visit) const;

    ~VectorLayer();

private:
    struct Body;
    explicit VectorLayer(std::unique_ptr<const Body> body);
    std::unique_ptr<const Body> m_body;
};

} // namespace observo::geo
