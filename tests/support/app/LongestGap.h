// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QTimer>

#include <algorithm>
#include <utility>

namespace observo::test {

/// Watches the event loop: how long the GUI thread did not come back to it. A person feels a tenth of a second.
class LongestGap {
public:
    LongestGap()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.setInterval(5);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { note(); });
        m_timer.start();
        m_since.start();
    }

    /// In milliseconds, since the start or the last call.
    [[nodiscard]] double take()
    {
        note();
        return std::exchange(m_longest, 0.0);
    }

private:
    void note()
    {
        m_longest = std::max(m_longest, static_cast<double>(m_since.nsecsElapsed()) / 1e6);
        m_since.start();
    }

    QTimer m_timer;
    QElapsedTimer m_since;
    double m_longest = 0.0;
};

} // namespace observo::test
