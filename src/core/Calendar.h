// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace observo {

/// Reads "2026-11-22"; nothing unless it is a day of the Gregorian calendar.
[[nodiscard]] std::optional<std::chrono::year_month_day> dayOf(std::string_view text);
/// Writes "2026-11-22".
[[nodiscard]] std::string textOf(std::chrono::year_month_day day);
/// The same day some months later, the month's last day where it has fewer days.
[[nodiscard]] std::chrono::year_month_day monthsLater(std::chrono::year_month_day day, int months);
/// "2026-11-22T10:42:07Z", with or without a fraction of the second.
[[nodiscard]] bool isTimestamp(std::string_view text);

} // namespace observo
