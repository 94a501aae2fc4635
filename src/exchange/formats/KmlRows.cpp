// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/KmlRows.h"

#include <array>
#include <charconv>
#include <utility>

namespace observo::exchange {
namespace {

constexpr std::string_view kSimpleData = "SimpleData name=\"";

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
        if (auto read = toTag(); !read) {
            return fail(read.error());
        }
        if (m_tag == "/kml") {
            m_in.skipBlanks();
            return m_in.peek() == InputText::kEnd ? Result<bool>(false) : m_in.misread("something follows the end");
        }
        if (m_tag == "Placemark") {
            const auto read = placemark(row);
            return read ? Result<bool>(true) : fail(read.error());
        }
    }
}

Done KmlRows::toTag()
{
    m_text.clear();
    while (true) {
        m_in.appendUntil(m_text, '<', '&');
        if (m_in.skip('<')) {
            break;
        }
        if (!m_in.skip('&')) {
            return m_in.misread("the document does not end");
        }
        if (auto read = entity(); !read) {
            return read;
        }
    }
    m_tag.clear();
    m_in.appendUntil(m_tag, '>', '>');
    return m_in.skip('>') ? done() : Done(m_in.misread("a tag does not end"));
}

Done KmlRows::entity()
{
    static constexpr std::array<std::pair<std::string_view, char>, 5> kKnown{
        {{"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"#13", '\r'}}};
    std::string name;
    m_in.appendUntil(name, ';', '<');
    for (const auto& [known, meant] : kKnown) {
        if (name == known && m_in.skip(';')) {
            m_text += meant;
            return done();
        }
    }
    return m_in.misread("the entity " + name + " is not known");
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
        if (auto read = toTag(); !read) {
            return read;
        }
        if (m_tag == "/Placemark") {
            return done();
        }
        auto read = done();
        if (m_tag.starts_with(kSimpleData)) {
            read = simpleData(row);
        } else if (m_tag == "coordinates") {
            read = coordinates(row);
        }
        if (!read) {
            return read;
        }
    }
}

Done KmlRows::simpleData(ReadRow& row)
{
    const std::string name = m_tag.substr(kSimpleData.size(), m_tag.size() - kSimpleData.size() - 1);
    const auto place = m_places.find(name);
    if (!place || m_filled[*place]) {
        return m_in.misread("the value " + name + " was not written");
    }
    m_filled[*place] = true;
    if (auto read = toTag(); !read) {
        return read;
    }
    row.cells[*place].swap(m_text);
    return m_tag == "/SimpleData" ? done() : Done(m_in.misread("the value " + name + " does not end"));
}

Done KmlRows::coordinates(ReadRow& row)
{
    if (auto read = toTag(); !read) {
        return read;
    }
    MapPoint point;
    const char* const last = m_text.data() + m_text.size();
    const auto lon = std::from_chars(m_text.data(), last, point.x);
    const bool isParted = lon.ec == std::errc{} && lon.ptr != last && *lon.ptr == ',';
    const auto lat = isParted ? std::from_chars(lon.ptr + 1, last, point.y) : lon;
    if (!isParted || lat.ec != std::errc{} || lat.ptr != last) {
        return m_in.misread("a position is not two numbers");
    }
    row.point = point;
    return done();
}

} // namespace observo::exchange
