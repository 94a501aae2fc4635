// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/FloatColumn.h"
#include "inventory/TextColumn.h"

#include "observo/core/Ids.h"
#include "observo/core/Inventory.h"
#include "observo/core/Quantities.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace observo {

/// Up to 1024 cameras in columns with their bounding box. A removed camera leaves a hole that a later one fills, so
/// that the places of the others never change.
class Chunk {
public:
    static constexpr std::size_t kRows = FloatColumn::kRows;

    /// Rows in use, holes included.
    [[nodiscard]] std::size_t rows() const { return m_ids.size(); }
    [[nodiscard]] std::size_t living() const { return m_living; }
    [[nodiscard]] bool hasRoom() const { return m_living < kRows; }
    [[nodiscard]] bool isHole(std::size_t row) const { return m_ids[row].isNull(); }
    [[nodiscard]] CameraId idAt(std::size_t row) const { return m_ids[row]; }
    [[nodiscard]] LonLat positionAt(std::size_t row) const { return m_positions[row]; }
    [[nodiscard]] std::string_view codeOf(std::size_t row) const { return m_texts.code(row); }
    [[nodiscard]] std::string_view nameOf(std::size_t row) const { return m_texts.name(row); }
    [[nodiscard]] CameraRow at(std::size_t row) const;
    /// Around all positions that are finite.
    [[nodiscard]] const GeoBox& box() const { return m_box; }

    /// Takes a camera in, which must have room, and says in which row. The texts must not be this chunk's own.
    std::size_t put(const CameraRow& camera);
    void replace(std::size_t row, const CameraRow& camera);
    void clear(std::size_t row);

    /// Makes room for as many cameras as it can hold.
    void reserve();
    void shrink();
    [[nodiscard]] std::size_t bytes() const;

private:
    static constexpr std::size_t kFloats = 6;
    static constexpr std::size_t kCodes = 5;

    void write(std::size_t row, const CameraRow& camera);
    void measure();

    std::vector<CameraId> m_ids; ///< null where there is a hole
    std::vector<LonLat> m_positions;
    std::array<FloatColumn, kFloats> m_floats;
    std::vector<std::array<std::uint8_t, kCodes>> m_codes;
    TextColumn m_texts;
    GeoBox m_box;
    std::size_t m_living = 0;
};

} // namespace observo
