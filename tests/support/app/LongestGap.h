// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/app/QueueTime.h"

#include <QElapsedTimer>
#include <QTimer>

#include <algorithm>
#include <utility>

namespace observo::test {

/// Watches the event loop: how long the GUI thread did not come back to it, by its own work or by waiting for what it
/// asked for. A person feels a tenth of a second. While the thread was ready to run and other programs had the
/// processors, it is not to blame: that time is taken off, or a busy machine would decide the verdict.
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
        const double queued = m_queued.milliseconds();
        const double own = static_cast<double>(m_since.nsecsElapsed()) / 1e6 - (queued - m_queuedThen);
        m_longest = std::max(m_longest, own);
        m_queuedThen = queued;
        m_since.start();
    }

    QTimer m_timer;
    QElapsedTimer m_since;
    QueueTime m_queued;
    double m_queuedThen = m_queued.milliseconds();
    double m_longest = 0.0;
};

} // namespace observo::test
