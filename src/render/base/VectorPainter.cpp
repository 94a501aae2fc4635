// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/VectorPainter.h"

#include "Colours.h"
#include "LocalProjection.h"

#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <span>

namespace observo::render {
namespace {

constexpr double kStreetMetres = 6.0;
/// Farther out streets are single thin lines.
constexpr double kCasingFrom = 3.0;
/// Farther out than this a dash-dot line would be longer than the municipality it goes around.
constexpr double kDashedFrom = 150.0;
/// Building outlines would be darker than the buildings.
constexpr double kEdgesFrom = 1.5;

double streetWidth(double metresPerPixel)
{
    return std::clamp(kStreetMetres / metresPerPixel, 1.5, 26.0);
}

bool isFilled(LayerStyle style)
{
    return style != LayerStyle::Boundaries && style != LayerStyle::Streets;
}

} // namespace

VectorPainter::VectorPainter(QPainter& painter, const Viewport& viewport, const Theme& theme)
    : m_painter(painter), m_viewport(viewport), m_theme(theme), m_cutter(viewport)
{
    m_painter.setRenderHint(QPainter::Antialiasing);
}

void VectorPainter::usePens(LayerStyle style)
{
    switch (style) {
    case LayerStyle::Buildings:
        m_fill = m_theme.building;
        m_edge = m_viewport.metresPerPixel <= kEdgesFrom ? QPen(m_theme.buildingEdge, 1.0) : QPen(Qt::NoPen);
        break;
    case LayerStyle::Water:
        m_fill = m_theme.water;
        m_edge = QPen(m_theme.water.darker(112), 1.0);
        break;
    case LayerStyle::Streets:
        m_fill = m_theme.street;
        m_edge = QPen(m_theme.streetCasing, 1.0);
        break;
    case LayerStyle::Boundaries:
        m_fill = Qt::NoBrush;
        m_edge = QPen(m_theme.boundary, m_viewport.metresPerPixel <= kDashedFrom ? 1.4 : 0.9, Qt::SolidLine,
                      Qt::FlatCap, Qt::RoundJoin);
        break;
    case LayerStyle::Plain:
        m_fill = faded(m_theme.point, 0.15);
        m_edge = QPen(m_theme.point, 1.2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
        break;
    }
}

bool VectorPainter::draw(const geo::VectorLayer& layer, LayerStyle style, const Progress& progress)
{
    usePens(style);
    m_runs.clear();
    m_seen = {};
    m_pixels.assign(
        static_cast<std::size_t>(m_viewport.size.width()) * static_cast<std::size_t>(m_viewport.size.height()), false);
    std::size_t visited = 0;
    bool isCancelled = false;
    layer.forEach(boxWithBorder(m_viewport, 24.0), [&](const Item& item) {
        drawItem(item, style);
        isCancelled = ++visited % 128 == 0 && progress.cancelled();
        return !isCancelled;
    });
    if (isCancelled) {
        return false;
    }
    drawGathered(style);
    return !progress.cancelled();
}

void VectorPainter::drawItem(const Item& item, LayerStyle style)
{
    if (item.shape == geo::VectorLayer::Shape::Points) {
        drawPoints(item);
        return;
    }
    if (drawAsPixel(item)) {
        return;
    }
    const bool isPolygon = item.shape == geo::VectorLayer::Shape::Polygons;
    if (isPolygon && isFilled(style)) {
        drawFill(item);
    } else {
        gatherLines(item, style);
    }
}

bool VectorPainter::drawAsPixel(const Item& item)
{
    const double size = std::max(item.box.width(), item.box.height()) / m_viewport.metresPerPixel;
    if (size >= 1.0) {
        return false;
    }
    const QPointF at = m_viewport.toPixel(item.box.centre());
    const auto x = static_cast<int>(std::floor(at.x()));
    const auto y = static_cast<int>(std::floor(at.y()));
    if (x < 0 || y < 0 || x >= m_viewport.size.width() || y >= m_viewport.size.height()) {
        return true;
    }
    const auto index =
        static_cast<std::size_t>(y) * static_cast<std::size_t>(m_viewport.size.width()) + static_cast<std::size_t>(x);
    if (!m_pixels[index]) {
        m_pixels[index] = true;
        m_painter.fillRect(x, y, 1, 1, m_fill.style() == Qt::NoBrush ? m_edge.color() : m_fill.color());
        ++m_drawn;
    }
    return true;
}

void VectorPainter::drawPoints(const Item& item)
{
    m_painter.setPen(QPen(m_theme.halo, 1.0));
    m_painter.setBrush(m_theme.point);
    for (const MapPoint& point : item.points) {
        m_painter.drawEllipse(m_viewport.toPixel(point), 3.0, 3.0);
        ++m_drawn;
    }
}

void VectorPainter::drawFill(const Item& item)
{
    m_painter.setPen(m_edge);
    m_painter.setBrush(m_fill);
    const auto toPixels = [this](std::span<const MapPoint> ring) {
        m_points.clear();
        for (const MapPoint& point : ring) {
            const QPointF pixel = m_viewport.toPixel(point);
            if (m_points.empty() || (pixel - m_points.back()).manhattanLength() >= 0.5) {
                m_points.push_back(pixel);
            }
        }
    };
    ++m_drawn;
    if (item.partSizes.size() == 1) {
        toPixels(item.points);
        m_painter.drawPolygon(m_points.data(), static_cast<int>(m_points.size()), Qt::OddEvenFill);
        return;
    }
    QPainterPath path; // its fill rule is even-odd: holes stay open
    std::size_t begin = 0;
    for (const std::uint32_t size : item.partSizes) {
        toPixels(item.points.subspan(begin, size));
        QPolygonF ring;
        ring.reserve(static_cast<qsizetype>(m_points.size()));
        std::copy(m_points.begin(), m_points.end(), std::back_inserter(ring));
        path.addPolygon(ring);
        path.closeSubpath();
        begin += size;
    }
    m_painter.drawPath(path);
}

void VectorPainter::gatherLines(const Item& item, LayerStyle style)
{
    SeenSegments* seen = style == LayerStyle::Boundaries ? &m_seen : nullptr;
    std::size_t begin = 0;
    for (const std::uint32_t size : item.partSizes) {
        m_cutter.cut(item.points.subspan(begin, size), m_runs, seen);
        begin += size;
    }
    ++m_drawn;
}

void VectorPainter::strokeRuns(QPen pen, bool isDashed)
{
    constexpr double kDash = 9.0;
    constexpr double kGap = 3.5;
    constexpr double kDot = 1.4;
    if (isDashed) { // Qt counts dashes in pen widths
        const double width = pen.widthF();
        pen.setDashPattern({kDash / width, kGap / width, kDot / width, kGap / width});
    }
    m_painter.setBrush(Qt::NoBrush);
    for (const LineRun& run : m_runs) {
        if (isDashed) {
            pen.setDashOffset(std::fmod(run.start, kDash + kDot + 2.0 * kGap) / pen.widthF());
        }
        m_painter.setPen(pen);
        m_painter.drawPolyline(run.points);
    }
}

void VectorPainter::drawGathered(LayerStyle style)
{
    const double metresPerPixel = m_viewport.metresPerPixel;
    if (style == LayerStyle::Streets && metresPerPixel <= kCasingFrom) {
        const double width = streetWidth(metresPerPixel);
        // All casings first: crossings stay open.
        strokeRuns({m_theme.streetCasing, width + 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin}, false);
        strokeRuns({m_theme.street, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin}, false);
        return;
    }
    strokeRuns(m_edge, style == LayerStyle::Boundaries && metresPerPixel <= kDashedFrom);
}

} // namespace observo::render
