// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Command.h"

#include <memory>

namespace observo::cli {

/// `keygen`: a key of one's own for packages, or the same again from its recovery code.
[[nodiscard]] std::unique_ptr<Command> keygenCommand();

} // namespace observo::cli
