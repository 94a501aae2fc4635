// SPDX-License-Identifier: GPL-3.0-or-later
#include "ogr/OgrSource.h"

#include "ogr/OgrDataset.h"
#include "ogr/OgrMessages.h"
#include "ogr/OgrShapes.h"
#include "ogr/OgrSystem.h"
#include "ogr/OgrValues.h"
#include "ogr/ShapeSet.h"
#include "text/SheetEscapes.h"
#include "text/TextDecoder.h"

#include <cpl_string.h>
#include <gdal.h>
#include <ogr_api.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>

namespace observo::reader {

namespace {

constexpr std::size_t kMostLayers = 1000;
constexpr int kMostColumns = 5000;

struct FeatureEnds {
    void operator()(OGRFeatureH feature) const { OGR_F_Destroy(feature); }
};
using OgrFeature = std::unique_ptr<std::remove_pointer_t<OGRFeatureH>, FeatureEnds>;

/// One layer of one of the open datasets, with the encoding of its texts.
struct OpenLayer {
    OGRLayerH layer = nullptr;
    GDALDatasetH dataset = nullptr;
    std::string encoding;
};

/// What is opened as one dataset. GDAL gives texts in UTF-8, but for shapefiles, whose bytes are ours to read.
struct Part {
    std::filesystem::path file;
    std::string name; ///< of a layer that takes its name from the file
    feed::Encoding encoding{.evidence = feed::Evidence::Format, .name = "UTF-8"};
    std::vector<std::string> options{};
};

/// An input that a driver of GDAL reads; several datasets when a zip file holds several shapefiles.
class OgrSource final : public Source {
public:
    explicit OgrSource(StagedInput& input) : m_input(input) {}

    [[nodiscard]] Done open(const feed::Request& request);
    [[nodiscard]] const feed::FileInfo& info() const override { return m_info; }
    [[nodiscard]] Done read(const ReadPlan& plan, feed::FrameOutput& out) override;

private:
    [[nodiscard]] Done addShapefiles(const feed::Request& request);
    [[nodiscard]] Done add(const Part& part);
    [[nodiscard]] Result<feed::Layer> describe(OGRLayerH layer, const Part& part) const;
    void takeMetadata(GDALDatasetH dataset);
    void select(const OpenLayer& open, const ReadPlan& plan);
    [[nodiscard]] OgrFeature next(const OpenLayer& open, feed::FrameOutput& out);
    void fill(feed::Row& row, OGRFeatureH feature, bool withGeometry);
    void tellProblems(feed::FrameOutput& out, std::optional<std::int64_t> row);

    StagedInput& m_input;
    std::vector<ZipMember> m_members;
    std::optional<TextDecoder> m_decoder;
    OgrMessages m_messages; // outlives the datasets, whose closing still speaks
    std::vector<OgrDataset> m_datasets;
    std::vector<OpenLayer> m_layers;
    std::vector<ValuePlace> m_places;
    feed::FileInfo m_info;
};

Done OgrSource::open(const feed::Request& request)
{
    if (m_input.format == InputFormat::Zip) {
        auto members = readZipDirectory(m_input.file);
        const auto format = members ? formatOfZip(*members) : Result<InputFormat>(fail(members.error()));
        if (!format) {
            return fail(format.error());
        }
        m_members = std::move(*members);
        if (auto renamed = rename(m_input, *format); !renamed) {
            return renamed;
        }
    }
    if (auto prepared = prepareDriver(m_input); !prepared) {
        return prepared;
    }
    m_info.format = wordsOf(m_input.format).format;
    m_info.driver = wordsOf(m_input.format).driver;
    const bool isShapes = m_input.format == InputFormat::Shapefile || m_input.format == InputFormat::ZippedShapefile;
    if (auto added = isShapes ? addShapefiles(request) : add({m_input.file, m_input.stem}); !added) {
        return added;
    }
    if (m_layers.empty()) {
        return fail(Error{.code = ErrorCode::InputNotUnderstood,
                          .what = "there is no layer in the file",
                          .advice = "it may be empty or of another kind; ask its sender"});
    }
    auto problems = m_messages.takeProblems();
    m_messages.forgive();
    m_info.problems.insert(m_info.problems.end(), problems.begin(), problems.end());
    return done();
}

Done OgrSource::addShapefiles(const feed::Request& request)
{
    std::vector<ShapeSet> sets = {{.shp = m_input.file, .name = m_input.stem}};
    if (m_input.format == InputFormat::ZippedShapefile) {
        auto unpacked = unpackShapefiles(m_input, m_members);
        if (!unpacked) {
            return fail(std::move(unpacked.error()));
        }
        sets = std::move(*unpacked);
    }
    for (auto& set : sets) {
        if (auto prepared = prepareShapeSet(set, request.encoding); !prepared) {
            return prepared;
        }
        m_info.problems.insert(m_info.problems.end(), set.problems.begin(), set.problems.end());
        // An empty encoding leaves the bytes as they are.
        if (auto added = add({set.shp, set.name, set.encoding, {"ENCODING="}}); !added) {
            return added;
        }
    }
    return done();
}

Done OgrSource::add(const Part& part)
{
    auto dataset = openDataset(m_input, part.file, part.options, m_messages);
    if (!dataset) {
        return fail(std::move(dataset.error()));
    }
    const int count = GDALDatasetGetLayerCount(dataset->get());
    for (int i = 0; i < count && m_layers.size() < kMostLayers; ++i) {
        OGRLayerH layer = GDALDatasetGetLayer(dataset->get(), i);
        auto described = describe(layer, part);
        if (!described) {
            return fail(std::move(described.error()));
        }
        m_layers.push_back({layer, dataset->get(), described->encoding.name});
        m_info.layers.push_back(std::move(*described));
    }
    takeMetadata(dataset->get());
    m_datasets.push_back(std::move(*dataset));
    return done();
}

Result<feed::Layer> OgrSource::describe(OGRLayerH open, const Part& part) const
{
    feed::Layer layer{.name = OGR_L_GetName(open), .shape = shapeOf(OGR_L_GetGeomType(open))};
    if (layer.name == "input" || layer.name == part.file.filename()) {
        layer.name = part.name;
    }
    auto decoder = TextDecoder::of(part.encoding.name);
    if (!decoder) {
        return fail(std::move(decoder.error()));
    }
    OGRFeatureDefnH definition = OGR_L_GetLayerDefn(open);
    const int count = OGR_FD_GetFieldCount(definition);
    if (count > kMostColumns) {
        return fail(Error{.code = ErrorCode::InputNotUnderstood,
                          .what = "layer \"" + layer.name + "\" has more than 5000 columns",
                          .advice = "this is no table of things; ask for another export"});
    }
    for (int i = 0; i < count; ++i) {
        layer.columns.push_back(columnOf(OGR_FD_GetFieldDefn(definition, i)));
        decoder->decode(std::string(layer.columns.back().name), layer.columns.back().name);
    }
    layer.system = systemOf(open, m_input);
    layer.encoding = part.encoding;
    if (OGR_L_TestCapability(open, OLCFastFeatureCount) != 0) {
        layer.rows = OGR_L_GetFeatureCount(open, 0);
    }
    OGREnvelope box{};
    if (OGR_L_TestCapability(open, OLCFastGetExtent) != 0 && OGR_L_GetExtent(open, &box, 0) == OGRERR_NONE &&
        box.MinX <= box.MaxX && std::isfinite(box.MinX + box.MinY + box.MaxX + box.MaxY)) {
        layer.extent = feed::Box{box.MinX, box.MinY, box.MaxX, box.MaxY};
    }
    return layer;
}

void OgrSource::takeMetadata(GDALDatasetH dataset)
{
    constexpr std::size_t kMost = 200;
    char** const entries = GDALGetMetadata(dataset, nullptr);
    for (char** entry = entries; entry != nullptr && *entry != nullptr && m_info.metadata.size() < kMost; ++entry) {
        const std::string text = *entry;
        const auto equals = text.find('=');
        if (equals != std::string::npos) {
            m_info.metadata.emplace_back(text.substr(0, equals), text.substr(equals + 1));
        }
    }
}

/// Columns that nobody asked for are not even decoded, where the driver can.
void OgrSource::select(const OpenLayer& open, const ReadPlan& plan)
{
    OGRFeatureDefnH definition = OGR_L_GetLayerDefn(open.layer);
    CPLStringList ignored;
    const int count = OGR_FD_GetFieldCount(definition);
    for (int i = 0; i < count; ++i) {
        const bool isWanted =
            std::find(plan.columns.begin(), plan.columns.end(), static_cast<std::uint32_t>(i)) != plan.columns.end();
        if (!isWanted) {
            ignored.AddString(OGR_Fld_GetNameRef(OGR_FD_GetFieldDefn(definition, i)));
        }
    }
    for (std::uint32_t target = 0; target < plan.columns.size(); ++target) {
        const int index = static_cast<int>(plan.columns[target]);
        const auto type = OGR_Fld_GetType(OGR_FD_GetFieldDefn(definition, index));
        m_places.push_back({.index = index,
                            .target = target,
                            .column = m_info.layers[plan.layer].columns[plan.columns[target]],
                            .isList = type == OFTStringList || type == OFTIntegerList || type == OFTRealList ||
                                      type == OFTInteger64List});
    }
    if (!plan.withGeometry) {
        ignored.AddString("OGR_GEOMETRY");
    }
    if (OGR_L_TestCapability(open.layer, OLCIgnoreFields) != 0) {
        OGR_L_SetIgnoredFields(open.layer, const_cast<const char**>(ignored.List()));
    }
    if (plan.box) {
        OGR_L_SetSpatialFilterRect(open.layer, plan.box->minX, plan.box->minY, plan.box->maxX, plan.box->maxY);
    }
}

Done OgrSource::read(const ReadPlan& plan, feed::FrameOutput& out)
{
    constexpr std::int64_t kOften = 512;
    const auto& open = m_layers[plan.layer];
    auto decoder = TextDecoder::of(open.encoding);
    if (!decoder) {
        return fail(std::move(decoder.error()));
    }
    m_decoder = std::move(*decoder);
    select(open, plan);
    if (m_input.format == InputFormat::OsmPbf || m_input.format == InputFormat::OsmXml) {
        // An extract is one stream of all layers; the others are not built.
        const auto interest = std::string("SET interest_layers = ") + OGR_L_GetName(open.layer);
        GDALDatasetExecuteSQL(open.dataset, interest.c_str(), nullptr, nullptr);
        GDALDatasetResetReading(open.dataset);
    }
    OGR_L_ResetReading(open.layer);
    const auto total = static_cast<double>(m_info.layers[plan.layer].rows.value_or(0));
    feed::Row row;
    row.values.resize(plan.columns.size());
    for (std::int64_t sent = 0; !plan.isFull(sent); ++sent) {
        const auto feature = next(open, out);
        if (feature == nullptr) {
            break;
        }
        fill(row, feature.get(), plan.withGeometry);
        if (m_messages.hasProblems()) {
            tellProblems(out, row.number);
        }
        out.row(row);
        if (total > 0.0 && sent % kOften == kOften - 1) {
            out.progress(std::min(1.0, static_cast<double>(sent) / total));
        }
    }
    tellProblems(out, std::nullopt);
    if (m_messages.failure()) {
        return fail(Error{.code = ErrorCode::InputNotUnderstood,
                          .what = *m_messages.failure(),
                          .row = row.number,
                          .advice = "the file is damaged after this row: get it again"});
    }
    return done();
}

OgrFeature OgrSource::next(const OpenLayer& open, feed::FrameOutput& out)
{
    if (m_input.format != InputFormat::OsmPbf && m_input.format != InputFormat::OsmXml) {
        return OgrFeature(OGR_L_GetNextFeature(open.layer));
    }
    const auto tell = [](double share, const char*, void* listener) {
        static_cast<feed::FrameOutput*>(listener)->progress(std::clamp(share, 0.0, 1.0));
        return 1;
    };
    while (true) {
        OGRLayerH belongsTo = nullptr;
        OgrFeature feature(GDALDatasetGetNextFeature(open.dataset, &belongsTo, nullptr, tell, &out));
        if (feature == nullptr || belongsTo == open.layer) {
            return feature;
        }
    }
}

void OgrSource::fill(feed::Row& row, OGRFeatureH feature, bool withGeometry)
{
    row.number = OGR_F_GetFID(feature);
    row.raw.clear();
    row.problems.clear();
    row.geometry.clear();
    if (withGeometry) {
        takeShape(OGR_F_GetGeometryRef(feature), row);
    }
    for (const auto& place : m_places) {
        takeValue(feature, place, *m_decoder, row);
        if (auto* text = std::get_if<std::string>(&row.values[place.target]);
            text != nullptr && m_input.format == InputFormat::Xlsx) {
            decodeSheetEscapes(*text);
        }
    }
    constexpr std::size_t kMostProblems = 32;
    if (row.problems.size() > kMostProblems) {
        row.problems.resize(kMostProblems);
    }
}

void OgrSource::tellProblems(feed::FrameOutput& out, std::optional<std::int64_t> row)
{
    for (auto& problem : m_messages.takeProblems()) {
        problem.row = row;
        out.problem(problem);
    }
}

} // namespace

Result<std::unique_ptr<Source>> openWithOgr(StagedInput& input, const feed::Request& request)
{
    auto source = std::make_unique<OgrSource>(input);
    if (auto opened = source->open(request); !opened) {
        return fail(std::move(opened.error()));
    }
    return source;
}

} // namespace observo::reader
