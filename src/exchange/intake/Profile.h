// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "words/ColumnWords.h"

#include "observo/core/Result.h"
#include "observo/exchange/Import.h"

#include <filesystem>
#include <string_view>

namespace observo::exchange {

/// A mapping file: {"columns": {"TIPO": "camera_type", "H": {"field": "mount_height_m", "unit": "cm"}, "NOTE2": null},
/// "values": {"camera_type": {"Tlc mobile": "ptz"}}, "constants": {"system_code": "IMP-02"}, "crs": "EPSG:3003",
/// "dates": "day first"}. The columns alone ({"TIPO": "camera_type"}) or a receipt with its "mapping" do as well.
/// Errors name file and key, and the nearest known field.
[[nodiscard]] Result<MappingProfile> profileFromJson(std::string_view json);

} // namespace observo::exchange
