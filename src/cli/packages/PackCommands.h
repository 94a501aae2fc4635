// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Command.h"

#include <memory>

namespace observo::cli {

/// `pack`: the census, signed and sealed for others. `unpack`: the census out of a package.
[[nodiscard]] std::unique_ptr<Command> packCommand();
[[nodiscard]] std::unique_ptr<Command> unpackCommand();

} // namespace observo::cli
