// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Source.h"

namespace observo::reader {

/// Opens an input that one of GDAL's vector drivers reads.
[[nodiscard]] Result<std::unique_ptr<Source>> openWithOgr(StagedInput& input, const feed::Request& request);

} // namespace observo::reader
