// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/GeoJsonRows.h"

#include <utility>

namespace observo::exchange {

Result<GeoJsonRows> GeoJsonRows::open(const std::filesystem::path& file, std::vector<std::string> names)
{
    auto in = InputText::open(file);
    if (!in) {
        return fail(in.error());
    }
    GeoJsonRows rows(std::move(*in), std::move(names));
    if (auto found = rows.toFeatures(); !found) {
        return fail(found.error());
    }
    return rows;
}

Done GeoJsonRows::toFeatures()
{
    auto read = m_json.expect('{');
    while (read) {
        read = m_json.key(m_key);
        if (read && m_key == "features") {
            return m_json.expect('[');
        }
        read = read ? m_json.pass() : read;
        read = read ? m_json.expect(',') : read;
    }
    return read;
}

Result<bool> GeoJsonRows::next(ReadRow& row)
{
    if (m_json.skip(']')) {
        return atEnd();
    }
    if (!std::exchange(m_isFirst, false)) {
        if (auto parted = m_json.expect(','); !parted) {
            return fail(parted.error());
        }
    }
    const auto read = feature(row);
    return read ? Result<bool>(true) : fail(read.error());
}

Result<bool> GeoJsonRows::atEnd()
{
    while (m_json.skip(',')) {
        auto read = m_json.key(m_key);
        read = read ? m_json.pass() : read;
        if (!read) {
            return fail(read.error());
        }
    }
    return m_json.skip('}') && m_json.isAtEnd() ? Result<bool>(false) : m_json.misread("the collection does not end");
}

template <typename Take>
Done GeoJsonRows::members(Take take)
{
    if (auto opened = m_json.expect('{'); !opened || m_json.skip('}')) {
        return opened;
    }
    do {
        auto read = m_json.key(m_key);
        read = read ? take() : read;
        if (!read) {
            return read;
        }
    } while (m_json.skip(','));
    return m_json.expect('}');
}

Done GeoJsonRows::feature(ReadRow& row)
{
    row.point.reset();
    row.cells.resize(m_count);
    for (std::string& cell : row.cells) {
        cell.clear();
    }
    m_filled.assign(m_count, false);
    return members([&] {
        if (m_key == "geometry") {
            return geometry(row);
        }
        return m_key == "properties" ? properties(row) : m_json.pass();
    });
}

Done GeoJsonRows::geometry(ReadRow& row)
{
    return members([&] { return m_key == "coordinates" ? coordinates(row) : m_json.pass(); });
}

Done GeoJsonRows::coordinates(ReadRow& row)
{
    MapPoint point;
    auto read = m_json.expect('[');
    read = read ? m_json.number(point.x) : read;
    read = read ? m_json.expect(',') : read;
    read = read ? m_json.number(point.y) : read;
    row.point = point;
    return read ? m_json.expect(']') : read;
}

Done GeoJsonRows::properties(ReadRow& row)
{
    return members([&]() -> Done {
        const auto place = m_places.find(m_key);
        if (!place || m_filled[*place]) {
            return m_json.misread("the property " + m_key + " was not written");
        }
        m_filled[*place] = true;
        return m_json.scalar(row.cells[*place]);
    });
}

} // namespace observo::exchange
