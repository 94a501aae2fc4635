// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/Lettering.h"

#include <QPainter>
#include <QPointF>
#include <QRectF>
#include <QSize>

#include <cstddef>
#include <span>
#include <vector>

namespace observo::render {

/// A text that found its place.
struct PlacedLabel {
    Lettering lettering;
    QPointF centre;
    double degrees = 0.0; ///< clockwise
};

/// Which parts of a picture are taken by symbols and labels, in cells of four pixels. First come, first served.
class LabelBoard {
public:
    explicit LabelBoard(QSize picture);

    void take(const QRectF& area);
    /// Takes the area when it lies whole in the picture and nothing else is there.
    [[nodiscard]] bool tryTake(const QRectF& area);
    /// The same for a level text, or one turned about its middle.
    [[nodiscard]] bool tryTake(const PlacedLabel& label);

private:
    struct Cells {
        int left = 0;
        int top = 0;
        int right = -1;
        int bottom = -1;
    };
    [[nodiscard]] Cells cellsOf(const QRectF& area) const;
    [[nodiscard]] bool isFree(const QRectF& area) const;
    [[nodiscard]] bool tryTakeAll(std::span<const QRectF> areas);

    QSize m_picture;
    int m_columns = 0;
    int m_rows = 0;
    std::vector<bool> m_taken;
};

void drawLabels(QPainter& painter, std::span<const PlacedLabel> labels);

} // namespace observo::render
