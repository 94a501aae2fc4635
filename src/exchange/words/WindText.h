// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Quantities.h"

#include <optional>
#include <string_view>

namespace observo::exchange {

/// The azimuth of one of the sixteen winds in Italian or English: "N", "NNE", "Nord-Est", "sudovest", "SSO", "north
/// west", "verso est". O is the Italian west.
[[nodiscard]] std::optional<Degrees> windIn(std::string_view text);

} // namespace observo::exchange
