// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Formats.h"

namespace observo::exchange {

/// CSV (RFC 4180): UTF-8, every field quoted, lon,lat (or x,y) first, text guarded against formula execution.
[[nodiscard]] Format csvFormat();

} // namespace observo::exchange
