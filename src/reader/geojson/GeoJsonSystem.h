// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/feed/FileInfo.h"

#include <string>
#include <string_view>
#include <vector>

namespace observo::reader {

/// The reference system by the `crs` member of 2008, as it stands in the file; without one it is WGS 84 (RFC 7946). A
/// link to a system elsewhere is not followed, which becomes a problem.
[[nodiscard]] feed::ReferenceSystem systemOfGeoJson(std::string_view crsMember, std::vector<feed::Problem>& problems);

} // namespace observo::reader
