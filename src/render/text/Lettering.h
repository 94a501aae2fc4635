// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QPainter>
#include <QPointF>
#include <QSizeF>
#include <QString>

namespace observo::render {

/// The two sizes of the map's letters, in the system's font: names and codes, and the smaller edge figures.
enum class TextSize { Label, Small };
[[nodiscard]] QFont mapFont(TextSize size);

/// A word on the map: text with a halo, so that it is read on any ground.
struct Lettering {
    QString text;
    TextSize size = TextSize::Label;
    bool bold = false;
    QColor colour;
    QColor halo;

    friend bool operator==(const Lettering&, const Lettering&) = default;
};

/// What a text takes on the map in logical pixels, halo included.
[[nodiscard]] QSizeF sizeOf(const Lettering& lettering);
/// Draws it centred at a place, turned clockwise by `degrees`. Level texts come from a shared cache of pictures.
void drawLettering(QPainter& painter, QPointF centre, const Lettering& lettering, double degrees = 0.0);

} // namespace observo::render
