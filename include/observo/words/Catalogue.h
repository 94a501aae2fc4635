// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Result.h"
#include "observo/core/Translatable.h"

#include <optional>
#include <string>
#include <string_view>

namespace observo::words {

// Errors and problems are made in English, with the values in them. What a person reads is looked up here by the
// finished message: resources/messages/it.csv has each as a template, `{1}` where a value stands as it is and
// `{1:text}` where a message stands inside the message.

/// The message in Italian; nothing when the catalogue does not know it.
[[nodiscard]] std::optional<std::string> italianOf(std::string_view english);

/// The message in the language; one that the catalogue does not know (it comes from a third party) stays English.
[[nodiscard]] std::string inLanguage(std::string_view english, Language language);

/// The error as one line: WHAT, WHERE (file, row, field), ADVICE.
[[nodiscard]] std::string messageOf(const Error& error, Language language);

} // namespace observo::words
