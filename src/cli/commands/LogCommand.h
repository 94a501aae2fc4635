// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Command.h"

#include <memory>

namespace observo::cli {

/// `log`: who changed what, when and why; `--verify` checks the chain.
[[nodiscard]] std::unique_ptr<Command> logCommand();

} // namespace observo::cli
