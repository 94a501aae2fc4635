// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/Graticule.h"

#include "Colours.h"
#include "LocalProjection.h"

#include <QPen>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <optional>

namespace observo::render {
namespace {

constexpr double kApart = 200.0;
constexpr double kMetresPerTenth = 111200.0 / 36000.0; ///< along a meridian
constexpr std::int64_t kSecond = 10;
constexpr std::int64_t kMinute = 60 * kSecond;
constexpr std::int64_t kDegree = 60 * kMinute;
constexpr int kSamples = 24;

/// Steps that people count in: 0.1" to 30 degrees.
constexpr std::array<std::int64_t, 21> kSteps{1,
                                              2,
                                              5,
                                              10,
                                              20,
                                              50,
                                              10 * kSecond,
                                              15 * kSecond,
                                              30 * kSecond,
                                              kMinute,
                                              2 * kMinute,
                                              5 * kMinute,
                                              10 * kMinute,
                                              15 * kMinute,
                                              30 * kMinute,
                                              kDegree,
                                              2 * kDegree,
                                              5 * kDegree,
                                              10 * kDegree,
                                              15 * kDegree,
                                              30 * kDegree};

QString angleText(std::int64_t tenths, std::int64_t step)
{
    const std::int64_t size = std::abs(tenths);
    QString text = QString::number(size / kDegree) + QChar(0x00B0);
    if (step % kDegree == 0) {
        return text;
    }
    const auto twoDigits = [](std::int64_t value) { return QStringLiteral("%1").arg(value, 2, 10, QLatin1Char('0')); };
    text += twoDigits(size % kDegree / kMinute) + QChar(0x2032);
    if (step % kMinute == 0) {
        return text;
    }
    text += twoDigits(size % kMinute / kSecond);
    if (step % kSecond != 0) {
        text += QLatin1Char('.') + QString::number(size % kSecond);
    }
    return text + QChar(0x2033);
}

double degrees(std::int64_t tenths)
{
    return static_cast<double>(tenths) / static_cast<double>(kDegree);
}

/// The degrees that the lines run over: what is seen, but never to the far side of the earth, where a transverse
/// Mercator folds over itself.
GeoBox drawnDegrees(const Viewport& viewport, const geo::Projection& projection)
{
    GeoBox box = geoBoxOf(projection, viewport.box());
    const LonLat middle = projection.unproject(viewport.centre);
    if (isValid(middle)) {
        box.west = std::max(box.west, middle.lon - 50.0);
        box.east = std::min(box.east, middle.lon + 50.0);
    }
    return {std::max(box.west, -180.0), std::max(box.south, -84.0), std::min(box.east, 180.0),
            std::min(box.north, 84.0)};
}

/// Which of the two families of lines.
enum class Family { Meridians, Parallels };

class Builder {
public:
    Builder(const Viewport& viewport, const geo::Projection& projection, const Theme& theme, int inset)
        : m_viewport(viewport), m_projection(projection), m_theme(theme), m_inset(inset),
          m_step(graticuleStep(viewport.metresPerPixel)), m_degrees(drawnDegrees(viewport, projection))
    {}

    Graticule build()
    {
        addFamily(Family::Meridians, m_degrees.west, m_degrees.east);
        addFamily(Family::Parallels, m_degrees.south, m_degrees.north);
        return std::move(m_graticule);
    }

private:
    void addFamily(Family family, double from, double to)
    {
        constexpr double kTenths = static_cast<double>(kDegree);
        const auto first = static_cast<std::int64_t>(std::ceil(from * kTenths / static_cast<double>(m_step)));
        const auto last = static_cast<std::int64_t>(std::floor(to * kTenths / static_cast<double>(m_step)));
        for (std::int64_t i = first; i <= std::min(last, first + 200); ++i) {
            const QPolygonF line = lineAt(family, i * m_step);
            addLabel(family, i * m_step, line);
            m_graticule.lines.push_back(line);
        }
    }

    QPolygonF lineAt(Family family, std::int64_t tenths) const
    {
        std::array<MapPoint, kSamples + 1> points{};
        for (int i = 0; i <= kSamples; ++i) {
            const double share = static_cast<double>(i) / kSamples;
            const double lon = m_degrees.west + (m_degrees.east - m_degrees.west) * share;
            const double lat = m_degrees.north + (m_degrees.south - m_degrees.north) * share;
            points[static_cast<std::size_t>(i)] =
                family == Family::Meridians ? MapPoint{degrees(tenths), lat} : MapPoint{lon, degrees(tenths)};
        }
        m_projection.project(points);
        QPolygonF line;
        for (const MapPoint& point : points) {
            if (std::isfinite(point.x) && std::isfinite(point.y)) {
                line.append(m_viewport.toPixel(point));
            }
        }
        return line;
    }

    /// Where a line crosses the upper (meridians) or left (parallels) edge of what is seen.
    std::optional<QPointF> crossing(Family family, const QPolygonF& line) const
    {
        const auto away = [&](QPointF p) { return (family == Family::Meridians ? p.y() : p.x()) - m_inset; };
        for (qsizetype i = 1; i < line.size(); ++i) {
            const double before = away(line[i - 1]);
            const double after = away(line[i]);
            if ((before <= 0.0) != (after <= 0.0)) {
                return line[i - 1] + (line[i] - line[i - 1]) * (before / (before - after));
            }
        }
        return std::nullopt;
    }

    void addLabel(Family family, std::int64_t tenths, const QPolygonF& line)
    {
        const auto at = crossing(family, line);
        if (!at) {
            return;
        }
        const QString text = family == Family::Meridians ? meridianText(tenths, m_step) : parallelText(tenths, m_step);
        PlacedLabel label{
            .lettering = {.text = text, .size = TextSize::Small, .colour = m_theme.graticule, .halo = m_theme.halo}};
        const QSizeF size = sizeOf(label.lettering);
        label.centre = family == Family::Meridians
                           ? QPointF(at->x() + size.width() / 2 + 2, m_inset + size.height() / 2 + 1)
                           : QPointF(m_inset + size.width() / 2 + 2, at->y() - size.height() / 2 - 1);
        m_graticule.labels.push_back(label);
    }

    const Viewport& m_viewport;
    const geo::Projection& m_projection;
    const Theme& m_theme;
    int m_inset = 0;
    std::int64_t m_step = 1;
    GeoBox m_degrees;
    Graticule m_graticule;
};

} // namespace

std::int64_t graticuleStep(double metresPerPixel)
{
    const double wanted = kApart * metresPerPixel / kMetresPerTenth;
    const auto* found = std::find_if(kSteps.begin(), kSteps.end(),
                                     [wanted](std::int64_t step) { return static_cast<double>(step) >= wanted; });
    return found == kSteps.end() ? kSteps.back() : *found;
}

QString meridianText(std::int64_t tenths, std::int64_t step)
{
    return angleText(tenths, step) + (tenths < 0 ? QStringLiteral(" W") : QStringLiteral(" E"));
}

QString parallelText(std::int64_t tenths, std::int64_t step)
{
    return angleText(tenths, step) + (tenths < 0 ? QStringLiteral(" S") : QStringLiteral(" N"));
}

Graticule graticuleOf(const Viewport& viewport, const geo::Projection& projection, const Theme& theme, int inset)
{
    return Builder(viewport, projection, theme, inset).build();
}

void drawGraticule(QPainter& painter, const Graticule& graticule, const Theme& theme)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(faded(theme.graticule, 0.35), 1.0));
    for (const QPolygonF& line : graticule.lines) {
        painter.drawPolyline(line);
    }
}

} // namespace observo::render
