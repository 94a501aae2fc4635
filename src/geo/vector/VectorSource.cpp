// SPDX-License-Identifier: GPL-3.0-or-later
#include "vector/VectorSource.h"

#include <algorithm>
#include <utility>

namespace observo::geo {

namespace {

/// What a driver is told: no tables that the GeoPackage itself does not list, no guesses about CSV.
std::vector<std::string> optionsOf(FileFormat format)
{
    switch (format) {
    case FileFormat::GeoPackage:
        return {"LIST_ALL_TABLES=NO"};
    case FileFormat::Csv:
        return {"AUTODETECT_TYPE=NO", "KEEP_GEOM_COLUMNS=YES"};
    default:
        return {};
    }
}

} // namespace

Result<VectorSource> VectorSource::open(const std::filesystem::path& file)
{
    auto recognised = recognise(file);
    if (!recognised) {
        return fail(std::move(recognised.error()));
    }
    VectorSource source(std::move(*recognised));
    const auto& path = source.m_file.path;
    if (isRasterFormat(source.m_file.format)) {
        return fail(Error{.code = ErrorCode::InputUnreadable,
                          .what = "the file is a picture and has no features",
                          .file = path.string(),
                          .advice = "add it as a raster layer"});
    }
    std::vector<std::string> inners = {""};
    if (source.m_file.format == FileFormat::ZippedShapefile || source.m_file.format == FileFormat::Kmz) {
        auto shapefiles = shapefilesIn(source.m_file);
        if (!shapefiles) {
            return fail(std::move(shapefiles.error()));
        }
        if (source.m_file.format == FileFormat::ZippedShapefile) {
            inners = std::move(*shapefiles);
        }
    }
    for (const auto& inner : inners) {
        if (auto added = source.add(inner); !added) {
            return fail(std::move(added.error()));
        }
    }
    if (source.m_layers.empty()) {
        return fail(Error{.code = ErrorCode::InputNotUnderstood,
                          .what = "there is no vector layer in the file",
                          .file = path.string(),
                          .advice = "a GeoPackage of pictures is added as a raster layer"});
    }
    return source;
}

Done VectorSource::add(const std::string& inner)
{
    auto dataset = openDataset(m_file, GDAL_OF_VECTOR, inner, optionsOf(m_file.format));
    if (!dataset) {
        return fail(std::move(dataset.error()));
    }
    const int count = GDALDatasetGetLayerCount(dataset->get());
    for (int i = 0; i < count; ++i) {
        OGRLayerH layer = GDALDatasetGetLayer(dataset->get(), i);
        m_layers.push_back({OGR_L_GetName(layer), layer, dataset->get()});
    }
    m_datasets.push_back(std::move(*dataset));
    return done();
}

Result<OpenLayer> VectorSource::layer(const std::string& name) const
{
    const auto found = name.empty() ? m_layers.begin()
                                    : std::find_if(m_layers.begin(), m_layers.end(),
                                                   [&name](const OpenLayer& layer) { return layer.name == name; });
    if (found != m_layers.end()) {
        return *found;
    }
    std::string known;
    for (const auto& layer : m_layers) {
        known += (known.empty() ? "" : ", ") + layer.name;
    }
    return fail(Error{.code = ErrorCode::NotFound,
                      .what = "there is no layer \"" + name + "\"",
                      .file = m_file.path.string(),
                      .advice = "the file has: " + known});
}

} // namespace observo::geo
