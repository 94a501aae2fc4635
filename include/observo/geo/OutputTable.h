// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Result.h"
#include "observo/geo/Crs.h"
#include "observo/geo/VectorFile.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace observo::geo {

/// A table to be written: a point layer, or plain attributes when there is no system.
struct OutputTable {
    std::string name;
    std::string title;
    std::optional<Crs> crs;
    std::vector<Attribute> attributes;
    /// Gives all rows, one after the other, to `put`, and stops with its error when it has one. The geometry of a row
    /// is one point or none.
    std::function<Done(const std::function<Done(const Feature&)>& put)> rows;
};

} // namespace observo::geo
