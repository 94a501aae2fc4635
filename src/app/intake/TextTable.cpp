// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/TextTable.h"

#include "Appearance.h"
#include "PlainText.h"

#include <QFont>

#include <utility>

namespace observo::app {

void TextTable::show(QStringList headings, std::vector<Row> rows)
{
    const bool isSameShape = rows.size() == m_rows.size() && headings == m_headings;
    if (!isSameShape) {
        beginResetModel();
    }
    m_headings = std::move(headings);
    m_rows = std::move(rows);
    if (!isSameShape) {
        endResetModel();
    } else if (!m_rows.empty()) {
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    }
}

int TextTable::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int TextTable::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_headings.size());
}

QVariant TextTable::data(const QModelIndex& index, int role) const
{
    const auto& row = m_rows[static_cast<std::size_t>(index.row())];
    if (static_cast<std::size_t>(index.column()) >= row.size()) {
        return {};
    }
    const auto& cell = row[static_cast<std::size_t>(index.column())];
    switch (role) {
    case Qt::DisplayRole:
        return cell.text;
    case Qt::ToolTipRole:
        return plainTip(cell.tip.isEmpty() ? cell.text : cell.tip);
    case Qt::ForegroundRole:
        return cell.isFaint ? QVariant(signalColours().faint) : QVariant();
    case Qt::FontRole: {
        QFont font;
        font.setBold(true);
        return cell.isBold ? QVariant(font) : QVariant();
    }
    default:
        return {};
    }
}

QVariant TextTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section >= m_headings.size()) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    }
    return role == Qt::DisplayRole ? QVariant(m_headings[section]) : QVariant();
}

} // namespace observo::app
