// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Result.h"

#include <filesystem>
#include <string>

namespace observo::cli {

/// The first line of a file, "-" for standard input, or what a person types on a terminal without seeing it when no
/// file is given. Never an argument: those are seen by everybody on the machine. Empty is an error.
[[nodiscard]] Result<std::string> secretFrom(const std::string& file, const std::string& question);
/// Where the last counters of packages are kept: a file in the user's state folder.
[[nodiscard]] std::filesystem::path packageCounters();

} // namespace observo::cli
