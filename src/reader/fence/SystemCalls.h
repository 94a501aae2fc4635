// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Result.h"

namespace observo::reader {

/// Lets the process do what reading a file takes: files, memory, threads, clocks. Sockets, other programs and looking
/// into other processes end it (fence/LastWords.h); what is not on the list fails without harm.
[[nodiscard]] Done limitSystemCalls();

} // namespace observo::reader
