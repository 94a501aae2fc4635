// SPDX-License-Identifier: GPL-3.0-or-later
#include "check/PositionGrid.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace observo::census {

namespace {

// 0.0002 degrees of latitude are 22 m. Columns have the same angle and grow narrower with the latitude.
constexpr double kCellDegrees = 0.0002;
constexpr double kMetresPerDegree = 6371008.8 * kPi / 180.0;

/// Never negative for a valid place, so that rows and columns sort as numbers.
std::uint32_t cellOf(double degrees)
{
    return static_cast<std::uint32_t>(std::clamp((degrees + 360.0) / kCellDegrees, 0.0, 4.2e9));
}

std::uint64_t keyOf(std::uint32_t row, std::uint32_t column)
{
    return (static_cast<std::uint64_t>(row) << 32) | column;
}

} // namespace

Metres planeDistance(LonLat a, LonLat b)
{
    const double middle = (a.lat + b.lat) / 2.0;
    const double east = (b.lon - a.lon) * std::cos(radians(Degrees{middle})) * kMetresPerDegree;
    const double north = (b.lat - a.lat) * kMetresPerDegree;
    return Metres{std::hypot(east, north)};
}

void PositionGrid::add(LonLat place)
{
    const auto number = static_cast<std::uint32_t>(m_places.size());
    m_places.push_back(place);
    // A damaged place (not a number) stands in no cell and is nobody's neighbour.
    if (isValid(place)) {
        m_cells.emplace_back(keyOf(cellOf(place.lat), cellOf(place.lon)), number);
    }
}

void PositionGrid::sort()
{
    std::sort(m_cells.begin(), m_cells.end());
}

std::vector<PositionGrid::Near> PositionGrid::within(LonLat at, Metres radius) const
{
    std::vector<Near> found;
    if (!isValid(at)) {
        return found;
    }
    const double north = radius.value / kMetresPerDegree;
    // Near a pole every column is close; the cosine is held away from zero and the row is walked.
    const double east = std::min(180.0, north / std::max(1e-6, std::cos(radians(Degrees{at.lat}))));
    const auto firstColumn = cellOf(at.lon - east);
    const auto lastColumn = cellOf(at.lon + east);
    for (auto row = cellOf(at.lat - north); row <= cellOf(at.lat + north); ++row) {
        const Cell from{keyOf(row, firstColumn), 0};
        const Cell to{keyOf(row, lastColumn), std::numeric_limits<std::uint32_t>::max()};
        const auto end = std::upper_bound(m_cells.begin(), m_cells.end(), to);
        for (auto cell = std::lower_bound(m_cells.begin(), m_cells.end(), from); cell != end; ++cell) {
            const auto distance = planeDistance(at, m_places[cell->second]);
            if (distance <= radius) {
                found.push_back({.number = cell->second, .distance = distance});
            }
        }
    }
    std::sort(found.begin(), found.end(), [](const Near& a, const Near& b) {
        return std::pair(a.distance, a.number) < std::pair(b.distance, b.number);
    });
    return found;
}

} // namespace observo::census
