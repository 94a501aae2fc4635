// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace observo::exchange {

/// Lower-case words without accents and punctuation: "Località (m)" gives {"localita", "m"}. Letters that have no plain
/// form (Greek, Thai, ...) stay as they are; decomposed accents are folded like composed ones.
[[nodiscard]] std::vector<std::string> wordsOf(std::string_view text);
/// The same, joined by blanks: how values are compared.
[[nodiscard]] std::string foldedText(std::string_view text);
/// The same without blanks, so that "camera:type", "camera_type" and "CameraType" are one: how names are compared.
[[nodiscard]] std::string foldedName(std::string_view text);

/// A column's name and what it says in brackets: "Altezza (m)" gives "Altezza" and "m".
struct NameAndUnit {
    std::string name;
    std::string unit;
};
[[nodiscard]] NameAndUnit withoutUnit(std::string_view columnName);

/// Without blanks at both sides, the no-break space and the byte order mark included.
[[nodiscard]] std::string_view bare(std::string_view text);

} // namespace observo::exchange
