// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/geo/Transform.h"

#include <string>

namespace observo::geo {

/// An operation between two systems as a PROJ pipeline in our axis order (x east, y north, degrees), which any
/// context can instantiate without asking the database again.
struct ChosenOperation {
    std::string pipeline;
    Operation operation;
};

/// The most accurate operation for data in `area` (degrees) among those that PROJ's database knows, whose grids are
/// installed and which are no ballpark; of equal ones that for the smallest region. With an empty area the systems'
/// common area of use counts. Answers are remembered.
[[nodiscard]] Result<ChosenOperation> chooseOperation(const Crs& from, const Crs& to, const GeoBox& area);

/// The geographic system under a projected one (or the system itself), for a first idea of where data lies.
[[nodiscard]] Result<Crs> geographicBaseOf(const Crs& crs);

} // namespace observo::geo
