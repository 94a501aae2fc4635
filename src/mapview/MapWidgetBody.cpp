// SPDX-License-Identifier: GPL-3.0-or-later
#include "MapWidgetBody.h"

#include "MapFrame.h"

#include "observo/geo/Crs.h"
#include "observo/render/Symbols.h"

#include <QPen>
#include <QRectF>

#include <cmath>
#include <utility>
#include <variant>

namespace observo::mapview {
namespace {

/// For a map that has nothing else to show.
constexpr LonLat kItaly{12.2, 42.0};
constexpr double kItalyMetresPerPixel = 1600.0;
constexpr double kArrowPan = 80.0;
constexpr double kHoverRing = 14.0;

std::optional<geo::Projection> makeProjection(int epsg)
{
    const auto crs = geo::Crs::fromEpsg(epsg);
    if (!crs) {
        return std::nullopt;
    }
    const GeoBox area = crs->areaOfUse();
    const LonLat middle =
        area.isEmpty() ? LonLat{12.5, 42.0} : LonLat{(area.west + area.east) / 2, (area.south + area.north) / 2};
    auto projection = geo::Projection::of(epsg, middle);
    return projection ? std::optional(std::move(*projection)) : std::nullopt;
}

} // namespace

MapWidget::Body::Body(MapWidget& mapWidget, jobs::Jobs& jobs)
    : widget(mapWidget), maker(
                             jobs, &mapWidget, [this]() -> const render::Scene& { return scene; },
                             [this](PictureMaker::Made made) { show(std::move(made)); })
{
    useSystem(view.epsg);
    view = italy();
}

void MapWidget::Body::useSystem(int epsg)
{
    projection = makeProjection(epsg);
    render::Viewport first;
    first.epsg = epsg;
    [[maybe_unused]] const double warmed = render::scaleBarLength(first, 100.0);
}

render::Viewport MapWidget::Body::italy() const
{
    render::Viewport wide = view;
    wide.metresPerPixel = kItalyMetresPerPixel;
    const MapPoint middle = projection ? projection->project(kItaly) : MapPoint{NAN, NAN};
    if (std::isfinite(middle.x) && std::isfinite(middle.y)) {
        wide.centre = middle;
    }
    return wide;
}

void MapWidget::Body::show(PictureMaker::Made made)
{
    if (made.picture.viewport.epsg == view.epsg) {
        const double milliseconds = made.milliseconds;
        shown = std::move(made);
        widget.update();
        emit widget.pictureReady(milliseconds);
    }
}

void MapWidget::Body::askForPicture()
{
    if (widget.isVisible()) {
        maker.ask({.view = view, .scene = sceneNumber});
    }
}

PointerEvent MapWidget::Body::pointerEvent(const QMouseEvent& event, bool isDoubleClick) const
{
    const MapPoint map = view.toMap(event.position());
    return {.at = projection ? projection->unproject(map) : LonLat{NAN, NAN},
            .map = map,
            .pixel = event.position(),
            .button = event.button(),
            .buttons = event.buttons(),
            .modifiers = event.modifiers(),
            .isDoubleClick = isDoubleClick};
}

geo::MapBox MapWidget::Body::everything() const
{
    geo::MapBox box;
    const GeoBox cameras = scene.cameras.extent();
    if (!cameras.isEmpty() && projection) {
        for (int i = 0; i < 25; ++i) { // parallels bow: corners alone are not enough
            const MapPoint point =
                projection->project({cameras.west + (cameras.east - cameras.west) * (i % 5) / 4.0,
                                     cameras.south + (cameras.north - cameras.south) * (i / 5) / 4.0});
            if (std::isfinite(point.x) && std::isfinite(point.y)) {
                box.include(point);
            }
        }
        return box;
    }
    for (const render::SceneLayer& layer : scene.layers) {
        if (layer.visible) {
            std::visit([&box](const auto& data) { box.include(data ? data->extent() : geo::MapBox{}); }, layer.data);
        }
    }
    return box;
}

void MapWidget::Body::hover(std::optional<CameraId> camera)
{
    if (hovered != camera) {
        hovered = camera;
        widget.update();
        emit widget.hoveredChanged(hovered);
    }
}

void MapWidget::Body::pickHovered()
{
    if (!cursor || hand.isHolding() || toolHolds != Qt::NoButton) {
        hover(std::nullopt);
        return;
    }
    const auto found = render::camerasAt(scene, view, *cursor);
    hover(found.empty() ? std::nullopt : std::optional(found.front()));
}

void MapWidget::Body::updateCursor()
{
    if (hand.isPanning()) {
        widget.setCursor(Qt::ClosedHandCursor);
    } else if (hand.isReadyToPan()) {
        widget.setCursor(Qt::OpenHandCursor);
    } else {
        widget.setCursor(tool != nullptr ? tool->cursor() : QCursor(Qt::OpenHandCursor));
    }
}

bool MapWidget::Body::panByKey(int key)
{
    QPointF step;
    switch (key) {
    case Qt::Key_Left:
        step = {kArrowPan, 0.0};
        break;
    case Qt::Key_Right:
        step = {-kArrowPan, 0.0};
        break;
    case Qt::Key_Up:
        step = {0.0, kArrowPan};
        break;
    case Qt::Key_Down:
        step = {0.0, -kArrowPan};
        break;
    default:
        return false;
    }
    widget.setViewport(view.panned(step));
    return true;
}

void MapWidget::Body::paintPicture(QPainter& painter) const
{
    if (!shown) {
        return;
    }
    const QRectF place = placeOf(shown->picture.viewport, view);
    if (covers(shown->picture.viewport, view)) {
        // On whole device pixels: the same picture, only moved.
        const double ratio = view.devicePixelRatio;
        painter.drawImage(QPointF(std::round(place.x() * ratio), std::round(place.y() * ratio)) / ratio,
                          shown->picture.image);
        return;
    }
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(place, shown->picture.image);
}

void MapWidget::Body::paintHovered(QPainter& painter) const
{
    const auto row = hovered && !scene.selected.contains(*hovered) ? scene.cameras.find(*hovered) : std::nullopt;
    const auto at = row ? widget.pixelOf(row->position) : std::nullopt;
    if (at) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(theme().symbolHalo, 3.5));
        painter.drawEllipse(*at, kHoverRing, kHoverRing);
        painter.setPen(QPen(theme().selection, 1.5));
        painter.drawEllipse(*at, kHoverRing, kHoverRing);
    }
}

void MapWidget::Body::paintEmptyText(QPainter& painter) const
{
    if (emptyText.isEmpty() || !isBlank()) {
        return;
    }
    const QRectF room = QRectF(widget.rect()).adjusted(40, 40, -40, -40);
    const QRectF text = painter.boundingRect(room, Qt::AlignCenter | Qt::TextWordWrap, emptyText);
    QColor sheet = theme().halo;
    sheet.setAlphaF(0.88F);
    painter.setPen(QPen(theme().graticule, 1.0));
    painter.setBrush(sheet);
    painter.drawRoundedRect(text.adjusted(-16, -12, 16, 12), 6, 6);
    painter.setPen(theme().text);
    painter.drawText(text, Qt::AlignCenter | Qt::TextWordWrap, emptyText);
}

void MapWidget::Body::paintFocus(QPainter& painter) const
{
    if (widget.hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(widget.palette().color(QPalette::Highlight), 2.0));
        painter.drawRect(QRectF(widget.rect()).adjusted(1, 1, -1, -1));
    }
}

} // namespace observo::mapview
