// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Ids.h"

#include <QObject>

#include <memory>
#include <optional>
#include <set>

namespace observo::app {

/// Some cameras as a value that costs nothing to hand on, however many they are; made in a job when they may be many.
using CameraSet = std::shared_ptr<const std::set<CameraId>>;

/// The cameras that are chosen: one set for map, table and inspector.
class Selection : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] const std::set<CameraId>& ids() const { return m_ids; }
    [[nodiscard]] bool isEmpty() const { return m_ids.empty(); }
    [[nodiscard]] bool contains(CameraId id) const { return m_ids.contains(id); }
    /// The chosen camera when it is exactly one.
    [[nodiscard]] std::optional<CameraId> single() const;

    void set(std::set<CameraId> ids);
    void choose(CameraId id) { set({id}); }
    void toggle(CameraId id);
    void remove(CameraId id);
    void clear() { set({}); }

signals:
    void changed();

private:
    std::set<CameraId> m_ids;
};

} // namespace observo::app
