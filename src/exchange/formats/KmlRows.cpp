// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/KmlRows.h"

#include <charconv>
#include <string_view>
#include <utility>

namespace observo::exchange {
namespace {

constexpr std::string_view kSimpleData = "SimpleData ";

} // namespace

Result<KmlRows> KmlRows::open(const std::filesystem::path& file, std::vector<std::string> names)
{
    auto in = InputText::open(file);
    if (!in) {
        return fail(in.error());
    }
    return KmlRows(std::move(*in), std::move(names));
}

Result<bool> KmlRows::next(ReadRow& row)
{
    while (true) {
        if (auto read = m_xml.next(); !read) {
            return fail(read.error());
        }
        if (m_xml.tag() == "/kml") {
            return m_xml.isAtEnd() ? Result<bool>(false) : m_xml.misread("something follows the end");
        }
        if (m_xml.tag() == "Placemark") {
            const auto read = placemark(row);
            return read ? Result<bool>(true) : fail(read.error());
        }
    }
}

Done KmlRows::placemark(ReadRow& row)
{
    row.point.reset();
    row.cells.resize(m_count);
    for (std::string& cell : row.cells) {
        cell.clear();
    }
    m_filled.assign(m_count, false);
    while (true) {
        if (auto read = m_xml.next(); !read) {
            return read;
        }
        if (m_xml.tag() == "/Placemark") {
            return done();
        }
        auto read = done();
        if (m_xml.tag().starts_with(kSimpleData)) {
            read = simpleData(row);
        } else if (m_xml.tag() == "coordinates") {
            read = coordinates(row);
        }
        if (!read) {
            return read;
        }
    }
}

Done KmlRows::simpleData(ReadRow& row)
{
    const std::string name(m_xml.attribute("name"));
    const auto place = m_places.find(name);
    if (!place || m_filled[*place]) {
        return m_xml.misread("the value " + name + " was not written");
    }
    m_filled[*place] = true;
    if (auto read = m_xml.next(); !read) {
        return read;
    }
    row.cells[*place].swap(m_xml.text());
    return m_xml.tag() == "/SimpleData" ? done() : Done(m_xml.misread("the value " + name + " does not end"));
}

Done KmlRows::coordinates(ReadRow& row)
{
    if (auto read = m_xml.next(); !read) {
        return read;
    }
    MapPoint point;
    const std::string& text = m_xml.text();
    const char* const last = text.data() + text.size();
    const auto lon = std::from_chars(text.data(), last, point.x);
    const bool isParted = lon.ec == std::errc{} && lon.ptr != last && *lon.ptr == ',';
    const auto lat = isParted ? std::from_chars(lon.ptr + 1, last, point.y) : lon;
    if (!isParted || lat.ec != std::errc{} || lat.ptr != last) {
        return m_xml.misread("a position is not two numbers");
    }
    row.point = point;
    return done();
}

} // namespace observo::exchange
