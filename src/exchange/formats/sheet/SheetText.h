// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace observo::exchange {

// What an Office Open XML sheet (ECMA-376 part 1) asks of texts, cells and days.

/// The longest text of a cell, in UTF-16 units.
constexpr std::size_t kLongestSheetText = 32767;
/// The last row of a sheet.
constexpr std::size_t kLastSheetRow = 1048576;

/// "A" for 0, "AB" for 27.
[[nodiscard]] std::string sheetColumnName(std::size_t column);
/// The column of a cell's name, 27 for "AB12"; npos when it is none.
[[nodiscard]] std::size_t sheetColumnOf(std::string_view cell);

/// How many bytes of the text fit in a cell; all of them mostly.
[[nodiscard]] std::size_t fittingSheetText(std::string_view text);
/// Text for the content of a cell. "_x0041_" is an escape there (ST_Xstring): its first sign is escaped itself.
void appendSheetText(std::string& out, std::string_view text);
/// The text that stands in a cell, its escapes undone.
[[nodiscard]] std::string fromSheetText(std::string_view text);

/// Days since 1899-12-30 of "2026-11-22", which must be a day.
[[nodiscard]] int sheetDayOf(std::string_view day);
/// The day of such a number, "2026-11-22"; empty when it is none.
[[nodiscard]] std::string dayOfSheet(std::string_view number);

} // namespace observo::exchange
