// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace observo {

/// One float for each of up to 1024 rows, NaN where it is not known. While few are known they are kept side by side
/// behind a bitmap (most cameras have no pan range), afterwards one for each row.
class FloatColumn {
public:
    static constexpr std::size_t kRows = 1024;

    [[nodiscard]] float at(std::size_t row) const;
    void set(std::size_t row, float value);
    void shrink() { m_values.shrink_to_fit(); }
    /// Bytes held beside the object itself.
    [[nodiscard]] std::size_t heapBytes() const { return m_values.capacity() * sizeof(float); }

private:
    static constexpr std::size_t kWordBits = 64;
    static constexpr std::size_t kDenseFrom = kRows * 3 / 4;

    [[nodiscard]] bool isDense() const { return m_values.size() == kRows; }
    [[nodiscard]] bool isKnown(std::size_t row) const;
    [[nodiscard]] std::size_t rank(std::size_t row) const;
    void setSparse(std::size_t row, float value);
    void makeDense();

    std::vector<float> m_values;
    std::array<std::uint64_t, kRows / kWordBits> m_known{};
    std::array<std::uint16_t, kRows / kWordBits> m_before{}; ///< known rows before each word
};

} // namespace observo
