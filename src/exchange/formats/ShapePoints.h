// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ExportJob.h"
#include "files/InputText.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <utility>

namespace observo::exchange {

/// Writes the positions of the plan's cameras as a .shp of points and its .shx (ESRI white paper, July 1998).
[[nodiscard]] Done writeShapePoints(ExportJob& job, const std::filesystem::path& shapes,
                                    const std::filesystem::path& index);

/// Reads a .shp of points and its .shx side by side, as strictly as the white paper has them.
class ShapePoints {
public:
    [[nodiscard]] static Result<ShapePoints> open(const std::filesystem::path& shapes,
                                                  const std::filesystem::path& index);

    [[nodiscard]] Result<MapPoint> next();
    /// That both files end here, as long as their headers say.
    [[nodiscard]] Done end();

private:
    ShapePoints(InputText shapes, InputText index) : m_shapes(std::move(shapes)), m_index(std::move(index)) {}
    [[nodiscard]] Done headers();

    InputText m_shapes;
    InputText m_index;
    std::uint32_t m_number = 0;
    std::uint64_t m_shapeBytes = 0;
    std::uint64_t m_indexBytes = 0;
    std::string m_bytes;
};

} // namespace observo::exchange
