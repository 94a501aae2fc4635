// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "files/InputText.h"

#include <string>
#include <string_view>

namespace observo::exchange {

/// Reads XML of our own making forward, tag after tag, without building anything: no comments, no CDATA, and the
/// entities that `appendXml` writes.
class XmlScanner {
public:
    explicit XmlScanner(InputText in) : m_in(std::move(in)) {}

    /// Reads the text up to the next tag, and the tag without its brackets.
    [[nodiscard]] Done next();
    [[nodiscard]] const std::string& tag() const { return m_tag; }
    /// What stood before the tag; may be taken.
    [[nodiscard]] std::string& text() { return m_text; }
    /// The value of an attribute of the tag; empty when it has none of this name.
    [[nodiscard]] std::string_view attribute(std::string_view name) const;
    /// Whether only blanks are left.
    [[nodiscard]] bool isAtEnd();
    [[nodiscard]] tl::unexpected<Error> misread(const std::string& what) const { return m_in.misread(what); }

private:
    [[nodiscard]] Done entity();

    InputText m_in;
    std::string m_text;
    std::string m_tag;
};

} // namespace observo::exchange
