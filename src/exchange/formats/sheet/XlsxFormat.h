// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Formats.h"

namespace observo::exchange {

/// Excel (Office Open XML): one sheet each for cameras, sites and systems; real numbers and days, texts that stay
/// texts.
[[nodiscard]] Format xlsxFormat();

} // namespace observo::exchange
