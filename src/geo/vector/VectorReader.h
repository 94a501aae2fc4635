// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "vector/VectorSource.h"

#include "observo/geo/VectorFile.h"

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace observo::geo {

/// What an open layer says of itself.
[[nodiscard]] VectorLayerInfo infoOf(const OpenLayer& layer);

/// Streams the features of one layer of a file that is opened once: opening a GeoJSON file reads all of it.
class VectorReader {
public:
    /// The layer by its name; the first one for an empty name.
    [[nodiscard]] static Result<VectorReader> open(const std::filesystem::path& file, const std::string& layer);

    [[nodiscard]] VectorLayerInfo info() const { return infoOf(m_open); }
    /// What of the layer will be read; its name in the query does not count here.
    [[nodiscard]] Done select(const VectorQuery& query);
    [[nodiscard]] Result<VectorReadReport> run(const std::function<bool(const Feature&)>& take,
                                               const Progress& progress);

private:
    /// A column that is read, and where it stands in GDAL's rows.
    struct Column {
        int index = 0;
        FieldType type = FieldType::Text;
    };

    VectorReader(VectorSource source, OpenLayer open) : m_source(std::move(source)), m_open(std::move(open)) {}
    void leaveOut(const std::vector<int>& wanted);
    void chooseInterest();
    [[nodiscard]] OGRFeatureH next(const Progress& progress);
    [[nodiscard]] Geometry geometryOf(OGRFeatureH row, GdalMessages& messages) const;

    VectorSource m_source;
    OpenLayer m_open;
    std::vector<Column> m_columns;
    bool m_withGeometry = true;
    bool m_interleaved = false;
    bool m_counted = false;
};

} // namespace observo::geo
