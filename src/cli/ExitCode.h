// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Result.h"

namespace observo::cli {

/// The exit status of the program, as scripts rely on it.
enum class ExitCode {
    Done = 0,
    Findings = 1,        ///< rows rejected, rules broken, log not intact, nothing found
    WrongUsage = 2,      ///< the command line was wrong
    UnreadableInput = 3, ///< an input file cannot be read or understood
    CensusRefuses = 4,   ///< missing, locked, read-only, damaged, newer
    Cancelled = 5,
    OutputFailed = 6, ///< no space, no permission, exists
};

[[nodiscard]] ExitCode exitCodeFor(ErrorCode code);

} // namespace observo::cli
