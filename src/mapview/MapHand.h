// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <Qt>

#include <optional>

namespace observo::mapview {

/// Which of the mouse's gestures move the map: middle drag and Space+drag always, left drag when no tool took the
/// press. A press becomes a pan when it leaves a small circle; until then it may still be a click.
class MapHand {
public:
    /// A press that no tool took, or that belongs to the hand anyway.
    void press(QPointF at, Qt::MouseButton button, bool mayBeClick);
    /// How far the map moves with the cursor; nothing while the press may still be a click.
    [[nodiscard]] std::optional<QPointF> move(QPointF to);
    /// True when the release ends a click that never became a pan.
    [[nodiscard]] bool release(Qt::MouseButton button);
    void letGo();

    void holdSpace(bool isHeld) { m_isSpaceHeld = isHeld; }
    /// Whether a press with this button is the hand's before any tool is asked.
    [[nodiscard]] bool claims(Qt::MouseButton button) const;
    [[nodiscard]] bool isReadyToPan() const { return m_isSpaceHeld; }
    [[nodiscard]] bool isHolding() const { return m_button != Qt::NoButton; }
    [[nodiscard]] bool isPanning() const { return isHolding() && m_isMoving; }

private:
    Qt::MouseButton m_button = Qt::NoButton;
    QPointF m_last;
    QPointF m_pressed;
    bool m_mayBeClick = false;
    bool m_isMoving = false;
    bool m_isSpaceHeld = false;
};

} // namespace observo::mapview
