// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/Chunk.h"

#include "observo/core/Result.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace observo {
namespace {

bool isFinite(LonLat place)
{
    return std::isfinite(place.lon) && std::isfinite(place.lat);
}

void widen(GeoBox& box, LonLat place)
{
    if (isFinite(place)) {
        box.include(place);
    }
}

} // namespace

CameraRow Chunk::at(std::size_t row) const
{
    const auto& codes = m_codes[row];
    return CameraRow{.id = m_ids[row],
                     .position = m_positions[row],
                     .direction = m_floats[0].at(row),
                     .hfov = m_floats[1].at(row),
                     .range = m_floats[2].at(row),
                     .panMin = m_floats[3].at(row),
                     .panMax = m_floats[4].at(row),
                     .positionAccuracy = m_floats[5].at(row),
                     .status = codes[0],
                     .type = codes[1],
                     .function = codes[2],
                     .visibility = codes[3],
                     .mobility = codes[4],
                     .code = m_texts.code(row),
                     .name = m_texts.name(row)};
}

void Chunk::write(std::size_t row, const CameraRow& camera)
{
    m_ids[row] = camera.id;
    m_positions[row] = camera.position;
    m_codes[row] = {camera.status, camera.type, camera.function, camera.visibility, camera.mobility};
    const std::array floats{camera.direction, camera.hfov,   camera.range,
                            camera.panMin,    camera.panMax, camera.positionAccuracy};
    for (std::size_t column = 0; column < kFloats; ++column) {
        m_floats[column].set(row, floats[column]);
    }
}

std::size_t Chunk::put(const CameraRow& camera)
{
    expects(hasRoom() && !camera.id.isNull());
    if (m_living == m_ids.size()) {
        const std::size_t row = m_ids.size();
        m_ids.emplace_back();
        m_positions.emplace_back();
        m_codes.emplace_back();
        m_texts.append(camera.code, camera.name);
        write(row, camera);
        widen(m_box, camera.position);
        ++m_living;
        return row;
    }
    const auto hole = std::find_if(m_ids.begin(), m_ids.end(), [](CameraId id) { return id.isNull(); });
    const auto row = static_cast<std::size_t>(hole - m_ids.begin());
    m_texts.replace(row, camera.code, camera.name);
    write(row, camera);
    widen(m_box, camera.position);
    ++m_living;
    return row;
}

void Chunk::replace(std::size_t row, const CameraRow& camera)
{
    const LonLat before = m_positions[row];
    m_texts.replace(row, camera.code, camera.name);
    write(row, camera);
    if (!(before == camera.position)) {
        measure();
    }
}

void Chunk::clear(std::size_t row)
{
    constexpr float kNone = std::numeric_limits<float>::quiet_NaN();
    m_texts.replace(row, {}, {});
    CameraRow none;
    none.direction = none.hfov = none.range = none.panMin = none.panMax = none.positionAccuracy = kNone;
    write(row, none);
    --m_living;
    measure();
}

void Chunk::measure()
{
    m_box = GeoBox{};
    for (std::size_t row = 0; row < m_ids.size(); ++row) {
        if (!isHole(row)) {
            widen(m_box, m_positions[row]);
        }
    }
}

void Chunk::reserve()
{
    m_ids.reserve(kRows);
    m_positions.reserve(kRows);
    m_codes.reserve(kRows);
}

void Chunk::shrink()
{
    m_ids.shrink_to_fit();
    m_positions.shrink_to_fit();
    m_codes.shrink_to_fit();
    m_texts.shrink();
    for (FloatColumn& column : m_floats) {
        column.shrink();
    }
}

std::size_t Chunk::bytes() const
{
    std::size_t total = sizeof(Chunk) + m_ids.capacity() * sizeof(CameraId) + m_positions.capacity() * sizeof(LonLat) +
                        m_codes.capacity() * kCodes + m_texts.heapBytes();
    for (const FloatColumn& column : m_floats) {
        total += column.heapBytes();
    }
    return total;
}

} // namespace observo
