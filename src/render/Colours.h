// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

namespace observo::render {

/// Contrast of two opaque colours, 1 to 21 (WCAG 2.1, relative luminance).
[[nodiscard]] double contrast(const QColor& a, const QColor& b);
/// Black or white, whichever is read better on `fill`.
[[nodiscard]] QColor readableOn(const QColor& fill);
/// `colour` where it stands out from `ground` (3:1), else `other`.
[[nodiscard]] QColor visibleOn(const QColor& ground, const QColor& colour, const QColor& other);
/// The same colour with the given opacity.
[[nodiscard]] QColor faded(QColor colour, double opacity);

} // namespace observo::render
