// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "intake/Mapping.h"
#include "intake/Source.h"

#include "observo/core/Quantities.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace observo::exchange {

/// Where the rows of a table have their coordinates.
enum class PlaceKind {
    None,
    Geometry,
    LonLat,      ///< columns called longitude and latitude
    XY,          ///< columns called east and north, x and y
    Coordinates, ///< one column with both
    ByValues,    ///< nameless columns whose numbers look like degrees
};

/// The coordinates of one row as they stand in the source.
struct RawPlace {
    std::optional<MapPoint> point{}; ///< x is what is called east or longitude
    bool isDegrees = false;          ///< written as degrees, whatever the table's system (45°04'13"N)
    bool isCentre = false;
    std::string text{}; ///< for messages
};

/// Takes coordinates out of rows.
class Places {
public:
    /// `wantsMetres` prefers columns of metres where a table has both; nothing prefers degrees.
    Places(const SourceTable& table, const std::vector<MappedColumn>& columns, bool wantsMetres);
    /// Two neighbouring columns of numbers that all lie in Italy, for tables without headings.
    void lookAtValues(const SourceTable& table, const std::vector<ColumnSample>& samples);

    [[nodiscard]] PlaceKind kind() const { return m_kind; }
    [[nodiscard]] RawPlace of(const SourceRow& row) const;
    /// The columns that are coordinates; empty for a geometry.
    [[nodiscard]] std::vector<std::size_t> columns() const;

private:
    PlaceKind m_kind = PlaceKind::None;
    std::size_t m_x = 0;
    std::size_t m_y = 0;
};

} // namespace observo::exchange
