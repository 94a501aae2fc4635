// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Quantities.h"
#include "observo/core/Result.h"
#include "observo/core/Translatable.h"

#include <string>
#include <string_view>

namespace observo::geo {

/// Coordinates as a person wrote or pasted them, understood as a place.
struct ReadCoordinates {
    LonLat place;
    int epsg = 0;           ///< the system they were read in
    std::string understood; ///< "EPSG:3003: 1396659.86 E, 4991618.23 N", to show what was made of them
};

/// "45,0703 N 7,6869 E", "45°04'13\" N 7°41'13\" E", "7.6869,45.0703", "45.0703 7.6869" (latitude first when the
/// letters or the region say so), "1396659.9 4991618.2" (system by plausibility: docs/formulas.md), with an optional
/// "EPSG:n" before or after. `epsg` fixes the system; 0 lets the text decide.
[[nodiscard]] Result<ReadCoordinates> readCoordinates(std::string_view text, int epsg = 0);

/// For the status bar and the form: degrees with 5 decimals and letters ("45,07030 N 7,68690 E") or metres with one
/// ("396634,3 E 4991598,5 N") by the system; decimal comma in Italian.
[[nodiscard]] Result<std::string> writeCoordinates(LonLat place, int epsg, Language language);

} // namespace observo::geo
