// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace observo::census {

/// Now in UTC as GeoPackage writes times: "2026-11-22T10:42:07.123Z".
[[nodiscard]] std::string utcNow();
/// The same instant fit for file names and sorting as text: "20261122T104207Z".
[[nodiscard]] std::string fileNameTime(const std::string& utc);

} // namespace observo::census
