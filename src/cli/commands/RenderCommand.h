// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Command.h"

#include <memory>

namespace observo::cli {

/// `render`: one map picture, by the code of the window.
[[nodiscard]] std::unique_ptr<Command> renderCommand();

} // namespace observo::cli
