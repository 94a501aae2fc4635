// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/drawing/DxfRows.h"

#include <charconv>
#include <cmath>
#include <string_view>
#include <utility>

namespace observo::exchange {
namespace {

double numberIn(std::string_view text)
{
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size() ? number : std::nan("");
}

} // namespace

Result<DxfRows> DxfRows::open(const std::filesystem::path& file)
{
    auto in = InputText::open(file);
    if (!in) {
        return fail(in.error());
    }
    DxfRows rows(std::move(*in));
    while (rows.m_code != 2 || rows.m_value != "ENTITIES") {
        if (auto read = rows.group(); !read) {
            return fail(read.error());
        }
    }
    auto first = rows.group();
    return first ? Result<DxfRows>(std::move(rows)) : fail(first.error());
}

Done DxfRows::group()
{
    std::string code;
    m_in.skipBlanks();
    m_in.appendUntil(code, '\r', '\n');
    const auto [end, error] = std::from_chars(code.data(), code.data() + code.size(), m_code);
    if (error != std::errc{} || end != code.data() + code.size() || !m_in.skip('\r') || !m_in.skip('\n')) {
        return m_in.misread("the code of a group is no number");
    }
    m_value.clear();
    m_in.appendUntil(m_value, '\r', '\n');
    return m_in.skip('\r') && m_in.skip('\n') ? done() : Done(m_in.misread("a group does not end"));
}

Result<DxfCamera> DxfRows::entity()
{
    DxfCamera read{.point = {std::nan(""), std::nan("")}};
    while (true) {
        if (auto next = group(); !next) {
            return fail(next.error());
        }
        switch (m_code) {
        case 0:
            return read;
        case 1:
            read.label = m_value;
            break;
        case 8:
            read.layer = m_value;
            break;
        case 10:
            read.point.x = numberIn(m_value);
            break;
        case 20:
            read.point.y = numberIn(m_value);
            break;
        default:
            break;
        }
    }
}

Result<std::optional<DxfCamera>> DxfRows::next()
{
    std::optional<DxfCamera> camera;
    while (m_value != "ENDSEC") {
        const bool isPoint = m_value == "POINT";
        const bool isLabel = m_value == "TEXT";
        if (isPoint && camera) {
            return m_in.misread("a point has no label");
        }
        auto read = entity();
        if (!read) {
            return fail(read.error());
        }
        if (isPoint) {
            camera = std::move(*read);
        } else if (isLabel && camera) {
            camera->label = std::move(read->label);
            return camera;
        }
    }
    return camera ? Result<std::optional<DxfCamera>>(m_in.misread("a point has no label"))
                  : Result<std::optional<DxfCamera>>(std::nullopt);
}

} // namespace observo::exchange
