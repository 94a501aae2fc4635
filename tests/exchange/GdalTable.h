// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Quantities.h"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace observo::exchange {

/// A layer as the spatial library reads it, spoken to directly: a second opinion on what the room wrote.
struct GdalTable {
    struct Row {
        std::optional<MapPoint> point;
        std::map<std::string, std::string> cells; ///< those that are set
    };
    std::vector<std::string> columns;
    std::vector<Row> rows;
    std::string crs;     ///< "EPSG:3003", or the system's name; empty when there is none
    std::string failure; ///< what the library complained of

    /// `name` is a path or "/vsizip/..."; an empty layer is the first one.
    [[nodiscard]] static GdalTable read(const std::string& name, const std::string& layer = {});
};

} // namespace observo::exchange
