// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "raster/RasterSource.h"

#include "observo/geo/Geometry.h"
#include "observo/geo/Transform.h"

#include <array>
#include <cstddef>
#include <vector>

namespace observo::geo {

/// The size of a picture to be drawn and what part of the map it shows.
struct DrawnWindow {
    MapBox box;
    int width = 0;
    int height = 0;
};

/// Where the pixels of a drawn window lie in a picture: exact at every sixteenth pixel, straight between them. The
/// error of that is far below a tenth of a pixel at any scale a town is drawn in.
class WarpMesh {
public:
    /// `toSource` goes from the picture's system (forward) to the map's.
    WarpMesh(const DrawnWindow& window, const Transform& toMap, const std::array<double, 6>& position);

    /// Columns and rows of the picture that the window needs, within its size; empty when they do not meet.
    [[nodiscard]] PixelWindow sourceWindow(int width, int height) const;
    /// Picture pixels for one drawn pixel, along a side.
    [[nodiscard]] double reduction() const;
    /// Picture columns and rows under the centres of a row's pixels; NaN where the systems end.
    void sourceRow(int row, std::vector<MapPoint>& pixels) const;

private:
    static constexpr int kCell = 16;

    [[nodiscard]] MapPoint node(int column, int row) const
    {
        return m_nodes[static_cast<std::size_t>(row) * static_cast<std::size_t>(m_columns) +
                       static_cast<std::size_t>(column)];
    }

    DrawnWindow m_window;
    int m_columns = 0;
    int m_rows = 0;
    std::vector<MapPoint> m_nodes;
};

} // namespace observo::geo
