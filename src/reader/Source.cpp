// SPDX-License-Identifier: GPL-3.0-or-later
#include "Source.h"

#include "geojson/GeoJsonSource.h"
#include "geopackage/GeoPackageSource.h"
#include "ogr/OgrSource.h"
#include "table/TableSource.h"

#include <algorithm>
#include <string>
#include <utility>

namespace observo::reader {

namespace {

/// A picture: nothing but the word that it is one.
class PictureSource final : public Source {
public:
    PictureSource() : m_info{.format = wordsOf(InputFormat::Picture).format, .isPicture = true} {}
    [[nodiscard]] const feed::FileInfo& info() const override { return m_info; }
    [[nodiscard]] Done read(const ReadPlan&, feed::FrameOutput&) override { return done(); }

private:
    feed::FileInfo m_info;
};

Result<std::size_t> layerFor(const feed::FileInfo& info, const std::string& name)
{
    const auto& layers = info.layers;
    const auto found = name.empty() ? std::find_if(layers.begin(), layers.end(),
                                                   [](const auto& layer) { return layer.shape != feed::Shape::None; })
                                    : std::find_if(layers.begin(), layers.end(),
                                                   [&name](const auto& layer) { return layer.name == name; });
    if (found != layers.end()) {
        return static_cast<std::size_t>(found - layers.begin());
    }
    if (name.empty()) {
        return 0U;
    }
    std::string known;
    for (const auto& layer : layers) {
        known += (known.empty() ? "" : ", ") + layer.name;
    }
    return fail(Error{.code = ErrorCode::NotFound,
                      .what = "there is no layer \"" + name + "\"",
                      .advice = "the file has: " + known.substr(0, 1000)});
}

} // namespace

Result<std::unique_ptr<Source>> openSource(StagedInput& input, const feed::Request& request)
{
    if (input.format == InputFormat::Picture) {
        return std::make_unique<PictureSource>();
    }
    if (input.format == InputFormat::GeoPackage) {
        return openGeoPackage(input, request);
    }
    if (input.format == InputFormat::GeoJson || input.format == InputFormat::GeoJsonLines) {
        return openGeoJson(input, request);
    }
    if (input.format == InputFormat::TextTable) {
        return openTextTable(input, request);
    }
    return openWithOgr(input, request);
}

Result<ReadPlan> planFor(const feed::FileInfo& info, const feed::Request& request)
{
    ReadPlan plan{.withGeometry = request.withGeometry, .box = request.box, .rows = request.rows};
    if (info.layers.empty()) {
        return plan;
    }
    const auto layer = layerFor(info, request.layer);
    if (!layer) {
        return fail(layer.error());
    }
    plan.layer = *layer;
    const auto& columns = info.layers[*layer].columns;
    for (const auto& name : request.columns) {
        const auto found =
            std::find_if(columns.begin(), columns.end(), [&name](const auto& column) { return column.name == name; });
        if (found == columns.end()) {
            return fail(Error{.code = ErrorCode::UnknownField,
                              .what = "layer \"" + info.layers[*layer].name + "\" has no such column",
                              .field = name});
        }
        plan.columns.push_back(static_cast<std::uint32_t>(found - columns.begin()));
    }
    for (std::uint32_t i = 0; request.columns.empty() && !request.noColumns && i < columns.size(); ++i) {
        plan.columns.push_back(i);
    }
    return plan;
}

} // namespace observo::reader
