// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Command.h"

#include <memory>

namespace observo::cli {

// Edits of one camera, named by UUID or code.

/// `set`: gives fields new values.
[[nodiscard]] std::unique_ptr<Command> setCommand();
/// `move`: to another place.
[[nodiscard]] std::unique_ptr<Command> moveCommand();
/// `remove`: out of the census, with a reason; a tombstone remains.
[[nodiscard]] std::unique_ptr<Command> removeCommand();

} // namespace observo::cli
