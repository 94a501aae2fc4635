// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace observo {

// UTF-8 in, UTF-8 out. Letters of ASCII, Latin-1 Supplement and Latin Extended-A are folded, everything else stays as
// it is, broken sequences included.

/// Lower case: "CITTÀ" becomes "città".
[[nodiscard]] std::string lowerCase(std::string_view text);

/// Lower case without accents, as search compares it: "Città dell’Orso" becomes "citta dell'orso".
[[nodiscard]] std::string searchForm(std::string_view text);
/// The same, appended to `out`, so that a scan over many rows needs one buffer.
void appendSearchForm(std::string_view text, std::string& out);

/// How many bytes the character at `text[at]` takes; 1 for a byte that begins no sequence.
[[nodiscard]] std::size_t characterLength(std::string_view text, std::size_t at);
/// Characters of a text, a broken byte counting as one.
[[nodiscard]] std::size_t characterCount(std::string_view text);

/// Whether `text` is like `pattern`: `*` stands for any characters, `?` for one. Both must have the same case already.
[[nodiscard]] bool globMatches(std::string_view pattern, std::string_view text);

} // namespace observo
