// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "intake/Places.h"
#include "intake/SystemGuard.h"

#include "observo/geo/Transform.h"

#include <optional>
#include <vector>

namespace observo::exchange {

/// A row's place in the census's own system, and what is to be said about it.
struct Placed {
    std::optional<LonLat> place{};
    std::optional<Metres> accuracy{}; ///< worse than the operation's own, where a row needed help
    std::vector<Remark> remarks{};    ///< without a place the last one says why
};

/// Brings the coordinates of a whole file into the census's system by one operation.
class Placing {
public:
    /// The operation is chosen by where the sample lies. UnknownCrs when only a ballpark one exists.
    [[nodiscard]] static Result<Placing> make(const SystemAnswer& answer, const Territory& territory,
                                              const std::vector<MapPoint>& sample);

    [[nodiscard]] Placed place(const RawPlace& raw) const;
    [[nodiscard]] const geo::Operation& operation() const { return m_transform.operation(); }
    /// What the operation costs a position, where that is worth noting (more than a metre).
    [[nodiscard]] std::optional<Metres> accuracyForRecords() const;

private:
    Placing(geo::Transform transform, const SystemAnswer& answer, Territory territory);
    [[nodiscard]] std::optional<LonLat> moved(MapPoint point) const;
    [[nodiscard]] Placed metresAmongDegrees(MapPoint point) const;

    geo::Transform m_transform;
    bool m_isStored = false; ///< RDN2008 or WGS 84, taken as equal: numbers stay as they are
    bool m_isGeographic = false;
    bool m_swapped = false;
    Territory m_territory;
};

} // namespace observo::exchange
