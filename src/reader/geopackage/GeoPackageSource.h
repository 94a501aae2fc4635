// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Source.h"

namespace observo::reader {

/// Opens a GeoPackage with a reader of our own over the hardened connection. One that holds nothing but pictures is
/// described as a picture.
[[nodiscard]] Result<std::unique_ptr<Source>> openGeoPackage(StagedInput& input, const feed::Request& request);

} // namespace observo::reader
