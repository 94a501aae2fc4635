// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Command.h"

#include <memory>

namespace observo::cli {

/// `export`: the census into a file of another format, whole and read back.
[[nodiscard]] std::unique_ptr<Command> exportCommand();

} // namespace observo::cli
