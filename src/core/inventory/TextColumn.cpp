// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/TextColumn.h"

#include <limits>

namespace observo {
namespace {

template <typename Offset>
void shift(std::vector<Offset>& ends, std::size_t from, std::size_t removed, std::size_t added)
{
    for (std::size_t text = from; text < ends.size(); ++text) {
        ends[text] = static_cast<Offset>(ends[text] - removed + added);
    }
}

} // namespace

std::size_t TextColumn::rows() const
{
    return (m_isWide ? m_wide.size() : m_narrow.size()) / 2;
}

std::string_view TextColumn::between(std::size_t text, std::size_t next) const
{
    const std::size_t from = begin(text);
    return std::string_view(m_pool).substr(from, begin(next) - from);
}

void TextColumn::append(std::string_view code, std::string_view name)
{
    widenFor(m_pool.size() + code.size() + name.size());
    m_pool.append(code);
    pushEnd(m_pool.size());
    m_pool.append(name);
    pushEnd(m_pool.size());
}

void TextColumn::replace(std::size_t row, std::string_view code, std::string_view name)
{
    const std::size_t from = begin(2 * row);
    const std::size_t removed = begin(2 * row + 2) - from;
    const std::size_t codeSize = code.size();
    const std::string text = std::string(code).append(name);

    widenFor(m_pool.size() - removed + text.size());
    m_pool.replace(from, removed, text);
    if (m_isWide) {
        shift(m_wide, 2 * row + 1, removed, text.size());
        m_wide[2 * row] = static_cast<std::uint32_t>(from + codeSize);
    } else {
        shift(m_narrow, 2 * row + 1, removed, text.size());
        m_narrow[2 * row] = static_cast<std::uint16_t>(from + codeSize);
    }
}

void TextColumn::pushEnd(std::size_t end)
{
    if (m_isWide) {
        m_wide.push_back(static_cast<std::uint32_t>(end));
    } else {
        m_narrow.push_back(static_cast<std::uint16_t>(end));
    }
}

void TextColumn::widenFor(std::size_t poolSize)
{
    if (m_isWide || poolSize <= std::numeric_limits<std::uint16_t>::max()) {
        return;
    }
    m_wide.assign(m_narrow.begin(), m_narrow.end());
    m_narrow = {};
    m_isWide = true;
}

void TextColumn::shrink()
{
    m_pool.shrink_to_fit();
    m_narrow.shrink_to_fit();
    m_wide.shrink_to_fit();
}

std::size_t TextColumn::heapBytes() const
{
    return m_pool.capacity() + m_narrow.capacity() * sizeof(std::uint16_t) + m_wide.capacity() * sizeof(std::uint32_t);
}

} // namespace observo
