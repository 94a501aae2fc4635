// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Command.h"

#include <memory>

namespace observo::cli {

/// `add`: registers one camera.
[[nodiscard]] std::unique_ptr<Command> addCommand();

} // namespace observo::cli
