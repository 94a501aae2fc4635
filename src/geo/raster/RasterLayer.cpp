// SPDX-License-Identifier: GPL-3.0-or-later
#include "observo/geo/RasterLayer.h"

#include "raster/RasterReduction.h"
#include "raster/RasterSource.h"
#include "raster/WarpMesh.h"
#include "systems/LayerArea.h"

#include "observo/geo/Transform.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <utility>
#include <vector>

namespace observo::geo {

namespace {

/// A part of a picture that was read at some size.
struct ReadPart {
    RasterImage image;
    PixelWindow window;
};

MapPoint placeOf(double column, double row, const std::array<double, 6>& g)
{
    return {g[0] + g[1] * column + g[2] * row, g[3] + g[4] * column + g[5] * row};
}

MapBox outlineOf(int width, int height, const std::array<double, 6>& position)
{
    MapBox box;
    for (const double column : {0.0, static_cast<double>(width)}) {
        for (const double row : {0.0, static_cast<double>(height)}) {
            box.include(placeOf(column, row, position));
        }
    }
    return box;
}

/// The part of an area where the map's system may be used, and a little more: what lies far outside of it has no
/// sensible place on the map.
GeoBox drawable(const Crs& target, const GeoBox& area)
{
    constexpr double kMargin = 6.0;
    constexpr double kDatums = 0.01; // the area is known before its datum is moved
    const auto use = target.areaOfUse();
    if (use.isEmpty() || area.isEmpty()) {
        return area;
    }
    return {std::max(area.west - kDatums, use.west - kMargin), std::max(area.south - kDatums, use.south - kMargin),
            std::min(area.east + kDatums, use.east + kMargin), std::min(area.north + kDatums, use.north + kMargin)};
}

/// The part of the picture's outline that has a place in the map's system, seen from there.
MapBox extentOf(const RasterSource& source, const Crs& crs, const Transform& toMap, const GeoBox& area)
{
    MapBox extent;
    constexpr int kSteps = 32;
    const auto base = Transform::between(Crs::storage(), crs, area);
    for (int i = 0; i <= kSteps; ++i) {
        for (int j = 0; j <= kSteps; ++j) {
            auto place = placeOf(source.width() * i / static_cast<double>(kSteps),
                                 source.height() * j / static_cast<double>(kSteps), *source.position());
            const auto degrees = base ? base->backward(place) : fail(base.error());
            // Clamped into the drawable area, so that a map of the world still has an extent in a UTM zone.
            if (degrees && !area.isEmpty()) {
                place = base->forward(MapPoint{std::clamp(degrees->x, area.west, area.east),
                                               std::clamp(degrees->y, area.south, area.north)})
                            .value_or(place);
            }
            if (const auto moved = toMap.forward(place)) {
                extent.include(*moved);
            }
        }
    }
    return extent;
}

/// The weighted mean of four premultiplied pixels; weights are 0 to 256 and two channels go at once.
std::uint32_t mixed(std::uint32_t a, std::uint32_t b, std::uint32_t share)
{
    constexpr std::uint32_t kEven = 0x00FF00FFU;
    const std::uint32_t even = ((a & kEven) * (256U - share) + (b & kEven) * share + 0x00800080U) >> 8U;
    const std::uint32_t odd = ((a >> 8U) & kEven) * (256U - share) + ((b >> 8U) & kEven) * share + 0x00800080U;
    return (even & kEven) | (odd & ~kEven);
}

/// The picture's colour at a column and row (pixel centres at halves), by its four neighbours.
std::uint32_t sample(const ReadPart& part, MapPoint at)
{
    const auto& [image, window] = part;
    const double x = (at.x - window.x) * image.width / window.width - 0.5;
    const double y = (at.y - window.y) * image.height / window.height - 0.5;
    if (!(x > -0.5 && y > -0.5 && x < image.width - 0.5 && y < image.height - 0.5)) {
        return 0; // also where the coordinates are no numbers
    }
    const int left = static_cast<int>(std::floor(x));
    const int top = static_cast<int>(std::floor(y));
    const auto pixel = [&image](int column, int row) {
        const auto c = static_cast<std::size_t>(std::clamp(column, 0, image.width - 1));
        const auto r = static_cast<std::size_t>(std::clamp(row, 0, image.height - 1));
        return image.pixels[r * static_cast<std::size_t>(image.width) + c];
    };
    const auto shareX = static_cast<std::uint32_t>((x - left) * 256.0);
    const auto shareY = static_cast<std::uint32_t>((y - top) * 256.0);
    return mixed(mixed(pixel(left, top), pixel(left + 1, top), shareX),
                 mixed(pixel(left, top + 1), pixel(left + 1, top + 1), shareX), shareY);
}

int reduced(int size, double reduction)
{
    return std::clamp(static_cast<int>(std::ceil(size / reduction)), 1, size);
}

Done draw(RasterImage& drawn, const WarpMesh& mesh, const ReadPart& part, const Progress& progress)
{
    std::vector<MapPoint> row;
    for (int y = 0; y < drawn.height; ++y) {
        if (progress.cancelled()) {
            return fail(ErrorCode::Cancelled, "drawing the picture was cancelled");
        }
        mesh.sourceRow(y, row);
        auto pixel = drawn.pixels.begin() + static_cast<std::ptrdiff_t>(y) * drawn.width;
        for (const auto at : row) {
            *pixel++ = sample(part, at);
        }
        progress.report((y + 1.0) / drawn.height);
    }
    return done();
}

Error withoutSystem(const std::filesystem::path& file)
{
    return {.code = ErrorCode::UnknownCrs,
            .what = "the picture does not say its reference system",
            .file = file.string(),
            .advice = "say which one it is, for example EPSG:3003 or EPSG:7791"};
}

Error withoutPosition(const std::filesystem::path& file)
{
    return {.code = ErrorCode::InputNotUnderstood,
            .what = "the picture does not say where it lies",
            .file = file.string(),
            .advice = "put its world file (.pgw, .jgw, .tfw or .wld) beside it"};
}

} // namespace

struct RasterLayer::Body {
    std::unique_ptr<RasterSource> source;
    std::unique_ptr<RasterSource> reduced; ///< nullptr when the picture needs none
    Transform toMap;
    MapBox extent;

    /// What the window needs, from the picture or its reduced copy, in the picture's columns and rows.
    [[nodiscard]] Result<ReadPart> read(const PixelWindow& window, double reduction, const Progress& progress) const;
};

Result<ReadPart> RasterLayer::Body::read(const PixelWindow& window, double reduction, const Progress& progress) const
{
    const int width = ::observo::geo::reduced(window.width, reduction);
    const int height = ::observo::geo::reduced(window.height, reduction);
    if (reduced == nullptr || reduction < kReduction) {
        auto image = source->read(window, width, height, progress);
        return image ? Result<ReadPart>(ReadPart{std::move(*image), window}) : fail(image.error());
    }
    const int left = window.x / kReduction;
    const int top = window.y / kReduction;
    const int right = std::min((window.x + window.width + kReduction - 1) / kReduction, reduced->width());
    const int bottom = std::min((window.y + window.height + kReduction - 1) / kReduction, reduced->height());
    const PixelWindow small{std::min(left, right - 1), std::min(top, bottom - 1), std::max(1, right - left),
                            std::max(1, bottom - top)};
    auto image = reduced->read(small, std::min(width, small.width), std::min(height, small.height), progress);
    const PixelWindow covered{small.x * kReduction, small.y * kReduction, small.width * kReduction,
                              small.height * kReduction};
    return image ? Result<ReadPart>(ReadPart{std::move(*image), covered}) : fail(image.error());
}

RasterLayer::RasterLayer(std::unique_ptr<Body> body) : m_body(std::move(body)) {}
RasterLayer::~RasterLayer() = default;

Result<std::shared_ptr<const RasterLayer>> RasterLayer::load(const std::filesystem::path& file, const Options& options,
                                                             const Progress& progress)
{
    const auto recognised = recognise(file);
    const auto target = Crs::fromEpsg(options.targetEpsg);
    if (!recognised || !target) {
        return fail(recognised ? target.error() : recognised.error());
    }
    auto source = RasterSource::open(*recognised, options.layer);
    if (!source) {
        return fail(std::move(source.error()));
    }
    if (!(*source)->position()) {
        return fail(withoutPosition(file));
    }
    const auto declared = (*source)->crs();
    if (!declared && options.assumedEpsg == 0) {
        return fail(withoutSystem(file));
    }
    const auto crs = declared ? Result<Crs>(*declared) : Crs::fromEpsg(options.assumedEpsg);
    if (!crs) {
        return fail(crs.error());
    }
    const auto outline = outlineOf((*source)->width(), (*source)->height(), *(*source)->position());
    const auto area = drawable(*target, areaOfLayer(*crs, outline));
    auto toMap = Transform::between(*crs, *target, area);
    if (!toMap) {
        return fail(std::move(toMap.error()));
    }
    auto body = std::unique_ptr<Body>(new Body{std::move(*source), nullptr, std::move(*toMap), {}});
    body->extent = extentOf(*body->source, *crs, body->toMap, area);
    if (wantsReduction(*body->source) && !options.cacheFolder.empty()) {
        auto copy = reduce(*body->source, options.layer, options.cacheFolder, progress);
        if (!copy && copy.error().code == ErrorCode::Cancelled) {
            return fail(std::move(copy.error()));
        }
        // Without a copy (a full disk) wide views are slow, and right.
        body->reduced = copy ? std::move(*copy) : nullptr;
    }
    progress.report(1.0);
    return std::shared_ptr<const RasterLayer>(new RasterLayer(std::move(body)));
}

Result<RasterImage> RasterLayer::render(const MapBox& window, int width, int height, const Progress& progress) const
{
    expects(width > 0 && height > 0);
    RasterImage drawn{width, height,
                      std::vector<std::uint32_t>(static_cast<std::size_t>(width) * static_cast<std::size_t>(height))};
    if (!window.overlaps(m_body->extent) || window.width() <= 0.0 || window.height() <= 0.0) {
        return drawn;
    }
    // A clone, because PROJ's objects serve one thread at a time.
    const auto toMap = m_body->toMap.clone();
    const WarpMesh mesh({window, width, height}, toMap, *m_body->source->position());
    const auto needed = mesh.sourceWindow(m_body->source->width(), m_body->source->height());
    if (needed.width == 0) {
        return drawn;
    }
    // A turned picture needs a larger part than it shows; twice the drawn size is enough for any angle.
    const double most = 2.0 * (static_cast<double>(width) + height);
    const double reduction = std::max({1.0, mesh.reduction(), needed.width / most, needed.height / most});
    const auto part = m_body->read(needed, reduction, progress.part(0.0, 0.7));
    if (!part) {
        return fail(part.error());
    }
    if (auto painted = draw(drawn, mesh, *part, progress.part(0.7, 1.0)); !painted) {
        return fail(std::move(painted.error()));
    }
    return drawn;
}

const MapBox& RasterLayer::extent() const
{
    return m_body->extent;
}

} // namespace observo::geo
