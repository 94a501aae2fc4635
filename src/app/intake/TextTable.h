// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QString>
#include <QStringList>

#include <vector>

namespace observo::app {

/// A cell of a table that is only read. What is bold says so by its words or its mark as well.
struct TextCell {
    QString text{};
    QString tip{};
    bool isBold = false;
    bool isFaint = false;
};

/// A table of finished texts for a view: whoever knows what they mean makes them anew when something changes.
class TextTable : public QAbstractTableModel {
    Q_OBJECT

public:
    using Row = std::vector<TextCell>;
    using QAbstractTableModel::QAbstractTableModel;

    /// A table of the same size keeps the view's current row.
    void show(QStringList headings, std::vector<Row> rows);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QStringList m_headings;
    std::vector<Row> m_rows;
};

} // namespace observo::app
