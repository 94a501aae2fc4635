// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Inventory.h"
#include "observo/geo/Geometry.h"
#include "observo/render/Viewport.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

namespace observo::render {

/// True when the map is so far out that symbols would touch: cameras are gathered in cells.
[[nodiscard]] bool isClustered(const Viewport& viewport);

/// A cell of the grid over the map system. It hangs on the map and not on the screen, so that panning changes nothing.
struct ClusterCell {
    std::int64_t column = 0;
    std::int64_t row = 0;

    friend bool operator==(const ClusterCell&, const ClusterCell&) = default;
};
[[nodiscard]] ClusterCell clusterCellOf(MapPoint point, const Viewport& viewport);
/// The part of the map of all cells from `first` to `last`.
[[nodiscard]] geo::MapBox clusterArea(ClusterCell first, ClusterCell last, const Viewport& viewport);

/// The cameras of one cell: how many, of which status, and where their middle is.
struct Cluster {
    std::size_t count = 0;
    MapPoint sum;
    /// By position in the status code list; the last one takes what the list does not know.
    std::array<std::uint32_t, 8> byStatus{};
    CameraRow first;
    MapPoint firstAt;

    [[nodiscard]] MapPoint middle() const;
};

/// Gathers cameras by cell over everything the viewport shows.
class ClusterGrid {
public:
    explicit ClusterGrid(const Viewport& viewport);

    /// What must be visited so that clusters at the edge are whole.
    [[nodiscard]] const geo::MapBox& area() const { return m_area; }
    void add(const CameraRow& camera, MapPoint point);
    void forEach(const std::function<void(const Cluster&)>& visit) const;

private:
    Viewport m_viewport;
    ClusterCell m_origin;
    std::int64_t m_columns = 0;
    std::int64_t m_rows = 0;
    geo::MapBox m_area;
    std::vector<Cluster> m_cells;
};

} // namespace observo::render
