// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/XmlScanner.h"

#include <array>
#include <utility>

namespace observo::exchange {

Done XmlScanner::next()
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

Done XmlScanner::entity()
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

std::string_view XmlScanner::attribute(std::string_view name) const
{
    const std::string opening = " " + std::string(name) + "=\"";
    const auto from = m_tag.find(opening);
    if (from == std::string::npos) {
        return {};
    }
    const auto start = from + opening.size();
    const auto end = m_tag.find('"', start);
    return end == std::string::npos ? std::string_view() : std::string_view(m_tag).substr(start, end - start);
}

bool XmlScanner::isAtEnd()
{
    m_in.skipBlanks();
    return m_in.peek() == InputText::kEnd;
}

} // namespace observo::exchange
