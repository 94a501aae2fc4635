// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Command.h"

#include <memory>

namespace observo::cli {

/// `show`: one camera by UUID or code.
[[nodiscard]] std::unique_ptr<Command> showCommand();

} // namespace observo::cli
