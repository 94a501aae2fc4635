// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

#include <cstdint>
#include <string_view>

namespace observo::render {

enum class ThemeName { Light, Dark, HighContrast };

/// The colours of the map. Status is never told by colour alone: symbols carry marks.
struct Theme {
    QColor ground;
    QColor building;
    QColor buildingEdge;
    QColor street;
    QColor streetCasing;
    QColor water;
    QColor boundary;
    QColor point;
    QColor graticule;
    QColor text;
    QColor halo;       ///< around text
    QColor symbolHalo; ///< around symbols, light on every ground
    QColor symbolEdge;
    QColor selection;

    [[nodiscard]] static const Theme& named(ThemeName name);
    [[nodiscard]] QColor status(std::string_view status) const;
    friend bool operator==(const Theme&, const Theme&) = default;
};

} // namespace observo::render
