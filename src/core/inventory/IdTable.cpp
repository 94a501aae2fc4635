// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/IdTable.h"

#include "observo/core/Result.h"

#include <algorithm>
#include <functional>

namespace observo {
namespace {

/// Spreads identifiers that are not random (those of other programs) over all bits: the finaliser of MurmurHash3.
std::uint64_t hashOf(CameraId id)
{
    std::uint64_t h = std::hash<Uuid>{}(id.uuid);
    h ^= h >> 33U;
    h *= 0xFF51AFD7ED558CCDULL;
    h ^= h >> 33U;
    h *= 0xC4CEB9FE1A85EC53ULL;
    h ^= h >> 33U;
    return h;
}

// The hash from its top: 8 bits choose the table, 8 are the tag, 32 lower ones are the place.
std::uint32_t tagOf(std::uint64_t hash)
{
    return static_cast<std::uint32_t>((hash >> 48U) & 0xFFU) << 24U;
}

std::size_t homeOf(std::uint64_t hash, std::size_t capacity)
{
    return static_cast<std::size_t>(((hash & 0xFFFFFFFFULL) * capacity) >> 32U);
}

bool isCrowded(std::size_t used, std::size_t capacity)
{
    return used * 8 > capacity * 7;
}

} // namespace

std::size_t IdTable::tableOf(CameraId id)
{
    return static_cast<std::size_t>(hashOf(id) >> 56U);
}

/// Where the camera is, or the empty place where it would be. The table must not be empty.
std::size_t IdTable::placeOf(CameraId id, const RowIds& ids) const
{
    const std::uint64_t hash = hashOf(id);
    const std::uint32_t tag = tagOf(hash);
    std::size_t place = homeOf(hash, m_entries.size());
    while (m_entries[place] != kEmpty) {
        const std::uint32_t entry = m_entries[place];
        if ((entry & ~kRowMask) == tag && ids.idOf(entry & kRowMask) == id) {
            return place;
        }
        place = next(place);
    }
    return place;
}

std::optional<std::uint32_t> IdTable::find(CameraId id, const RowIds& ids) const
{
    if (m_used == 0) {
        return std::nullopt;
    }
    const std::uint32_t entry = m_entries[placeOf(id, ids)];
    return entry == kEmpty ? std::nullopt : std::optional(entry & kRowMask);
}

std::optional<std::uint32_t> IdTable::put(CameraId id, std::uint32_t row, const RowIds& ids)
{
    expects(row <= kMaxRow);
    if (isCrowded(m_used + 1, m_entries.size())) {
        rebuild(m_used + m_used / 3 + 8, ids);
    }
    std::uint32_t& entry = m_entries[placeOf(id, ids)];
    const std::uint32_t before = entry;
    entry = tagOf(hashOf(id)) | row;
    if (before != kEmpty) {
        return before & kRowMask;
    }
    ++m_used;
    return std::nullopt;
}

void IdTable::remove(CameraId id, const RowIds& ids)
{
    if (m_used == 0) {
        return;
    }
    std::size_t gap = placeOf(id, ids);
    if (m_entries[gap] == kEmpty) {
        return;
    }
    --m_used;
    m_entries[gap] = kEmpty;
    // Move back what follows, so that no search stops early at the gap (Knuth, TAOCP 6.4, algorithm R).
    for (std::size_t place = next(gap); m_entries[place] != kEmpty; place = next(place)) {
        const std::uint64_t hash = hashOf(ids.idOf(m_entries[place] & kRowMask));
        const std::size_t home = homeOf(hash, m_entries.size());
        const bool staysReachable = gap < place ? (home > gap && home <= place) : (home > gap || home <= place);
        if (!staysReachable) {
            m_entries[gap] = m_entries[place];
            m_entries[place] = kEmpty;
            gap = place;
        }
    }
}

void IdTable::reserve(std::size_t count, const RowIds& ids)
{
    const std::size_t capacity = count + count / 4 + 2;
    if (capacity > m_entries.size()) {
        rebuild(capacity, ids);
    }
}

void IdTable::rebuild(std::size_t capacity, const RowIds& ids)
{
    std::vector<std::uint32_t> old = std::move(m_entries);
    m_entries.assign(capacity, kEmpty);
    for (const std::uint32_t entry : old) {
        if (entry == kEmpty) {
            continue;
        }
        std::size_t place = homeOf(hashOf(ids.idOf(entry & kRowMask)), capacity);
        while (m_entries[place] != kEmpty) {
            place = next(place);
        }
        m_entries[place] = entry;
    }
}

void IdTable::renumber(const std::vector<std::uint32_t>& to)
{
    for (std::uint32_t& entry : m_entries) {
        if (entry != kEmpty) {
            entry = (entry & ~kRowMask) | to[entry & kRowMask];
        }
    }
}

} // namespace observo
