// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Command.h"

#include <memory>

namespace observo::cli {

/// `fields`: the data dictionary.
[[nodiscard]] std::unique_ptr<Command> fieldsCommand();

} // namespace observo::cli
