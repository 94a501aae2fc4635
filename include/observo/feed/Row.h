// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Fields.h"
#include "observo/core/Quantities.h"
#include "observo/feed/FileInfo.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace observo::feed {

/// Points, lines or polygons in the layer's own system, all parts after each other.
struct Geometry {
    Shape shape = Shape::None; ///< never Mixed
    std::vector<MapPoint> points;
    std::vector<std::uint32_t> parts; ///< points of each line or ring; one part of all for points
    std::vector<std::uint32_t> rings; ///< of polygons: how many parts each polygon takes, the outer ring first
    std::optional<double> height{};   ///< of a single point that has one

    void clear();
    /// Whether the box around its points and the given one have a place in common.
    [[nodiscard]] bool meets(const Box& box) const;
    friend bool operator==(const Geometry&, const Geometry&) = default;
};

/// What stood in the file where the conversion is doubtful.
struct RawText {
    std::uint32_t column = 0;
    std::string text;

    friend bool operator==(const RawText&, const RawText&) = default;
};

/// A row of a layer, checked: texts are UTF-8, numbers finite, values of their column's type or unknown.
struct Row {
    std::int64_t number = 0; ///< as a person finds it: line of a text table, row of a sheet, else the file's own id
                             ///< or, where it gives none, the place in the file counted from 1
    Geometry geometry;
    std::vector<FieldValue> values; ///< one for each column that was asked for
    std::vector<RawText> raw;
    std::vector<Problem> problems;

    friend bool operator==(const Row&, const Row&) = default;
};

} // namespace observo::feed
