// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "input/Staging.h"

#include "observo/feed/FileInfo.h"

#include <ogr_api.h>

namespace observo::reader {

/// The reference system that a layer of the input declares, and how that is known.
[[nodiscard]] feed::ReferenceSystem systemOf(OGRLayerH layer, const StagedInput& input);

} // namespace observo::reader
