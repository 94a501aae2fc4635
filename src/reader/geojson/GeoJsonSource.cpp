// SPDX-License-Identifier: GPL-3.0-or-later
#include "geojson/GeoJsonSource.h"

#include "geojson/FeatureFile.h"
#include "geojson/GeoJsonGeometry.h"
#include "geojson/GeoJsonSystem.h"
#include "geojson/PropertyColumns.h"
#include "text/TextDecoder.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

namespace observo::reader {

namespace {

using feed::Shape;

Error noGeoJson()
{
    return {.code = ErrorCode::InputUnreadable,
            .what = "the file is JSON, but no GeoJSON",
            .advice = "ask for GeoJSON, or for a table with the coordinates in two columns"};
}

std::optional<std::int64_t> wholeId(std::string_view id)
{
    std::int64_t number = 0;
    const auto read = std::from_chars(id.data(), id.data() + id.size(), number);
    return !id.empty() && read.ec == std::errc() && read.ptr == id.data() + id.size() ? std::optional(number)
                                                                                      : std::nullopt;
}

Shape merged(Shape all, Shape one)
{
    return one == Shape::None || all == one ? all : all == Shape::None ? one : Shape::Mixed;
}

/// A file of one layer.
class GeoJsonSource final : public Source {
public:
    explicit GeoJsonSource(StagedInput& input) : m_file(input.file), m_bytes(input.bytes)
    {
        m_info.format = wordsOf(input.format).format;
        m_info.driver = "Observo";
        m_info.layers.push_back({.name = input.stem});
    }

    [[nodiscard]] Done open();
    [[nodiscard]] const feed::FileInfo& info() const override { return m_info; }
    [[nodiscard]] Done read(const ReadPlan& plan, feed::FrameOutput& out) override;

private:
    [[nodiscard]] Done lookAt(std::string_view object);
    void describe(const FeatureFile& features);
    void fill(const FeatureText& parts, const ReadPlan& plan, feed::Row& row);

    std::filesystem::path m_file;
    std::uint64_t m_bytes;
    PropertyColumns m_columns;
    std::vector<int> m_targets; ///< place in the row of each column; -1 for those that nobody asked for
    int m_idTarget = -1;
    bool m_hasTextIds = false;
    std::int64_t m_count = 0;
    std::optional<TextDecoder> m_decoder;
    feed::FileInfo m_info;
};

Done GeoJsonSource::open()
{
    auto decoder = TextDecoder::of("UTF-8");
    if (!decoder) {
        return fail(std::move(decoder.error()));
    }
    m_decoder = std::move(*decoder);
    FeatureFile features(m_file, m_bytes);
    std::string_view object;
    auto got = features.next(object);
    for (; got == FeatureFile::Got::Feature; got = features.next(object)) {
        if (auto looked = lookAt(object); !looked) {
            return looked;
        }
    }
    if (got == FeatureFile::Got::Broken) {
        return fail(Error{.code = ErrorCode::InputNotUnderstood,
                          .what = "the file breaks off or is no JSON after feature " + std::to_string(m_count),
                          .advice = "it is cut or damaged: get it again"});
    }
    describe(features);
    return done();
}

Done GeoJsonSource::lookAt(std::string_view object)
{
    const auto parts = partsOf(object);
    if (!parts) {
        return m_count == 0 ? fail(noGeoJson())
                            : fail(Error{.code = ErrorCode::InputNotUnderstood,
                                         .what = "this is no feature",
                                         .row = m_count + 1,
                                         .advice = "the file is damaged: get it again"});
    }
    ++m_count;
    if (!m_columns.look(parts->properties)) {
        return fail(Error{.code = ErrorCode::InputNotUnderstood,
                          .what = "the properties of a feature make no sense or have more than 5000 names",
                          .row = m_count,
                          .advice = "ask for another export"});
    }
    m_hasTextIds = m_hasTextIds || parts->id.starts_with('"');
    auto& shape = m_info.layers.front().shape;
    shape = shape == Shape::Mixed || parts->geometry.empty() ? shape : merged(shape, shapeOfGeoJson(parts->geometry));
    return done();
}

void GeoJsonSource::describe(const FeatureFile& features)
{
    auto& layer = m_info.layers.front();
    layer.columns = m_columns.columns();
    const bool hasColumn =
        std::any_of(layer.columns.begin(), layer.columns.end(), [](const auto& column) { return column.name == "id"; });
    m_hasTextIds = m_hasTextIds && !hasColumn;
    if (m_hasTextIds) {
        layer.columns.push_back({.name = "id"});
    }
    layer.encoding = {.evidence = feed::Evidence::Format, .name = "UTF-8"};
    layer.rows = m_count;
    const auto& members = features.members();
    const auto crs = members.find("crs");
    layer.system = systemOfGeoJson(crs == members.end() ? "" : crs->second, m_info.problems);
    for (const auto& [name, value] : members) {
        if (name != "crs" && name != "type" && value.starts_with('"')) {
            m_info.metadata.emplace_back(name, value.substr(1, value.size() - 2));
        }
    }
}

Done GeoJsonSource::read(const ReadPlan& plan, feed::FrameOutput& out)
{
    constexpr std::int64_t kOften = 1024;
    const auto& columns = m_info.layers.front().columns;
    m_targets.assign(columns.size(), -1);
    for (std::size_t i = 0; i < plan.columns.size(); ++i) {
        m_targets[plan.columns[i]] = static_cast<int>(i);
    }
    if (m_hasTextIds) {
        m_idTarget = m_targets.back();
        m_targets.pop_back();
    }
    FeatureFile features(m_file, m_bytes);
    feed::Row row;
    row.values.resize(plan.columns.size());
    std::string_view object;
    std::int64_t place = 0;
    while (!plan.isFull(out.rows()) && features.next(object) == FeatureFile::Got::Feature) {
        const auto parts = partsOf(object);
        ++place;
        if (!parts) {
            break;
        }
        row.number = wholeId(parts->id).value_or(place);
        fill(*parts, plan, row);
        const bool isWanted = !plan.box || row.geometry.meets(*plan.box);
        if (!plan.withGeometry) {
            row.geometry.clear();
        }
        if (isWanted) {
            out.row(row);
        }
        if (place % kOften == 0) {
            out.progress(features.share());
        }
    }
    return done();
}

void GeoJsonSource::fill(const FeatureText& parts, const ReadPlan& plan, feed::Row& row)
{
    row.raw.clear();
    row.problems.clear();
    row.geometry.clear();
    std::fill(row.values.begin(), row.values.end(), FieldValue());
    m_columns.take(parts.properties, m_targets, *m_decoder, row);
    if (m_idTarget >= 0 && parts.id.size() >= 2) {
        row.values[static_cast<std::size_t>(m_idTarget)] = std::string(parts.id.substr(1, parts.id.size() - 2));
    }
    if (plan.withGeometry || plan.box) {
        takeGeoJsonGeometry(parts.geometry, row);
    }
}

} // namespace

Result<std::unique_ptr<Source>> openGeoJson(StagedInput& input, const feed::Request&)
{
    auto source = std::make_unique<GeoJsonSource>(input);
    if (auto opened = source->open(); !opened) {
        return fail(std::move(opened.error()));
    }
    return source;
}

} // namespace observo::reader
