// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Camera.h"

#include <cstddef>
#include <filesystem>

namespace observo::bench {

/// A camera of a made-up region, the same for the same number: clustered like towns, with optics, purpose and history.
[[nodiscard]] Camera regionalCamera(std::size_t number);

/// A census of that many cameras, entered once through a session and kept for the run of the benchmarks. Stops the
/// program when it cannot be made. The folder is OBSERVO_BENCH_FOLDER, else the system's temporary one.
[[nodiscard]] std::filesystem::path censusOf(std::size_t cameras);

} // namespace observo::bench
