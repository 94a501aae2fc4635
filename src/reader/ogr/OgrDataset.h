// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "input/Staging.h"
#include "ogr/OgrMessages.h"

#include "observo/core/Result.h"

#include <gdal.h>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace observo::reader {

/// Closes a dataset of GDAL.
struct DatasetEnds {
    void operator()(void* dataset) const { GDALClose(dataset); }
};
using OgrDataset = std::unique_ptr<void, DatasetEnds>;

/// Leaves GDAL one single driver, that of the format, with the options that keep it from network and other files.
[[nodiscard]] Done prepareDriver(const StagedInput& input);

/// Opens a file of the input with that driver.
[[nodiscard]] Result<OgrDataset> openDataset(const StagedInput& input, const std::filesystem::path& file,
                                             const std::vector<std::string>& options, OgrMessages& messages);

} // namespace observo::reader
