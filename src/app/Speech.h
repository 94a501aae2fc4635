// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Translatable.h"

#include <QLocale>
#include <QString>

namespace observo::app {

// The language of the window: one for the whole program, changed before the windows are made.

/// Loads the words of the language into the running application and sets the default locale.
void speak(Language language);
[[nodiscard]] Language language();
/// How numbers and dates are written in that language.
[[nodiscard]] QLocale spokenLocale();
/// A label of a table below (field, code, rule, format) in the language spoken.
[[nodiscard]] QString wordsOf(const Label& label);
/// The language the desktop asks for: English only when it says so, Italian otherwise.
[[nodiscard]] Language languageOfDesktop();

} // namespace observo::app
