// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace observo::reader {

/// From now on the end of memory and a forbidden system call end the process with the exit code that says so
/// (feed::LastWord), instead of leaving it to a driver what to make of them.
void prepareLastWords();

/// Ends the process as out of memory.
[[noreturn]] void endOutOfMemory();

/// Runs `attempt` and says whether the fence caught a forbidden system call in it.
[[nodiscard]] bool isCaught(void (*attempt)());

} // namespace observo::reader
