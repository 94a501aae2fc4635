// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Command.h"

#include <memory>

namespace observo::cli {

/// `info`: what a census is; every byte of it stays as it was.
[[nodiscard]] std::unique_ptr<Command> infoCommand();

} // namespace observo::cli
