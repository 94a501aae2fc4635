// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace observo::exchange {

/// A name and a value of an attribute.
using XmlAttribute = std::pair<std::string_view, std::string_view>;

/// An element around what is inside it, which is XML already; every element on a line of its own, indented.
[[nodiscard]] std::string xmlElement(std::string_view tag, std::initializer_list<std::string> inside,
                                     std::initializer_list<XmlAttribute> attributes = {});
/// An element with text.
[[nodiscard]] std::string xmlText(std::string_view tag, std::string_view text,
                                  std::initializer_list<XmlAttribute> attributes = {});

} // namespace observo::exchange
