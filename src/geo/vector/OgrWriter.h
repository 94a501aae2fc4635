// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "GdalDataset.h"
#include "GdalMessages.h"

#include "observo/core/Progress.h"
#include "observo/core/Result.h"
#include "observo/geo/OutputTable.h"

#include <ogr_api.h>

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace observo::geo {

/// How a driver of GDAL wants a file and its layers made.
struct OgrWay {
    const char* driver = "";
    std::vector<std::string> fileOptions{};
    /// The options of a layer beside those that every layer has.
    std::vector<std::string> (*layerOptions)(const OutputTable& table) = nullptr;
    bool hasTransactions = false;
};

/// One new file being written through GDAL, which tells many failed writes only through its messages, some only on
/// closing: each step looks at all of them, and every warning is an error.
class OgrWriter {
public:
    OgrWriter(std::filesystem::path file, OgrWay way) : m_file(std::move(file)), m_way(std::move(way)) {}

    [[nodiscard]] Done create();
    [[nodiscard]] Done write(const OutputTable& table, const Progress& progress);
    [[nodiscard]] Done close();
    /// Takes the unfinished file away, with what the driver left beside it.
    void abandon();

private:
    [[nodiscard]] Done check() const;
    [[nodiscard]] tl::unexpected<Error> failed(const std::string& otherwise) const;
    [[nodiscard]] Result<OGRLayerH> makeLayer(const OutputTable& table);
    [[nodiscard]] Done addRow(OGRLayerH layer, const OutputTable& table, const Feature& feature);

    std::filesystem::path m_file;
    OgrWay m_way;
    GdalMessages m_messages; // outlives the dataset, whose closing still speaks
    GdalDataset m_dataset;
};

/// Writes the tables, closes the file and syncs it to disk; leaves nothing behind when something fails. A file that
/// exists is refused.
[[nodiscard]] Done writeWithOgr(const std::filesystem::path& file, OgrWay way, const std::vector<OutputTable>& tables,
                                const Progress& progress);

} // namespace observo::geo
