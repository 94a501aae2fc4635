// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/FloatColumn.h"

#include <bit>
#include <cmath>
#include <limits>

namespace observo {

float FloatColumn::at(std::size_t row) const
{
    if (isDense()) {
        return m_values[row];
    }
    return isKnown(row) ? m_values[rank(row)] : std::numeric_limits<float>::quiet_NaN();
}

void FloatColumn::set(std::size_t row, float value)
{
    if (isDense()) {
        m_values[row] = value;
        return;
    }
    setSparse(row, value);
    if (m_values.size() >= kDenseFrom) {
        makeDense();
    }
}

bool FloatColumn::isKnown(std::size_t row) const
{
    return ((m_known[row / kWordBits] >> (row % kWordBits)) & 1U) != 0;
}

std::size_t FloatColumn::rank(std::size_t row) const
{
    const std::uint64_t below = (std::uint64_t{1} << (row % kWordBits)) - 1;
    return m_before[row / kWordBits] + static_cast<std::size_t>(std::popcount(m_known[row / kWordBits] & below));
}

void FloatColumn::setSparse(std::size_t row, float value)
{
    const auto place = m_values.begin() + static_cast<std::ptrdiff_t>(rank(row));
    const bool wasKnown = isKnown(row);
    if (wasKnown && !std::isnan(value)) {
        *place = value;
        return;
    }
    if (!wasKnown && std::isnan(value)) {
        return;
    }
    m_known[row / kWordBits] ^= std::uint64_t{1} << (row % kWordBits);
    if (wasKnown) {
        m_values.erase(place);
    } else {
        m_values.insert(place, value);
    }
    for (std::size_t word = row / kWordBits + 1; word < m_before.size(); ++word) {
        m_before[word] = static_cast<std::uint16_t>(m_before[word] + (wasKnown ? -1 : 1));
    }
}

void FloatColumn::makeDense()
{
    std::vector<float> dense(kRows);
    for (std::size_t row = 0; row < kRows; ++row) {
        dense[row] = at(row);
    }
    m_values = std::move(dense);
}

} // namespace observo
