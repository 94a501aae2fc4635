// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Formats.h"

namespace observo::exchange {

/// GeoJSON whose properties are OpenStreetMap tags (man_made=surveillance), for mappers to look through and upload.
[[nodiscard]] Format osmTagsFormat();

} // namespace observo::exchange
