// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace observo {

/// Code and name of each row, one after the other in one pool. Offsets take two bytes while the pool is small enough,
/// which it is in all but very wordy censuses.
class TextColumn {
public:
    [[nodiscard]] std::size_t rows() const;
    [[nodiscard]] std::string_view code(std::size_t row) const { return between(2 * row, 2 * row + 1); }
    [[nodiscard]] std::string_view name(std::size_t row) const { return between(2 * row + 1, 2 * row + 2); }

    void append(std::string_view code, std::string_view name);
    /// The views may point into this column.
    void replace(std::size_t row, std::string_view code, std::string_view name);
    void shrink();
    /// Bytes held beside the object itself.
    [[nodiscard]] std::size_t heapBytes() const;

private:
    [[nodiscard]] std::size_t end(std::size_t text) const { return m_isWide ? m_wide[text] : m_narrow[text]; }
    [[nodiscard]] std::size_t begin(std::size_t text) const { return text == 0 ? 0 : end(text - 1); }
    [[nodiscard]] std::string_view between(std::size_t text, std::size_t next) const;
    void pushEnd(std::size_t end);
    void widenFor(std::size_t poolSize);

    std::string m_pool;
    std::vector<std::uint16_t> m_narrow; ///< where each text ends: code, name, code, name, ...
    std::vector<std::uint32_t> m_wide;   ///< takes over from m_narrow for good once the pool outgrows two bytes
    bool m_isWide = false;
};

} // namespace observo
