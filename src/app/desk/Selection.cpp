// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/Selection.h"

#include <utility>

namespace observo::app {

std::optional<CameraId> Selection::single() const
{
    return m_ids.size() == 1 ? std::optional(*m_ids.begin()) : std::nullopt;
}

void Selection::set(std::set<CameraId> ids)
{
    if (ids != m_ids) {
        m_ids = std::move(ids);
        emit changed();
    }
}

void Selection::toggle(CameraId id)
{
    auto ids = m_ids;
    if (ids.erase(id) == 0) {
        ids.insert(id);
    }
    set(std::move(ids));
}

void Selection::remove(CameraId id)
{
    auto ids = m_ids;
    ids.erase(id);
    set(std::move(ids));
}

} // namespace observo::app
