// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "files/InputText.h"

#include <string>

namespace observo::exchange {

/// Reads JSON forward, one token after the other, without building anything (RFC 8259).
class JsonScanner {
public:
    explicit JsonScanner(InputText in) : m_in(std::move(in)) {}

    /// Takes `c` after blanks if it is there.
    bool skip(char c);
    [[nodiscard]] Done expect(char c);
    /// A string into `text`.
    [[nodiscard]] Done string(std::string& text);
    /// A key and its colon.
    [[nodiscard]] Done key(std::string& text);
    /// A string, or number, true, false and null as they stand; null gives nothing.
    [[nodiscard]] Done scalar(std::string& text);
    [[nodiscard]] Done number(double& number);
    /// Reads over any value.
    [[nodiscard]] Done pass();
    [[nodiscard]] bool isAtEnd();
    [[nodiscard]] tl::unexpected<Error> misread(const std::string& what) const { return m_in.misread(what); }

private:
    [[nodiscard]] Done escape(std::string& text);
    [[nodiscard]] Result<unsigned> fourDigits();

    InputText m_in;
    std::string m_passed;
};

} // namespace observo::exchange
