// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Command.h"

#include <memory>

namespace observo::cli {

/// `check`: the validation rules and the file's own integrity.
[[nodiscard]] std::unique_ptr<Command> checkCommand();

} // namespace observo::cli
