// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Command.h"

#include <memory>

namespace observo::cli {

/// `list`: the living cameras by filter and box, in four formats.
[[nodiscard]] std::unique_ptr<Command> listCommand();

} // namespace observo::cli
