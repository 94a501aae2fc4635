// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Result.h"

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>

namespace observo::exchange {

/// A file read forward through a buffer, byte by byte or up to a mark.
class InputText {
public:
    [[nodiscard]] static Result<InputText> open(const std::filesystem::path& file);

    static constexpr int kEnd = -1;
    [[nodiscard]] int peek() { return m_at < m_size || refill() ? static_cast<unsigned char>(m_buffer[m_at]) : kEnd; }
    int next()
    {
        const int c = peek();
        m_at += c == kEnd ? 0 : 1;
        return c;
    }
    /// Takes the next character if it is `c`.
    bool skip(char c)
    {
        const bool isThere = peek() == static_cast<unsigned char>(c);
        m_at += isThere ? 1 : 0;
        return isThere;
    }
    void skipBlanks();
    /// Appends what stands before the next `a` or `b`, or all the rest.
    void appendUntil(std::string& out, char a, char b);
    /// Replaces `out` by the next `count` bytes; false when there are fewer.
    bool take(std::string& out, std::size_t count);

    /// Where it stands, in bytes from the start.
    [[nodiscard]] std::uint64_t position() const { return m_before + m_at; }
    [[nodiscard]] const std::filesystem::path& file() const { return m_file; }
    /// That the file, read back, is not as it should be here.
    [[nodiscard]] tl::unexpected<Error> misread(const std::string& what) const;

private:
    InputText(std::filesystem::path file, std::ifstream in);
    bool refill();

    std::filesystem::path m_file;
    std::ifstream m_in;
    std::string m_buffer;
    std::size_t m_at = 0;
    std::size_t m_size = 0;
    std::uint64_t m_before = 0;
};

} // namespace observo::exchange
