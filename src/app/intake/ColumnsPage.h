// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace Ui {
class ImportDialog;
}

namespace observo::app {

class ImportDesk;
class TextTable;

/// The page of the import on which columns are given to fields: what the dictionary proposes, changed for the current
/// row below the table.
class ColumnsPage : public QObject {
    Q_OBJECT

public:
    ColumnsPage(Ui::ImportDialog& ui, ImportDesk& desk, QObject* parent);

    void refresh();

private:
    void fillFields(bool hasGeometry);
    void showCurrent();
    void give();
    [[nodiscard]] int current() const;

    Ui::ImportDialog& m_ui;
    ImportDesk& m_desk;
    TextTable* m_table = nullptr;
    bool m_isFilled = false;
    bool m_hadGeometry = false;
};

} // namespace observo::app
