// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ostream>
#include <string>
#include <vector>

namespace observo::cli {

/// The whole program but for the process: reads the arguments (without the program's name), runs one command, writes
/// the result to `out` and messages to `err`, and returns the exit status. `isTerminal` says whether a person watches.
[[nodiscard]] int run(std::vector<std::string> arguments, std::ostream& out, std::ostream& err,
                      bool isTerminal = false);

} // namespace observo::cli
