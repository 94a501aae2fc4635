// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Command.h"

#include <memory>

namespace observo::cli {

/// `new`: creates an empty census; refuses an existing file.
[[nodiscard]] std::unique_ptr<Command> newCommand();

} // namespace observo::cli
