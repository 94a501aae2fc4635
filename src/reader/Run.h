// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace observo::reader {

/// The life of a reader process: takes its task from `input`, closes its fence, and sends what it reads to `output`.
/// Gives the exit code.
[[nodiscard]] int run(int input, int output);

} // namespace observo::reader
