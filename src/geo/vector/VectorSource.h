// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "GdalDataset.h"
#include "SourceFile.h"

#include <ogr_api.h>

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace observo::geo {

/// One layer of an open file.
struct OpenLayer {
    std::string name;
    OGRLayerH layer = nullptr;
    GDALDatasetH dataset = nullptr;
};

/// The open datasets of a vector file: one, or one for each shapefile of a zip file.
class VectorSource {
public:
    [[nodiscard]] static Result<VectorSource> open(const std::filesystem::path& file);

    [[nodiscard]] const SourceFile& file() const { return m_file; }
    [[nodiscard]] const std::vector<OpenLayer>& layers() const { return m_layers; }
    /// By name; the first one for an empty name.
    [[nodiscard]] Result<OpenLayer> layer(const std::string& name) const;

private:
    explicit VectorSource(SourceFile file) : m_file(std::move(file)) {}
    [[nodiscard]] Done add(const std::string& inner);

    SourceFile m_file;
    std::vector<GdalDataset> m_datasets;
    std::vector<OpenLayer> m_layers;
};

} // namespace observo::geo
