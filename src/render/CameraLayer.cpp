// SPDX-License-Identifier: GPL-3.0-or-later
#include "CameraLayer.h"

#include "CameraPoints.h"
#include "ClusterDiscs.h"
#include "Colours.h"
#include "LocalProjection.h"

#include <QPen>
#include <QRectF>
#include <QString>

#include <algorithm>
#include <cmath>
#include <unordered_set>

namespace observo::render {
namespace {

constexpr double kViewOpacity = 0.22;
/// A sector that would hide under its own symbol is not drawn.
constexpr double kSmallestView = 12.0;
constexpr double kSymbolReach = 17.0;
constexpr double kLabelGap = 15.0;
/// Codes are written from here on inwards, names much nearer.
constexpr double kCodesFrom = 3.0;
constexpr double kNamesFrom = 0.35;
constexpr qsizetype kLongestName = 32;

QString textOf(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

std::optional<Degrees> onScreen(float azimuth, Degrees convergence)
{
    return std::isfinite(azimuth) ? std::optional(normalised(Degrees{azimuth} - convergence)) : std::nullopt;
}

/// Keeps one of the sprites that would cover each other exactly: same place within two pixels, same look.
class SeenSprites {
public:
    bool isNew(QPointF at, std::uint32_t key)
    {
        const auto x = static_cast<std::uint64_t>(static_cast<std::int64_t>(at.x() / 2.0) + 0x10000);
        const auto y = static_cast<std::uint64_t>(static_cast<std::int64_t>(at.y() / 2.0) + 0x10000);
        return m_seen.insert((key * 0x9E3779B97F4A7C15ULL) ^ (x << 20U) ^ y).second;
    }

private:
    std::unordered_set<std::uint64_t> m_seen;
};

} // namespace

CameraLayer::CameraLayer(const Scene& scene, const Viewport& viewport, const geo::Projection& projection)
    : m_scene(scene), m_viewport(viewport), m_projection(projection), m_theme(Theme::named(scene.theme)),
      m_field(projection, viewport.box()), m_isClustered(isClustered(viewport)), m_pictureBox(viewport.box()),
      m_clusters(viewport)
{
    for (std::size_t i = 0; i < m_colours.size(); ++i) {
        const QColor colour = m_theme.status(codeAt("status", static_cast<std::uint8_t>(i)));
        m_colours[i] = {.fill = faded(colour, kViewOpacity), .edge = visibleOn(m_theme.ground, colour, m_theme.text)};
    }
}

geo::MapBox CameraLayer::gatheredArea() const
{
    double border = kSymbolReach;
    if (m_scene.showViews) {
        border = std::max(border, longestRange(m_scene.cameras).value * 1.01 / m_viewport.metresPerPixel);
    }
    geo::MapBox area = boxWithBorder(m_viewport, border);
    if (m_isClustered) {
        area.include(m_clusters.area());
    }
    return area;
}

bool CameraLayer::gather(const Progress& progress)
{
    if (m_scene.showCameras) {
        forEachCamera(m_scene, m_projection, gatheredArea(), progress, [this](const CameraRow& row, MapPoint point) {
            take(row, point);
            return true;
        });
    }
    if (m_isClustered) {
        m_clusters.forEach([this](const Cluster& cluster) {
            if (cluster.count == 1) {
                m_plain.push_back({.row = cluster.first,
                                   .at = m_viewport.toPixel(cluster.firstAt),
                                   .convergence = m_field.at(cluster.firstAt).convergence});
            }
        });
    }
    return !progress.cancelled();
}

void CameraLayer::take(const CameraRow& row, MapPoint point)
{
    m_camerasDrawn += m_pictureBox.contains(point) ? 1U : 0U;
    const bool isSelected = m_scene.selected.contains(row.id);
    const bool isHovered = m_scene.hovered == row.id;
    const bool isPreview = m_scene.preview && m_scene.preview->id == row.id;
    if (m_scene.showViews) {
        takeView(row, point, isSelected || isPreview);
    }
    if (m_isClustered && !isSelected && !isHovered && !isPreview) {
        m_clusters.add(row, point);
        return;
    }
    const QPointF at = m_viewport.toPixel(point);
    const QRectF seen(-kSymbolReach, -kSymbolReach, m_viewport.size.width() + 2 * kSymbolReach,
                      m_viewport.size.height() + 2 * kSymbolReach);
    if (!seen.contains(at)) {
        return;
    }
    auto& symbols = isSelected || isHovered || isPreview ? m_marked : m_plain;
    symbols.push_back({.row = row,
                       .at = at,
                       .convergence = m_field.at(point).convergence,
                       .isSelected = isSelected,
                       .isHovered = isHovered});
}

void CameraLayer::takeView(const CameraRow& row, MapPoint point, bool isSelected)
{
    const bool isPreview = m_scene.preview && m_scene.preview->id == row.id;
    // The whole record knows the blind zone as well.
    const auto sector = isPreview ? coverage::viewOf(*m_scene.preview) : coverage::viewOf(row);
    if (!sector) {
        return;
    }
    const double radius = sector->range.value / m_viewport.metresPerPixel;
    const QPointF at = m_viewport.toPixel(point);
    const QRectF reached(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius);
    if (radius < kSmallestView || !reached.intersects(QRectF(QPointF(), QSizeF(m_viewport.size)))) {
        return;
    }
    const geo::GridFactors factors = m_field.at(point);
    m_views.push_back({.sector = *sector,
                       .frame = {.apex = at,
                                 .pixelsPerMetre = factors.scale / m_viewport.metresPerPixel,
                                 .convergence = factors.convergence},
                       .status = row.status,
                       .isSelected = isSelected});
}

SymbolLook CameraLayer::lookOf(const Symbol& symbol) const
{
    const CameraRow& row = symbol.row;
    return {.type = codeAt("camera_type", row.type),
            .function = codeAt("camera_function", row.function),
            .status = codeAt("status", row.status),
            .direction = onScreen(row.direction, symbol.convergence),
            .panFrom = onScreen(row.panMin, symbol.convergence),
            .panTo = onScreen(row.panMax, symbol.convergence),
            .selected = symbol.isSelected,
            .hovered = symbol.isHovered};
}

void CameraLayer::takeSymbols(LabelBoard& board) const
{
    const auto takeAround = [&board](QPointF at, double reach) {
        board.take({at.x() - reach, at.y() - reach, 2 * reach, 2 * reach});
    };
    for (const Symbol& symbol : m_marked) {
        takeAround(symbol.at, 13.0);
    }
    for (const Symbol& symbol : m_plain) {
        takeAround(symbol.at, 10.0);
    }
    m_clusters.forEach([&](const Cluster& cluster) {
        if (cluster.count > 1) {
            takeAround(m_viewport.toPixel(cluster.middle()), clusterRadius(cluster.count));
        }
    });
}

std::optional<PlacedLabel> CameraLayer::labelOf(const Symbol& symbol, LabelBoard& board) const
{
    QString text = textOf(symbol.row.code);
    if (m_viewport.metresPerPixel <= kNamesFrom && !symbol.row.name.empty()) {
        QString name = textOf(symbol.row.name);
        if (name.size() > kLongestName) {
            name = name.left(kLongestName - 1) + QChar(0x2026);
        }
        text = text.isEmpty() ? name : text + QStringLiteral(" · ") + name;
    }
    if (text.isEmpty()) {
        return std::nullopt;
    }
    PlacedLabel label{
        .lettering = {.text = text, .bold = symbol.isSelected, .colour = m_theme.text, .halo = m_theme.halo}};
    const QSizeF size = sizeOf(label.lettering);
    const double beside = kLabelGap + size.width() / 2.0;
    const double above = kLabelGap + size.height() / 2.0;
    for (const QPointF offset : {QPointF(beside, 0), QPointF(-beside, 0), QPointF(0, above), QPointF(0, -above)}) {
        label.centre = symbol.at + offset;
        if (board.tryTake(label)) {
            return label;
        }
    }
    return std::nullopt;
}

void CameraLayer::placeLabels(LabelBoard& board)
{
    const bool isNear = m_viewport.metresPerPixel <= kCodesFrom;
    for (const std::vector<Symbol>* symbols : {&m_marked, &m_plain}) {
        if (symbols == &m_plain && !isNear) {
            continue;
        }
        for (const Symbol& symbol : *symbols) {
            if (auto label = labelOf(symbol, board)) {
                m_labels.push_back(std::move(*label));
            }
        }
    }
}

CameraLayer::ViewColours CameraLayer::coloursOf(std::uint8_t status) const
{
    return m_colours[std::min<std::size_t>(status, m_colours.size() - 1)];
}

void CameraLayer::drawView(QPainter& painter, const View& view)
{
    const ViewColours colours = coloursOf(view.status);
    QPen edge(colours.edge, view.isSelected ? 2.0 : 1.0);
    if (view.sector.isAssumed()) {
        edge.setDashPattern(view.isSelected ? QList<qreal>{3.0, 2.0} : QList<qreal>{5.0, 4.0});
    }
    painter.setPen(edge);
    painter.setBrush(colours.fill);
    painter.drawPolygon(sectorPolygon(view.sector, view.frame));
    ++m_sectorsDrawn;
}

bool CameraLayer::drawViews(QPainter& painter, const Progress& progress)
{
    painter.setRenderHint(QPainter::Antialiasing);
    std::stable_partition(m_views.begin(), m_views.end(), [](const View& view) { return !view.isSelected; });
    for (std::size_t i = 0; i < m_views.size(); ++i) {
        if (i % 64 == 0 && progress.cancelled()) {
            return false;
        }
        drawView(painter, m_views[i]);
    }
    return true;
}

bool CameraLayer::drawPlain(QPainter& painter, const Progress& progress)
{
    const auto atlas = SpriteAtlas::of(m_theme, m_viewport.devicePixelRatio);
    SeenSprites seen;
    for (std::size_t i = 0; i < m_plain.size(); ++i) {
        if (i % 1024 == 0 && progress.cancelled()) {
            return false;
        }
        const SymbolLook look = lookOf(m_plain[i]);
        if (seen.isNew(m_plain[i].at, SpriteAtlas::keyOf(look))) {
            drawSprite(painter, m_plain[i].at, atlas->sprite(look));
        }
    }
    return true;
}

bool CameraLayer::drawSymbols(QPainter& painter, const Progress& progress)
{
    if (!drawPlain(painter, progress)) {
        return false;
    }
    painter.setRenderHint(QPainter::Antialiasing);
    ClusterDiscs discs(m_theme, m_viewport.devicePixelRatio);
    m_clusters.forEach([&](const Cluster& cluster) {
        if (cluster.count > 1 && !progress.cancelled()) {
            discs.draw(painter, m_viewport.toPixel(cluster.middle()), cluster);
        }
    });
    SeenSprites seen; // all may be selected
    for (const Symbol& symbol : m_marked) {
        const SymbolLook look = lookOf(symbol);
        if (seen.isNew(symbol.at, SpriteAtlas::keyOf(look))) {
            drawSymbol(painter, symbol.at, look, m_theme);
        }
    }
    return !progress.cancelled();
}

void CameraLayer::drawCodes(QPainter& painter) const
{
    drawLabels(painter, m_labels);
}

} // namespace observo::render
