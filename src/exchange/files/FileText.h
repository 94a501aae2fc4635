// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Fields.h"

#include <string>
#include <string_view>

namespace observo::exchange {

/// Whether files can carry the text: well-formed UTF-8 without control characters other than tab and line ends.
[[nodiscard]] bool isClean(std::string_view text);
/// The text as files can carry it: what cannot go becomes U+FFFD.
[[nodiscard]] std::string cleanText(std::string_view text);
/// A number without exponent that reads back equal, or with 15 significant digits when that would take over 24
/// characters. C locale.
[[nodiscard]] std::string plainNumber(double number);
/// A coordinate with a fixed number of decimals, C locale.
void appendFixed(std::string& out, double number, int decimals);

/// Appends a JSON string with its quotes.
void appendJson(std::string& out, std::string_view text);
/// Appends a value as JSON: number, true, false, string or null.
void appendJsonValue(std::string& out, const FieldValue& value);
/// Appends text for the content of an XML element or an attribute in double quotes.
void appendXml(std::string& out, std::string_view text);
/// Appends a quoted CSV field (RFC 4180).
void appendCsv(std::string& out, std::string_view text);
/// Text that a spreadsheet would run gets a leading apostrophe, and so does text that begins with one; other text
/// stays. Taking one leading apostrophe away gives the text back.
[[nodiscard]] std::string guardedAgainstFormula(std::string_view text);

} // namespace observo::exchange
