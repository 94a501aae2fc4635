// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Command.h"

#include <memory>

namespace observo::cli {

/// `undo`: takes back the last change sets, each as a new logged one.
[[nodiscard]] std::unique_ptr<Command> undoCommand();
/// `redo`: makes what was undone again; lasts until the next edit.
[[nodiscard]] std::unique_ptr<Command> redoCommand();

} // namespace observo::cli
