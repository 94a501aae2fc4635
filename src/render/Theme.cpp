// SPDX-License-Identifier: GPL-3.0-or-later
#include "observo/render/Theme.h"

#include <algorithm>
#include <array>

namespace observo::render {
namespace {

const Theme& lightTheme()
{
    static const Theme theme{
        .ground = QColor(0xF7, 0xF5, 0xF2),
        .building = QColor(0xE3, 0xDE, 0xD7),
        .buildingEdge = QColor(0xCF, 0xC8, 0xBE),
        .street = QColor(0xFF, 0xFF, 0xFF),
        .streetCasing = QColor(0xD8, 0xD2, 0xC8),
        .water = QColor(0xC9, 0xDE, 0xEA),
        .boundary = QColor(0x8A, 0x7F, 0x72),
        .point = QColor(0x6E, 0x66, 0x5C),
        .graticule = QColor(0x6B, 0x76, 0x80),
        .text = QColor(0x2B, 0x26, 0x22),
        .halo = QColor(0xFF, 0xFF, 0xFF),
        .symbolHalo = QColor(0xFF, 0xFF, 0xFF),
        .symbolEdge = QColor(0x1A, 0x1A, 0x1A),
        .selection = QColor(0xC2, 0x18, 0x5B),
    };
    return theme;
}

const Theme& darkTheme()
{
    static const Theme theme{
        .ground = QColor(0x20, 0x22, 0x25),
        .building = QColor(0x33, 0x36, 0x3A),
        .buildingEdge = QColor(0x46, 0x4A, 0x4F),
        .street = QColor(0x4A, 0x4E, 0x54),
        .streetCasing = QColor(0x2A, 0x2C, 0x30),
        .water = QColor(0x24, 0x3B, 0x4A),
        .boundary = QColor(0xA3, 0x98, 0x8A),
        .point = QColor(0xB9, 0xB2, 0xA8),
        .graticule = QColor(0x93, 0x9D, 0xA6),
        .text = QColor(0xEC, 0xE8, 0xE2),
        .halo = QColor(0x16, 0x17, 0x19),
        .symbolHalo = QColor(0xF4, 0xF4, 0xF4),
        .symbolEdge = QColor(0x0E, 0x0E, 0x0E),
        .selection = QColor(0xFF, 0x7E, 0xB6),
    };
    return theme;
}

const Theme& highContrastTheme()
{
    static const Theme theme{
        .ground = QColor(0x00, 0x00, 0x00),
        .building = QColor(0x1C, 0x1C, 0x1C),
        .buildingEdge = QColor(0x9A, 0x9A, 0x9A),
        .street = QColor(0x36, 0x36, 0x36),
        .streetCasing = QColor(0x9A, 0x9A, 0x9A),
        .water = QColor(0x00, 0x2B, 0x4D),
        .boundary = QColor(0xFF, 0xFF, 0xFF),
        .point = QColor(0xFF, 0xFF, 0xFF),
        .graticule = QColor(0xB8, 0xB8, 0xB8),
        .text = QColor(0xFF, 0xFF, 0xFF),
        .halo = QColor(0x00, 0x00, 0x00),
        .symbolHalo = QColor(0xFF, 0xFF, 0xFF),
        .symbolEdge = QColor(0x00, 0x00, 0x00),
        .selection = QColor(0xFF, 0xFF, 0x00),
    };
    return theme;
}

/// Fill of one status; the hues of Okabe and Ito, told apart by colour-blind eyes as well.
struct StatusColour {
    std::string_view status;
    QRgb colour = 0;
};

constexpr std::array kStatusColours{
    StatusColour{"active", 0xFF0072B2},      StatusColour{"faulty", 0xFFD55E00},
    StatusColour{"maintenance", 0xFFE69F00}, StatusColour{"suspended", 0xFF6E6E6E},
    StatusColour{"planned", 0xFFFFFFFF},     StatusColour{"decommissioned", 0xFFBDBDBD},
    StatusColour{"unknown", 0xFFFFFFFF},
};

} // namespace

const Theme& Theme::named(ThemeName name)
{
    switch (name) {
    case ThemeName::Dark:
        return darkTheme();
    case ThemeName::HighContrast:
        return highContrastTheme();
    case ThemeName::Light:
        break;
    }
    return lightTheme();
}

QColor Theme::status(std::string_view status) const
{
    const auto* found = std::find_if(kStatusColours.begin(), kStatusColours.end(),
                                     [&](const StatusColour& row) { return row.status == status; });
    return found == kStatusColours.end() ? QColor(Qt::white) : QColor::fromRgb(found->colour);
}

} // namespace observo::render
