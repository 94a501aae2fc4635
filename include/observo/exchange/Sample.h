// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/census/Session.h"
#include "observo/core/Progress.h"
#include "observo/core/Result.h"

#include <filesystem>

namespace observo::exchange {

/// Makes the sample census of a made-up town at `file` from the generated records in `sampleFolder`
/// (data/sample: cameras, sites, systems as JSON lines), through a session like any other edit.
[[nodiscard]] Done makeSampleCensus(const std::filesystem::path& sampleFolder, const std::filesystem::path& file,
                                    const census::Actor& actor, const Progress& progress);

} // namespace observo::exchange
