// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Fields.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace observo::exchange {

/// What a column of a foreign table is for.
enum class ColumnRole : std::uint8_t {
    Extra, ///< nothing that the dictionary has: kept with the record as it is
    Field,
    Lon,
    Lat,
    X, ///< easting, or longitude when it counts in degrees
    Y,
    Coordinates, ///< both in one text
};

/// What is done with the values of a column before they are a field's.
enum class ColumnRule : std::uint8_t {
    Plain,
    Negated,  ///< positive upward in the source, downward in the census (OSM's camera:tilt)
    Absolute, ///< sign of no meaning (OSM's camera:angle)
    Letters,  ///< only when the values hold letters: a bare row number is no code
    Spare,    ///< only when no other column serves the field
};

/// One thing that a column's name may mean.
struct ColumnMeaning {
    ColumnRole role = ColumnRole::Extra;
    const FieldInfo* field = nullptr; ///< of ColumnRole::Field
    ColumnRule rule = ColumnRule::Plain;
    int rank = 0; ///< -1: the field's own name in its very letters; 0: its names; then the lists of synonyms in order

    friend bool operator==(const ColumnMeaning&, const ColumnMeaning&) = default;
};

/// Everything that a column's name may mean, the likeliest first: names, short names and labels of the dictionary, then
/// the synonyms of resources/intake/columns.csv. Case, accents, separators, bracketed and trailing units do not
/// count; a name of ten characters may be one that a shapefile cut, and unreadable letters fit any letter.
[[nodiscard]] std::vector<ColumnMeaning> meaningsOf(std::string_view columnName);

/// The role or field with exactly this name ("lon", "x", "coordinates", "mount_height_m"); Extra when there is none.
[[nodiscard]] ColumnMeaning meaningNamed(std::string_view target);
/// "lon", "camera_type": how receipts and mapping files name it.
[[nodiscard]] std::string_view nameOf(const ColumnMeaning& meaning);

/// The unit that a column's name tells for its values, folded: "Altezza (cm)" and "altezza_cm" give "cm", "Giorni di
/// conservazione" gives "giorni"; empty when it tells none that suits the field.
[[nodiscard]] std::string unitInName(std::string_view columnName, const FieldInfo& field);

} // namespace observo::exchange
