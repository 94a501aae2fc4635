// SPDX-License-Identifier: GPL-3.0-or-later
#include "observo/geo/VectorLayer.h"

#include "systems/LayerArea.h"
#include "vector/HilbertTree.h"
#include "vector/VectorReader.h"

#include "observo/core/Fields.h"
#include "observo/geo/Transform.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace observo::geo {

namespace {

/// Where an item's parts, points and label begin in the common arrays; they end where the next item's begin.
struct ItemStart {
    std::uint32_t point = 0;
    std::uint32_t part = 0;
    std::uint32_t label = 0;
    VectorLayer::Shape shape = VectorLayer::Shape::Points;
};

/// All items of a layer in four arrays, without a single allocation per item.
struct Items {
    std::vector<MapPoint> points;
    std::vector<std::uint32_t> partSizes;
    std::string labels;
    std::vector<ItemStart> starts; ///< one more than there are items
};

constexpr std::size_t kMostPoints = 20'000'000;

void closeItems(Items& items)
{
    items.starts.push_back({static_cast<std::uint32_t>(items.points.size()),
                            static_cast<std::uint32_t>(items.partSizes.size()),
                            static_cast<std::uint32_t>(items.labels.size()), VectorLayer::Shape::Points});
}

void addPart(Items& items, std::span<const MapPoint> part)
{
    items.points.insert(items.points.end(), part.begin(), part.end());
    items.partSizes.push_back(static_cast<std::uint32_t>(part.size()));
}

/// Adds a feature's geometry; false when it has none.
bool addGeometry(Items& items, const Geometry& geometry)
{
    closeItems(items);
    auto& shape = items.starts.back().shape;
    if (const auto* points = std::get_if<std::vector<MapPoint>>(&geometry)) {
        shape = VectorLayer::Shape::Points;
        addPart(items, *points);
    } else if (const auto* lines = std::get_if<std::vector<Line>>(&geometry)) {
        shape = VectorLayer::Shape::Lines;
        for (const auto& line : *lines) {
            addPart(items, line);
        }
    } else if (const auto* polygons = std::get_if<std::vector<Polygon>>(&geometry)) {
        shape = VectorLayer::Shape::Polygons;
        for (const auto& polygon : *polygons) {
            addPart(items, polygon.outer);
            std::for_each(polygon.holes.begin(), polygon.holes.end(), [&](const Ring& hole) { addPart(items, hole); });
        }
    } else {
        items.starts.pop_back();
        return false;
    }
    return true;
}

MapBox boxAround(std::span<const MapPoint> points)
{
    MapBox box;
    for (const auto point : points) {
        box.include(point);
    }
    return box;
}

/// Gives the number of points that have no place in the other system.
Result<std::size_t> moveAll(std::vector<MapPoint>& points, const Transform& transform, const Progress& progress)
{
    constexpr std::size_t kBatch = 16'384; // about 10 ms, so that a cancel is heard
    std::size_t unplaced = 0;
    for (std::size_t first = 0; first < points.size(); first += kBatch) {
        if (progress.cancelled()) {
            return fail(ErrorCode::Cancelled, "loading the layer was cancelled");
        }
        const auto count = std::min(kBatch, points.size() - first);
        unplaced += transform.forward(std::span(points).subspan(first, count));
        progress.report(static_cast<double>(first + count) / static_cast<double>(points.size()));
    }
    return unplaced;
}

/// Keeps the items whose every point has a place in the map's system; gives the number of the others.
std::size_t dropUnplaced(Items& items)
{
    Items kept;
    kept.points.reserve(items.points.size());
    std::size_t dropped = 0;
    for (std::size_t i = 0; i + 1 < items.starts.size(); ++i) {
        const auto& start = items.starts[i];
        const auto& end = items.starts[i + 1];
        const std::span points(items.points.data() + start.point, end.point - start.point);
        if (std::any_of(points.begin(), points.end(), [](MapPoint p) { return std::isnan(p.x); })) {
            ++dropped;
            continue;
        }
        closeItems(kept);
        kept.starts.back().shape = start.shape;
        kept.points.insert(kept.points.end(), points.begin(), points.end());
        kept.partSizes.insert(kept.partSizes.end(), items.partSizes.begin() + start.part,
                              items.partSizes.begin() + end.part);
        kept.labels.append(items.labels, start.label, end.label - start.label);
    }
    closeItems(kept);
    items = std::move(kept);
    return dropped;
}

Error tooLarge(const std::filesystem::path& file)
{
    return {.code = ErrorCode::InputNotUnderstood,
            .what = "the layer has more than 20 million points",
            .file = file.string(),
            .advice = "cut the layer to your municipality or simplify it first, for example with ogr2ogr -clipsrc"};
}

/// Takes the layer's features into the arrays, in the file's own system.
class Gatherer {
public:
    Gatherer(const std::filesystem::path& file, const VectorLayer::Options& options) : m_file(file), m_options(options)
    {}

    Done chooseSystem(const std::string& layer, const std::optional<Crs>& declared)
    {
        crs = declared;
        if (!crs && m_options.assumedEpsg != 0) {
            auto assumed = Crs::fromEpsg(m_options.assumedEpsg);
            if (!assumed) {
                return fail(std::move(assumed.error()));
            }
            crs = std::move(*assumed);
        }
        if (!crs) {
            return fail(Error{.code = ErrorCode::UnknownCrs,
                              .what = "layer \"" + layer + "\" does not say its reference system",
                              .file = m_file.string(),
                              .advice = "say which one it is, for example EPSG:3003 or EPSG:7791"});
        }
        return done();
    }

    /// False when the layer has become too large.
    bool take(const Feature& feature)
    {
        if (!addGeometry(items, feature.geometry)) {
            ++skipped;
            return true;
        }
        if (!m_options.labelAttribute.empty() && !feature.values.empty()) {
            items.labels += textOf(feature.values.front());
        }
        return items.points.size() <= kMostPoints;
    }

    Done finish()
    {
        if (items.points.size() > kMostPoints) {
            return fail(tooLarge(m_file));
        }
        closeItems(items);
        return done();
    }

    Items items;
    std::size_t skipped = 0;
    std::optional<Crs> crs;

private:
    const std::filesystem::path& m_file;
    const VectorLayer::Options& m_options;
};

/// An empty list would mean all: one column is read when none is wanted.
std::vector<std::string> attributesToRead(const VectorLayer::Options& options, const VectorLayerInfo& info)
{
    if (!options.labelAttribute.empty()) {
        return {options.labelAttribute};
    }
    return info.attributes.empty() ? std::vector<std::string>{} : std::vector{info.attributes.front().name};
}

Done gather(Gatherer& gatherer, const std::filesystem::path& file, const VectorLayer::Options& options,
            const Progress& progress)
{
    auto reader = VectorReader::open(file, options.layer);
    if (!reader) {
        return fail(std::move(reader.error()));
    }
    const auto info = reader->info();
    if (auto chosen = gatherer.chooseSystem(info.name, info.crs); !chosen) {
        return chosen;
    }
    if (auto selected = reader->select({.attributes = attributesToRead(options, info)}); !selected) {
        return selected;
    }
    const auto report = reader->run([&gatherer](const Feature& feature) { return gatherer.take(feature); }, progress);
    return report ? gatherer.finish() : Done(fail(report.error()));
}

Done gather(Gatherer& gatherer, const VectorLayer::Stream& stream)
{
    if (auto chosen = gatherer.chooseSystem(stream.layer, stream.crs); !chosen) {
        return chosen;
    }
    Feature feature;
    while (true) {
        const auto more = stream.next(feature);
        if (!more) {
            return fail(more.error());
        }
        if (!*more || !gatherer.take(feature)) {
            return gatherer.finish();
        }
    }
}

} // namespace

struct VectorLayer::Body {
    /// Reprojects and indexes what was gathered.
    static Result<std::unique_ptr<const Body>> of(Gatherer& gatherer, const std::filesystem::path& file,
                                                  const Crs& target, const Progress& progress);

    Items items;
    HilbertTree tree;
    std::vector<MapBox> boxes;
    std::size_t skipped = 0;
    Shape mainShape = Shape::Points;
    std::string operationName;

    void index();
    [[nodiscard]] Item item(std::size_t i) const;
};

void VectorLayer::Body::index()
{
    std::array<std::size_t, 3> counts{};
    for (std::size_t i = 0; i + 1 < items.starts.size(); ++i) {
        const auto& start = items.starts[i];
        boxes.push_back(
            boxAround(std::span(items.points.data() + start.point, items.starts[i + 1].point - start.point)));
        ++counts[static_cast<std::size_t>(start.shape)];
    }
    tree = HilbertTree(boxes);
    mainShape = static_cast<Shape>(std::max_element(counts.begin(), counts.end()) - counts.begin());
}

VectorLayer::Item VectorLayer::Body::item(std::size_t i) const
{
    const auto& start = items.starts[i];
    const auto& end = items.starts[i + 1];
    return {start.shape, boxes[i], std::span(items.points.data() + start.point, end.point - start.point),
            std::span(items.partSizes.data() + start.part, end.part - start.part),
            std::string_view(items.labels).substr(start.label, end.label - start.label)};
}

VectorLayer::VectorLayer(std::unique_ptr<const Body> body) : m_body(std::move(body)) {}
VectorLayer::~VectorLayer() = default;

Result<std::unique_ptr<const VectorLayer::Body>> VectorLayer::Body::of(Gatherer& gatherer,
                                                                       const std::filesystem::path& file,
                                                                       const Crs& target, const Progress& progress)
{
    const auto area = areaOfLayer(*gatherer.crs, boxAround(gatherer.items.points));
    const auto transform = Transform::between(*gatherer.crs, target, area);
    if (!transform) {
        auto error = transform.error();
        error.file = file.string();
        return fail(std::move(error));
    }
    auto unplaced = moveAll(gatherer.items.points, *transform, progress.part(0.7, 0.95));
    if (!unplaced) {
        return fail(std::move(unplaced.error()));
    }
    auto body = std::make_unique<Body>();
    body->skipped = gatherer.skipped + (*unplaced > 0 ? dropUnplaced(gatherer.items) : 0);
    body->items = std::move(gatherer.items);
    body->operationName = transform->operation().name;
    body->index();
    progress.report(1.0);
    return body;
}

Result<std::shared_ptr<const VectorLayer>> VectorLayer::build(const Stream& stream, const Options& options,
                                                              const Progress& progress)
{
    const auto target = Crs::fromEpsg(options.targetEpsg);
    if (!target) {
        return fail(target.error());
    }
    Gatherer gatherer(stream.file, options);
    if (auto taken = gather(gatherer, stream); !taken) {
        return fail(std::move(taken.error()));
    }
    auto body = Body::of(gatherer, stream.file, *target, progress);
    return body ? Result<std::shared_ptr<const VectorLayer>>(
                      std::shared_ptr<const VectorLayer>(new VectorLayer(std::move(*body))))
                : fail(std::move(body.error()));
}

Result<std::shared_ptr<const VectorLayer>> VectorLayer::load(const std::filesystem::path& file, const Options& options,
                                                             const Progress& progress)
{
    const auto target = Crs::fromEpsg(options.targetEpsg);
    if (!target) {
        return fail(target.error());
    }
    Gatherer gatherer(file, options);
    if (auto taken = gather(gatherer, file, options, progress.part(0.0, 0.7)); !taken) {
        return fail(std::move(taken.error()));
    }
    auto body = Body::of(gatherer, file, *target, progress);
    return body ? Result<std::shared_ptr<const VectorLayer>>(
                      std::shared_ptr<const VectorLayer>(new VectorLayer(std::move(*body))))
                : fail(std::move(body.error()));
}

std::size_t VectorLayer::size() const
{
    return m_body->boxes.size();
}

std::size_t VectorLayer::points() const
{
    return m_body->items.points.size();
}

std::size_t VectorLayer::skipped() const
{
    return m_body->skipped;
}

const MapBox& VectorLayer::extent() const
{
    return m_body->tree.extent();
}

VectorLayer::Shape VectorLayer::mainShape() const
{
    return m_body->mainShape;
}

const std::string& VectorLayer::operationName() const
{
    return m_body->operationName;
}

void VectorLayer::forEach(const MapBox& window, const std::function<bool(const Item&)>& visit) const
{
    for (const auto i : m_body->tree.search(window)) {
        if (m_body->boxes[i].overlaps(window) && !visit(m_body->item(i))) {
            return;
        }
    }
}

} // namespace observo::geo
