// SPDX-License-Identifier: GPL-3.0-or-later
#include "tools/AimTool.h"

#include "Appearance.h"
#include "Numbers.h"
#include "desk/Workbench.h"
#include "tools/AimPainting.h"

#include "observo/coverage/FieldOfView.h"
#include "observo/mapview/MapWidget.h"

#include <QKeyEvent>
#include <QLineF>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <utility>

namespace observo::app {

namespace {

constexpr double kGrab = 10.0;        ///< pixels around a handle that take hold of it
constexpr double kNearestHandle = 34; ///< pixels: a short range does not hide the camera under its handles
constexpr double kSteady = 4.0;       ///< pixels a hand shakes: less is no new range
constexpr std::chrono::milliseconds kKeysRest{900};

struct Step {
    double turn = 1.0;
    double metres = 1.0;
};

Step stepOf(Qt::KeyboardModifiers modifiers)
{
    if (modifiers.testFlag(Qt::ShiftModifier)) {
        return {10.0, 10.0};
    }
    return modifiers.testFlag(Qt::AltModifier) ? Step{0.1, 0.1} : Step{};
}

Keep keepOf(Qt::KeyboardModifiers modifiers)
{
    if (modifiers.testFlag(Qt::ShiftModifier)) {
        return Keep::Range;
    }
    return modifiers.testFlag(Qt::ControlModifier) ? Keep::Direction : Keep::Nothing;
}

bool isArrow(int key)
{
    return key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Up || key == Qt::Key_Down;
}

} // namespace

AimTool::AimTool(Workbench& workbench, mapview::MapWidget& map, QObject* parent)
    : QObject(parent), m_workbench(workbench), m_map(map)
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(kKeysRest);
    connect(&m_rest, &QTimer::timeout, this, &AimTool::commit);
    connect(&workbench.selection(), &Selection::changed, this, [this] {
        // The camera that was being turned by keys is not chosen any more, yet its turn was meant.
        commit();
        m_active = Handle::Axis;
        m_touched = false;
        m_typed.clear();
        reread();
    });
    connect(&workbench, &Workbench::changed, this, &AimTool::reread);
    connect(&workbench, &Workbench::readable, this, &AimTool::reread);
    connect(&workbench, &Workbench::previewChanged, &map, &mapview::MapWidget::refreshOverlay);
}

void AimTool::deactivate()
{
    commit();
    m_typed.clear();
}

std::optional<Camera> AimTool::shown() const
{
    const auto id = m_workbench.selection().single();
    if (!id) {
        return std::nullopt;
    }
    if (const auto& preview = m_workbench.preview(); preview && preview->id == *id) {
        return preview;
    }
    return m_stored && m_stored->id == *id ? m_stored : std::nullopt;
}

void AimTool::reread()
{
    // Kept here because every frame and every move of the mouse asks for it.
    m_stored = m_workbench.chosen();
    m_map.refreshOverlay();
}

QPointF AimTool::pixelOf(const HandlePlace& place, QPointF camera) const
{
    const auto pixel = m_map.pixelOf(place.at).value_or(camera);
    QLineF line(camera, pixel);
    if (line.length() > 0.0 && line.length() < kNearestHandle && place.handle != Handle::Near) {
        line.setLength(kNearestHandle);
    }
    return line.p2();
}

std::optional<Handle> AimTool::handleAt(QPointF pixel) const
{
    const auto camera = shown();
    const auto centre = camera ? m_map.pixelOf(camera->position) : std::nullopt;
    if (!centre || !m_workbench.isWritable()) {
        return std::nullopt;
    }
    if (needsDirection(*camera)) {
        const double away = QLineF(*centre, pixel).length();
        return std::abs(away - kAimRing) <= kGrab ? std::optional(Handle::Axis) : std::nullopt;
    }
    std::optional<Handle> nearest;
    double best = kGrab;
    for (const auto& place : handlesOf(*camera)) {
        const double away = QLineF(pixelOf(place, *centre), pixel).length();
        if (away <= best) {
            best = away;
            nearest = place.handle;
        }
    }
    return nearest;
}

bool AimTool::press(const mapview::PointerEvent& event)
{
    const auto handle = event.button == Qt::LeftButton ? handleAt(event.pixel) : std::nullopt;
    if (!handle) {
        return false;
    }
    commit();
    m_start = shown();
    m_dragged = handle;
    m_active = *handle;
    m_touched = true;
    m_typed.clear();
    m_pressed = event.pixel;
    m_map.refreshOverlay();
    return true;
}

bool AimTool::move(const mapview::PointerEvent& event)
{
    if (!m_dragged || !m_start) {
        const auto hovered = handleAt(event.pixel);
        if (hovered != m_hovered) {
            m_hovered = hovered;
            m_map.refreshOverlay();
        }
        return hovered.has_value();
    }
    if (QLineF(m_pressed, event.pixel).length() < kSteady && !m_pending) {
        return true;
    }
    auto keep = keepOf(event.modifiers);
    const auto centre = m_map.pixelOf(m_start->position);
    const auto steady =
        centre && std::abs(QLineF(*centre, event.pixel).length() - QLineF(*centre, m_pressed).length()) < kSteady;
    if (keep == Keep::Nothing && (steady || needsDirection(*m_start))) {
        keep = Keep::Range;
    }
    tryOut(dragged(*m_start, *m_dragged, event.at, keep));
    return true;
}

bool AimTool::release(const mapview::PointerEvent&)
{
    if (!m_dragged) {
        return false;
    }
    m_dragged.reset();
    commit();
    m_map.refreshOverlay();
    return true;
}

void AimTool::tryOut(Camera camera)
{
    m_pending = true;
    m_workbench.prepare();
    m_workbench.setPreview(std::move(camera));
    m_map.refreshOverlay();
}

void AimTool::commit()
{
    m_rest.stop();
    if (!std::exchange(m_pending, false)) {
        return;
    }
    const auto tried = m_workbench.preview();
    m_workbench.setPreview(std::nullopt);
    m_start.reset();
    if (!tried) {
        return;
    }
    if (const auto stored = m_workbench.camera(tried->id)) {
        m_workbench.perform(changesOfAim(*stored, *tried));
    }
}

void AimTool::cancel()
{
    m_rest.stop();
    m_pending = false;
    m_dragged.reset();
    m_start.reset();
    m_typed.clear();
    m_workbench.setPreview(std::nullopt);
    m_map.refreshOverlay();
}

bool AimTool::key(QKeyEvent& event)
{
    if (!shown() || !m_workbench.isWritable()) {
        return false;
    }
    switch (event.key()) {
    case Qt::Key_Escape:
        if (m_pending || !m_typed.isEmpty()) {
            cancel();
            return true;
        }
        return false;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!m_typed.isEmpty()) {
            enterTyped();
        }
        if (m_pending) {
            commit();
            return true;
        }
        return false;
    case Qt::Key_Space:
        nextHandle();
        return true;
    default:
        break;
    }
    return isArrow(event.key()) ? arrow(event) : typed(event);
}

bool AimTool::arrow(const QKeyEvent& event)
{
    const auto camera = shown();
    const int across = event.key() == Qt::Key_Right ? 1 : event.key() == Qt::Key_Left ? -1 : 0;
    const int along = event.key() == Qt::Key_Up ? 1 : event.key() == Qt::Key_Down ? -1 : 0;
    m_touched = true;
    if (event.modifiers().testFlag(Qt::ControlModifier)) {
        const double way = event.modifiers().testFlag(Qt::ShiftModifier) ? 1.0 : 0.1;
        tryOut(shifted(*camera, Metres{way * across}, Metres{way * along}));
        m_rest.start();
        return true;
    }
    const auto step = stepOf(event.modifiers());
    const auto view = coverage::viewOf(*camera);
    if (along != 0) {
        const auto range = view ? view->range : coverage::assumedRange(camera->type);
        tryOut(withRange(*camera, Metres{std::max(step.metres, range.value + step.metres * along)}));
    } else if (m_active == Handle::LeftEdge || m_active == Handle::RightEdge) {
        const double sign = m_active == Handle::RightEdge ? 1.0 : -1.0;
        const auto width = camera->hfov.value_or(view ? view->width : coverage::assumedWidth(camera->type));
        tryOut(withWidth(*camera, width + Degrees{step.turn * sign * across}));
    } else if (m_active == Handle::Near) {
        tryOut(withTilt(*camera, camera->tilt.value_or(Degrees{}) + Degrees{step.turn * across}));
    } else {
        tryOut(turned(*camera, Degrees{step.turn * across}));
    }
    m_rest.start();
    return true;
}

bool AimTool::wantsDigits(int key) const
{
    if (!m_workbench.selection().single() || !m_workbench.isWritable()) {
        return false;
    }
    const bool digit = key >= Qt::Key_0 && key <= Qt::Key_9;
    if (m_typed.isEmpty()) {
        // A lone zero shows the whole map unless somebody has a handle in hand.
        return digit && (key != Qt::Key_0 || m_touched);
    }
    return digit || key == Qt::Key_Comma || key == Qt::Key_Period || key == Qt::Key_Backspace || key == Qt::Key_M ||
           key == Qt::Key_Minus;
}

bool AimTool::typed(const QKeyEvent& event)
{
    if (!wantsDigits(event.key())) {
        return false;
    }
    m_touched = true;
    if (event.key() == Qt::Key_Backspace) {
        m_typed.chop(1);
    } else {
        m_typed += event.text();
    }
    m_map.refreshOverlay();
    return true;
}

void AimTool::enterTyped()
{
    auto text = std::exchange(m_typed, {}).toLower();
    const auto camera = shown();
    const bool metres = text.endsWith(QLatin1Char('m'));
    if (metres) {
        text.chop(1);
    }
    text.replace(QLatin1Char(','), QLatin1Char('.'));
    bool isNumber = false;
    const double value = text.toDouble(&isNumber);
    if (!isNumber || !camera) {
        m_map.refreshOverlay();
        return;
    }
    if (metres) {
        tryOut(withRange(*camera, Metres{value}));
    } else if (m_active == Handle::Axis) {
        tryOut(withDirection(*camera, Degrees{value}));
    } else if (m_active == Handle::Near) {
        tryOut(withTilt(*camera, Degrees{value}));
    } else {
        tryOut(withWidth(*camera, Degrees{value}));
    }
}

void AimTool::nextHandle()
{
    const auto camera = shown();
    const auto handles = handlesOf(*camera);
    const auto present = std::ranges::find(handles, m_active, &HandlePlace::handle);
    if (handles.empty()) {
        return;
    }
    const bool last = present == handles.end() || present + 1 == handles.end();
    m_active = last ? handles.front().handle : (present + 1)->handle;
    m_touched = true;
    m_typed.clear();
    m_map.refreshOverlay();
}

QString AimTool::readout() const
{
    const auto camera = shown();
    if (!camera) {
        return {};
    }
    return m_typed.isEmpty() ? aimReadout(*camera, m_active) : m_typed + QLatin1Char('_');
}

void AimTool::paint(QPainter& painter, const render::Viewport& viewport)
{
    const auto camera = shown();
    const auto centre = camera ? m_map.pixelOf(camera->position) : std::nullopt;
    if (!centre || !m_workbench.isWritable()) {
        return;
    }
    AimPicture picture{.camera = *camera, .centre = *centre, .active = m_active, .hovered = m_hovered};
    picture.isBusy = m_pending || m_dragged || m_touched;
    picture.readout = readout();
    for (const auto& place : handlesOf(*camera)) {
        picture.handles.push_back({place.handle, pixelOf(place, *centre)});
    }
    paintAim(painter, viewport, picture);
}

QCursor AimTool::cursor() const
{
    return m_hovered || m_dragged ? Qt::PointingHandCursor : Qt::ArrowCursor;
}

} // namespace observo::app
