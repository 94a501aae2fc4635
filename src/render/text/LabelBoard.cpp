// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/LabelBoard.h"

#include "observo/core/Quantities.h"

#include <algorithm>
#include <cmath>

namespace observo::render {
namespace {

constexpr double kCell = 4.0;

QRectF rectAround(QPointF centre, QSizeF size)
{
    return {centre.x() - size.width() / 2.0, centre.y() - size.height() / 2.0, size.width(), size.height()};
}

/// A turned text as a row of small squares, since its bounding box would keep half the picture free.
std::vector<QRectF> beads(const PlacedLabel& label, QSizeF size)
{
    const double angle = radians({label.degrees});
    const QPointF along(std::cos(angle), std::sin(angle));
    const int count = std::max(1, static_cast<int>(std::ceil(size.width() / size.height())));
    std::vector<QRectF> areas;
    for (int i = 0; i < count; ++i) {
        const double offset = (i + 0.5) * size.width() / count - size.width() / 2.0;
        areas.push_back(rectAround(label.centre + along * offset, {size.height(), size.height()}));
    }
    return areas;
}

} // namespace

LabelBoard::LabelBoard(QSize picture)
    : m_picture(picture), m_columns(static_cast<int>(std::ceil(picture.width() / kCell))),
      m_rows(static_cast<int>(std::ceil(picture.height() / kCell))),
      m_taken(static_cast<std::size_t>(m_columns) * static_cast<std::size_t>(m_rows))
{}

LabelBoard::Cells LabelBoard::cellsOf(const QRectF& area) const
{
    return {.left = std::max(0, static_cast<int>(std::floor(area.left() / kCell))),
            .top = std::max(0, static_cast<int>(std::floor(area.top() / kCell))),
            .right = std::min(m_columns - 1, static_cast<int>(std::floor(area.right() / kCell))),
            .bottom = std::min(m_rows - 1, static_cast<int>(std::floor(area.bottom() / kCell)))};
}

void LabelBoard::take(const QRectF& area)
{
    const Cells cells = cellsOf(area);
    for (int row = cells.top; row <= cells.bottom; ++row) {
        for (int column = cells.left; column <= cells.right; ++column) {
            m_taken[static_cast<std::size_t>(row) * static_cast<std::size_t>(m_columns) +
                    static_cast<std::size_t>(column)] = true;
        }
    }
}

bool LabelBoard::isFree(const QRectF& area) const
{
    if (!QRectF(QPointF(), QSizeF(m_picture)).contains(area)) {
        return false;
    }
    const Cells cells = cellsOf(area);
    for (int row = cells.top; row <= cells.bottom; ++row) {
        const auto begin = m_taken.begin() + static_cast<std::ptrdiff_t>(row) * m_columns;
        if (std::find(begin + cells.left, begin + cells.right + 1, true) != begin + cells.right + 1) {
            return false;
        }
    }
    return true;
}

bool LabelBoard::tryTakeAll(std::span<const QRectF> areas)
{
    if (!std::all_of(areas.begin(), areas.end(), [this](const QRectF& area) { return isFree(area); })) {
        return false;
    }
    for (const QRectF& area : areas) {
        take(area);
    }
    return true;
}

bool LabelBoard::tryTake(const QRectF& area)
{
    return tryTakeAll(std::span(&area, 1));
}

bool LabelBoard::tryTake(const PlacedLabel& label)
{
    const QSizeF size = sizeOf(label.lettering);
    return label.degrees == 0.0 ? tryTake(rectAround(label.centre, size)) : tryTakeAll(beads(label, size));
}

void drawLabels(QPainter& painter, std::span<const PlacedLabel> labels)
{
    for (const PlacedLabel& label : labels) {
        drawLettering(painter, label.centre, label.lettering, label.degrees);
    }
}

} // namespace observo::render
