// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Quantities.h"

#include <QString>

#include <string>
#include <string_view>

namespace observo::app {

// Numbers, lengths, angles, days and times as people read them in the language spoken.

/// At most `decimals` digits after the comma, closing zeros dropped.
[[nodiscard]] QString numberText(double value, int decimals);
[[nodiscard]] QString countText(qint64 count);
/// "0,4 m", "38 m", "1,25 km": as precise as one can point on a map.
[[nodiscard]] QString metresText(Metres length);
/// "127°", "127,5°".
[[nodiscard]] QString degreesText(Degrees angle);
/// "10:42:07" of a UTC time, on this machine's clock; empty when it is no time.
[[nodiscard]] QString clockText(std::string_view utc);
/// "22/11/2026 10:42" of a UTC time.
[[nodiscard]] QString momentText(std::string_view utc);
/// "22/11/2026" of "2026-11-22"; what is no day is given back as it is.
[[nodiscard]] QString dayText(std::string_view isoDay);
/// The ISO day of what a person wrote ("22/11/2026", "22.11.26", "2026-11-22", "oggi", "today"); what cannot be read is
/// given back as it is, so that the field says what is wrong with it.
[[nodiscard]] QString isoDayOf(const QString& written);
/// Today, ISO 8601.
[[nodiscard]] std::string isoToday();

} // namespace observo::app
