// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Fields.h"

#include <string>
#include <string_view>

namespace observo::exchange {

/// The text as files may carry it: broken UTF-8 and control characters other than tab and line ends become U+FFFD.
[[nodiscard]] std::string cleanText(std::string_view text);
/// Whether a text is an ISO 8601 day, "2026-11-22" (digits only; the calendar is not asked).
[[nodiscard]] bool isDay(std::string_view text);
/// A number without exponent that reads back equal, or with 15 significant digits when that would take over 24
/// characters. C locale.
[[nodiscard]] std::string plainNumber(double number);
/// A coordinate with a fixed number of decimals, C locale.
void appendFixed(std::string& out, double number, int decimals);

/// Appends a JSON string with its quotes.
void appendJson(std::string& out, std::string_view text);
/// Appends a value as JSON: number, true, false, string or null.
void appendJsonValue(std::string& out, const FieldValue& value);
/// Appends text with the five XML characters escaped.
void appendXml(std::string& out, std::string_view text);
/// Appends a quoted CSV field (RFC 4180).
void appendCsv(std::string& out, std::string_view text);
/// Text that a spreadsheet would run gets a leading apostrophe; other text stays.
[[nodiscard]] std::string guardedAgainstFormula(std::string_view text);

/// A value in one spelling, whatever the format made of its type: numbers as shortest decimal, booleans as 1 and 0,
/// dates and times as ISO. What is written and what is read back are compared in it.
[[nodiscard]] std::string canonicalText(const FieldInfo& field, const FieldValue& value);

} // namespace observo::exchange
