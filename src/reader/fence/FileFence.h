// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fence/Fence.h"

#include "observo/core/Result.h"

#include <string>

namespace observo::reader {

/// Leaves the process no file but those of the plan, through Landlock. False when the kernel has none.
[[nodiscard]] Result<bool> limitFiles(const FencePlan& plan);

} // namespace observo::reader
