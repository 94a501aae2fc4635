// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ExportPlan.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace observo::exchange {

/// The ending of the file of metadata beside an export.
constexpr std::string_view kMetadataEnding = ".iso19139.xml";

/// The name of the file of metadata of an output.
[[nodiscard]] std::string metadataName(const std::filesystem::path& output);

/// The metadata of an export: ISO 19139 with the elements that the Italian catalogue of spatial data asks for (Linee
/// Guida RNDT 2.0). What the census does not say is there with the reason "missing". `today` is an ISO 8601 day.
[[nodiscard]] std::string metadataXml(const ExportPlan& plan, std::string_view today);

/// Adds to the plan's report what the catalogue asks and the census does not say.
void foreseeMetadata(ExportPlan& plan);

} // namespace observo::exchange
