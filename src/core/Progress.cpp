// SPDX-License-Identifier: GPL-3.0-or-later
#include "observo/core/Progress.h"

#include <utility>

namespace observo {

Progress::Progress() : m_cancelled(std::make_shared<std::atomic<bool>>(false)) {}

Progress::Progress(Listener listener) : Progress()
{
    if (listener) {
        m_listener = std::make_shared<const Listener>(std::move(listener));
    }
}

void Progress::report(double share) const
{
    if (m_listener) {
        // The comparison keeps a NaN (nothing of nothing done) from reaching the listener.
        const double within = share > 0.0 ? (share < 1.0 ? share : 1.0) : 0.0;
        (*m_listener)(m_from + (m_to - m_from) * within);
    }
}

bool Progress::cancelled() const
{
    return m_cancelled->load(std::memory_order_relaxed);
}

void Progress::cancel() const
{
    m_cancelled->store(true, std::memory_order_relaxed);
}

Progress Progress::part(double from, double to) const
{
    Progress part = *this;
    part.m_from = m_from + (m_to - m_from) * from;
    part.m_to = m_from + (m_to - m_from) * to;
    return part;
}

} // namespace observo
