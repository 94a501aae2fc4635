// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace observo::reader {

/// "2026-11-22" and a day that there was or will be.
[[nodiscard]] bool isDay(std::string_view text);

/// An instant of ISO 8601 ("2026-11-22T10:42:07.000+01:00", also with a blank for the T) in UTC with a Z where it names
/// its time zone, and without one where it does not; a fraction of nothing goes. Empty when it is none.
[[nodiscard]] std::string instantOf(std::string_view text);

} // namespace observo::reader
