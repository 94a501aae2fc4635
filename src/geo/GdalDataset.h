// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "GdalMessages.h"
#include "SourceFile.h"

#include "observo/core/Result.h"
#include "observo/geo/Crs.h"

#include <gdal.h>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace observo::geo {

/// Closes a dataset of GDAL.
struct DatasetEnds {
    void operator()(void* dataset) const { GDALClose(dataset); }
};
using GdalDataset = std::unique_ptr<void, DatasetEnds>;

/// Opens a file read-only with the one driver of its format; `inner` is a member of a zip file, `options` are the
/// driver's. Nothing is written beside the file, also not by a GeoPackage.
[[nodiscard]] Result<GdalDataset> openDataset(const SourceFile& source, unsigned int kind, const std::string& inner,
                                              std::vector<std::string> options);

/// The shapefiles of a zip file by their paths inside it, after a look at how large it would become unpacked.
[[nodiscard]] Result<std::vector<std::string>> shapefilesIn(const SourceFile& zip);

/// The system of a layer or picture; nothing when it declares none or a local one.
[[nodiscard]] std::optional<Crs> crsOf(OGRSpatialReferenceH reference);

} // namespace observo::geo
