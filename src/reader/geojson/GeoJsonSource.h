// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Source.h"

namespace observo::reader {

/// Opens GeoJSON with a reader of our own, which goes through the file twice in pieces: once for the columns, once for
/// the rows. A file that breaks off is refused before its first row.
[[nodiscard]] Result<std::unique_ptr<Source>> openGeoJson(StagedInput& input, const feed::Request& request);

} // namespace observo::reader
