// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

/// Marks visible words in rooms without Qt so that the translation tools find them; the value is the English text.
#ifndef QT_TRANSLATE_NOOP
#define QT_TRANSLATE_NOOP(scope, x) x
#endif

namespace observo {

/// The two languages of the program. Codes, keys and numbers in files never depend on it.
enum class Language { Italian, English };

/// A short text in both languages, for labels that come from tables (fields, code lists, rules).
struct Label {
    std::string_view it;
    std::string_view en;

    [[nodiscard]] constexpr std::string_view in(Language language) const
    {
        return language == Language::Italian ? it : en;
    }
    friend constexpr bool operator==(const Label&, const Label&) = default;
};

} // namespace observo
