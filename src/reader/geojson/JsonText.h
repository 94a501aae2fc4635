// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

namespace observo::reader {

/// Walks over JSON that is whole in memory. The first thing that is no JSON makes it bad for good.
class JsonCursor {
public:
    explicit JsonCursor(std::string_view text) : m_text(text) {}

    /// The next character that is no blank; 0 at the end.
    [[nodiscard]] char peek();
    /// Takes it when it is `c`.
    bool take(char c);
    /// Takes the next key of an object and its colon; false after the last one. Begin with `take('{')`.
    bool nextKey(std::string& key);
    /// False after the last item of an array. Begin with `take('[')`.
    bool nextItem();
    /// The next value as it stands in the file.
    [[nodiscard]] std::string_view value();
    /// A number; not a finite one where the file writes too many digits of exponent.
    [[nodiscard]] double number();

    void spoil() { m_isGood = false; }
    [[nodiscard]] bool isGood() const { return m_isGood; }

private:
    std::string_view m_text;
    std::size_t m_at = 0;
    bool m_isFirst = false; ///< of an object or array
    bool m_isGood = true;
};

/// What stands between the quotes of a JSON string, its escapes resolved; false for a broken escape.
bool unescape(std::string_view quotedText, std::string& into);

/// Where the value that begins at `from` ends, looked for from `state` on; npos while it is not whole.
struct JsonScan {
    std::size_t at = 0; ///< how far it has been looked at
    int depth = 0;
    bool inString = false;
    bool isTooDeep = false;
};
[[nodiscard]] std::size_t endOfValue(std::string_view text, JsonScan& scan, bool isLast);

/// A JSON file of any size, taken value by value: a buffer holds one value and what was read with it.
class JsonFile {
public:
    JsonFile(const std::filesystem::path& file, std::uint64_t bytes);

    [[nodiscard]] char peek();
    bool take(char c);
    /// The next value, whole; empty at the end, when it is cut, too deep or longer than 64 MiB.
    [[nodiscard]] std::string_view value();
    [[nodiscard]] double share() const;

private:
    bool refill();

    std::ifstream m_in;
    std::string m_buffer;
    std::size_t m_at = 0;
    std::uint64_t m_read = 0;
    std::uint64_t m_bytes;
    bool m_isLast = false;
};

} // namespace observo::reader
