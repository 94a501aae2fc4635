// SPDX-License-Identifier: GPL-3.0-or-later
#include "MapHand.h"

namespace observo::mapview {
namespace {

constexpr double kClickSlack = 4.0; ///< pixels a hand trembles

} // namespace

void MapHand::press(QPointF at, Qt::MouseButton button, bool mayBeClick)
{
    m_button = button;
    m_pressed = at;
    m_last = at;
    m_mayBeClick = mayBeClick;
    m_isMoving = !mayBeClick;
}

std::optional<QPointF> MapHand::move(QPointF to)
{
    if (!isHolding()) {
        return std::nullopt;
    }
    if (!m_isMoving && (to - m_pressed).manhattanLength() < kClickSlack) {
        return std::nullopt;
    }
    m_isMoving = true;
    m_mayBeClick = false;
    const QPointF way = to - m_last;
    m_last = to;
    return way;
}

bool MapHand::release(Qt::MouseButton button)
{
    if (button != m_button) {
        return false;
    }
    const bool isClick = m_mayBeClick;
    letGo();
    return isClick;
}

void MapHand::letGo()
{
    m_button = Qt::NoButton;
    m_mayBeClick = false;
    m_isMoving = false;
}

bool MapHand::claims(Qt::MouseButton button) const
{
    return button == Qt::MiddleButton || (button == Qt::LeftButton && m_isSpaceHeld);
}

} // namespace observo::mapview
