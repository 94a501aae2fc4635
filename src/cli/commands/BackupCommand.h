// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Command.h"

#include <memory>

namespace observo::cli {

/// `backup`: a consistent copy while in use.
[[nodiscard]] std::unique_ptr<Command> backupCommand();

} // namespace observo::cli
