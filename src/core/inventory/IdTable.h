// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Ids.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace observo {

/// Says which camera stands in a row, for the tables that hold row numbers alone.
class RowIds {
public:
    virtual ~RowIds() = default;

    [[nodiscard]] virtual CameraId idOf(std::uint32_t row) const = 0;
};

/// One part of the index from camera to row: an open-addressing table of row numbers, four bytes an entry. Eight bits
/// of each entry repeat the hash, so that a probe seldom has to look at the row itself; the row takes the other 24.
class IdTable {
public:
    static constexpr std::size_t kTables = 256;
    static constexpr std::uint32_t kMaxRow = 0xFFFFFE;

    /// Which of the `kTables` parts holds this camera.
    [[nodiscard]] static std::size_t tableOf(CameraId id);

    [[nodiscard]] std::optional<std::uint32_t> find(CameraId id, const RowIds& ids) const;
    /// Notes a camera's row; says which row it replaces, if the camera was there already.
    std::optional<std::uint32_t> put(CameraId id, std::uint32_t row, const RowIds& ids);
    void remove(CameraId id, const RowIds& ids);
    /// Makes room for `count` cameras with little to spare.
    void reserve(std::size_t count, const RowIds& ids);

    /// Replaces each row number by `to[row]`; the cameras behind them must be the same.
    void renumber(const std::vector<std::uint32_t>& to);

    [[nodiscard]] std::size_t size() const { return m_used; }
    [[nodiscard]] std::size_t bytes() const { return sizeof(IdTable) + m_entries.capacity() * sizeof(std::uint32_t); }

private:
    static constexpr std::uint32_t kEmpty = 0xFFFFFFFF;
    static constexpr std::uint32_t kRowMask = 0xFFFFFF;

    [[nodiscard]] std::size_t placeOf(CameraId id, const RowIds& ids) const;
    [[nodiscard]] std::size_t next(std::size_t place) const { return place + 1 == m_entries.size() ? 0 : place + 1; }
    void rebuild(std::size_t capacity, const RowIds& ids);

    std::vector<std::uint32_t> m_entries;
    std::size_t m_used = 0;
};

} // namespace observo
