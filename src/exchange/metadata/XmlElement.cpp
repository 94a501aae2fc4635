// SPDX-License-Identifier: GPL-3.0-or-later
#include "metadata/XmlElement.h"

#include "files/FileText.h"

#include <cstddef>

namespace observo::exchange {
namespace {

std::string opening(std::string_view tag, std::initializer_list<XmlAttribute> attributes)
{
    std::string text = "<";
    text += tag;
    for (const auto& [name, value] : attributes) {
        text += ' ';
        text += name;
        text += "=\"";
        appendXml(text, cleanText(value));
        text += '"';
    }
    return text;
}

/// Every line one step to the right. Texts of several lines are moved along, which XML's readers of metadata ignore.
void appendIndented(std::string& out, std::string_view lines)
{
    for (std::size_t at = 0; at < lines.size();) {
        const auto end = lines.find('\n', at);
        const auto size = end == std::string_view::npos ? lines.size() - at : end - at + 1;
        out += ' ';
        out += lines.substr(at, size);
        at += size;
    }
}

} // namespace

std::string xmlElement(std::string_view tag, std::initializer_list<std::string> inside,
                       std::initializer_list<XmlAttribute> attributes)
{
    std::string text = opening(tag, attributes);
    std::string lines;
    for (const std::string& one : inside) {
        appendIndented(lines, one);
    }
    if (lines.empty()) {
        return text + "/>\n";
    }
    text += ">\n";
    text += lines;
    text += "</";
    text += tag;
    return text + ">\n";
}

std::string xmlText(std::string_view tag, std::string_view text, std::initializer_list<XmlAttribute> attributes)
{
    std::string element = opening(tag, attributes) + ">";
    appendXml(element, cleanText(text));
    element += "</";
    element += tag;
    return element + ">\n";
}

} // namespace observo::exchange
