// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace observo::reader {

/// Settings for GDAL's OSM driver: which tags become columns of their own, the camera's among them; the others come
/// together in the column `other_tags`.
[[nodiscard]] std::string osmSettings();

} // namespace observo::reader
