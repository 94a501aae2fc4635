// SPDX-License-Identifier: GPL-3.0-or-later
#include "Colours.h"

#include <algorithm>
#include <cmath>

namespace observo::render {
namespace {

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& colour)
{
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

} // namespace

double contrast(const QColor& a, const QColor& b)
{
    const auto [dark, light] = std::minmax({luminance(a), luminance(b)});
    return (light + 0.05) / (dark + 0.05);
}

QColor readableOn(const QColor& fill)
{
    const QColor black(0x11, 0x11, 0x11);
    return contrast(fill, Qt::white) >= contrast(fill, black) ? QColor(Qt::white) : black;
}

QColor visibleOn(const QColor& ground, const QColor& colour, const QColor& other)
{
    return contrast(ground, colour) >= 3.0 ? colour : other;
}

QColor faded(QColor colour, double opacity)
{
    colour.setAlphaF(static_cast<float>(opacity));
    return colour;
}

} // namespace observo::render
