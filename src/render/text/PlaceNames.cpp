// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/PlaceNames.h"

#include "base/LineCutter.h"

#include <QHash>
#include <QList>
#include <QString>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <utility>

namespace observo::render {
namespace {

/// Streets and small things are named from here on inwards.
constexpr double kStreetNamesFrom = 1.2;
constexpr double kSmallNamesFrom = 1.0;
/// A street is named again after so many pixels.
constexpr double kSameNameApart = 320.0;
/// How much shorter a straight line may be than the street for letters not to leave it.
constexpr double kStraightness = 0.97;
constexpr std::size_t kMostNames = 500;

QString textOf(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/// A name that would like a place, and how much it matters.
struct Wish {
    PlacedLabel label;
    double weight = 0.0;
    double room = 0.0; ///< how far up or down it may move
};

/// The middle of an area's largest ring by the shoelace formula, or of its box when that lies outside.
MapPoint middleOf(const geo::VectorLayer::Item& item)
{
    const auto largest = std::max_element(item.partSizes.begin(), item.partSizes.end());
    std::size_t begin = 0;
    for (auto part = item.partSizes.begin(); part != largest; ++part) {
        begin += *part;
    }
    const auto ring = item.points.subspan(begin, *largest);
    const MapPoint origin = ring.front(); // near zero the products keep their digits
    double area = 0.0;
    MapPoint sum;
    for (std::size_t i = 1; i < ring.size(); ++i) {
        const MapPoint a{ring[i - 1].x - origin.x, ring[i - 1].y - origin.y};
        const MapPoint b{ring[i].x - origin.x, ring[i].y - origin.y};
        const double cross = a.x * b.y - b.x * a.y;
        area += cross;
        sum = {sum.x + (a.x + b.x) * cross, sum.y + (a.y + b.y) * cross};
    }
    const MapPoint middle{origin.x + sum.x / (3.0 * area), origin.y + sum.y / (3.0 * area)};
    return area != 0.0 && item.box.contains(middle) ? middle : item.box.centre();
}

class NameWriter {
public:
    NameWriter(LayerStyle style, const Viewport& viewport, const Theme& theme)
        : m_style(style), m_viewport(viewport), m_theme(theme), m_cutter(viewport, 0.0)
    {}

    void wish(const geo::VectorLayer::Item& item)
    {
        const Lettering lettering{.text = textOf(item.label),
                                  .size = m_style == LayerStyle::Streets ? TextSize::Small : TextSize::Label,
                                  .colour = m_style == LayerStyle::Boundaries ? m_theme.boundary : m_theme.text,
                                  .halo = m_theme.halo};
        const double width = std::max(item.box.width(), item.box.height()) / m_viewport.metresPerPixel;
        // Cheaper than measuring the text, for the many that are far too small.
        if (item.shape != geo::VectorLayer::Shape::Points && width < 3.0 * static_cast<double>(item.label.size())) {
            return;
        }
        switch (item.shape) {
        case geo::VectorLayer::Shape::Points:
            wishBeside(item, lettering);
            break;
        case geo::VectorLayer::Shape::Lines:
            wishAlong(item, lettering);
            break;
        case geo::VectorLayer::Shape::Polygons:
            wishInside(item, lettering);
            break;
        }
    }

    std::vector<PlacedLabel> place(LabelBoard& board)
    {
        std::stable_sort(m_wishes.begin(), m_wishes.end(),
                         [](const Wish& a, const Wish& b) { return a.weight > b.weight; });
        std::vector<PlacedLabel> placed;
        for (Wish& wish : m_wishes) {
            if (placed.size() < kMostNames && !isNamedNearby(wish.label) && findPlace(wish, board)) {
                m_named[wish.label.lettering.text].append(wish.label.centre);
                placed.push_back(wish.label);
            }
        }
        return placed;
    }

private:
    void wishBeside(const geo::VectorLayer::Item& item, const Lettering& lettering)
    {
        const QSizeF size = sizeOf(lettering);
        const QPointF at = m_viewport.toPixel(item.points.front());
        m_wishes.push_back({{lettering, at + QPointF(5.0 + size.width() / 2.0, 0.0)}, 0.0});
    }

    void wishAlong(const geo::VectorLayer::Item& item, const Lettering& lettering)
    {
        const double length = sizeOf(lettering).width() + 8.0;
        m_runs.clear();
        std::size_t begin = 0;
        for (const std::uint32_t size : item.partSizes) {
            m_cutter.cut(item.points.subspan(begin, size), m_runs);
            begin += size;
        }
        for (const LineRun& run : m_runs) {
            if (const auto stretch = stretchFor(run.points, length)) {
                const double weight = std::max(item.box.width(), item.box.height());
                m_wishes.push_back({{lettering, stretch->centre, stretch->degrees}, weight});
            }
        }
    }

    void wishInside(const geo::VectorLayer::Item& item, const Lettering& lettering)
    {
        const double width = item.box.width() / m_viewport.metresPerPixel;
        if (width >= sizeOf(lettering).width()) {
            const double room = item.box.height() / m_viewport.metresPerPixel / 5.0;
            m_wishes.push_back({{lettering, m_viewport.toPixel(middleOf(item))}, width, room});
        }
    }

    /// The middle of an area may be taken by a symbol; a little above or below is as good.
    static bool findPlace(Wish& wish, LabelBoard& board)
    {
        const QPointF middle = wish.label.centre;
        for (const double shift : {0.0, -20.0, 20.0, -40.0, 40.0}) {
            wish.label.centre = middle + QPointF(0.0, shift);
            if (std::abs(shift) <= wish.room && board.tryTake(wish.label)) {
                return true;
            }
        }
        return false;
    }

    bool isNamedNearby(const PlacedLabel& label) const
    {
        const auto found = m_named.constFind(label.lettering.text);
        return found != m_named.constEnd() && std::any_of(found->begin(), found->end(), [&](QPointF other) {
                   return std::hypot(other.x() - label.centre.x(), other.y() - label.centre.y()) < kSameNameApart;
               });
    }

    LayerStyle m_style;
    const Viewport& m_viewport;
    const Theme& m_theme;
    LineCutter m_cutter;
    std::vector<LineRun> m_runs;
    std::vector<Wish> m_wishes;
    QHash<QString, QList<QPointF>> m_named;
};

bool isNamedAt(LayerStyle style, double metresPerPixel)
{
    if (style == LayerStyle::Boundaries || style == LayerStyle::Water) {
        return true;
    }
    return metresPerPixel <= (style == LayerStyle::Streets ? kStreetNamesFrom : kSmallNamesFrom);
}

} // namespace

std::optional<NameStretch> stretchFor(const QPolygonF& run, double length)
{
    const qsizetype count = run.size();
    std::vector<double> along(static_cast<std::size_t>(count), 0.0);
    for (qsizetype i = 1; i < count; ++i) {
        const QPointF step = run[i] - run[i - 1];
        along[static_cast<std::size_t>(i)] = along[static_cast<std::size_t>(i - 1)] + std::hypot(step.x(), step.y());
    }
    const double total = along.empty() ? 0.0 : along.back();
    const auto pointAt = [&](double distance) {
        const auto after = std::lower_bound(along.begin() + 1, along.end() - 1, distance);
        const auto i = static_cast<qsizetype>(after - along.begin());
        const double before = along[static_cast<std::size_t>(i - 1)];
        return run[i - 1] + (run[i] - run[i - 1]) * ((distance - before) / std::max(*after - before, 1e-9));
    };
    // From the middle outwards in steps of half a text.
    for (double shift = 0.0; count > 1 && shift + length / 2.0 <= total / 2.0; shift += length / 2.0) {
        for (const double middle : {total / 2.0 + shift, total / 2.0 - shift}) {
            const QPointF from = pointAt(middle - length / 2.0);
            const QPointF to = pointAt(middle + length / 2.0);
            const QPointF chord = to - from;
            if (std::hypot(chord.x(), chord.y()) >= kStraightness * length) {
                double degrees = degreesFromRadians(std::atan2(chord.y(), chord.x())).value;
                degrees = degrees > 90.0 ? degrees - 180.0 : degrees <= -90.0 ? degrees + 180.0 : degrees;
                return NameStretch{.centre = (from + to) / 2.0, .degrees = degrees};
            }
        }
    }
    return std::nullopt;
}

std::vector<PlacedLabel> placeNames(const geo::VectorLayer& layer, LayerStyle style, const Viewport& viewport,
                                    const Theme& theme, LabelBoard& board, const Progress& progress)
{
    if (!isNamedAt(style, viewport.metresPerPixel)) {
        return {};
    }
    NameWriter writer(style, viewport, theme);
    std::size_t visited = 0;
    layer.forEach(viewport.box(), [&](const geo::VectorLayer::Item& item) {
        if (!item.label.empty() && !item.points.empty()) {
            writer.wish(item);
        }
        return ++visited % 128 != 0 || !progress.cancelled();
    });
    return progress.cancelled() ? std::vector<PlacedLabel>() : writer.place(board);
}

} // namespace observo::render
