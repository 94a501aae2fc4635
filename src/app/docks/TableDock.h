// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/CameraListing.h"

#include <QFrame>
#include <QTimer>

#include <memory>
#include <optional>
#include <set>

namespace Ui {
class TableDock;
}

namespace observo::app {

class CameraTableModel;
class Workbench;

/// The table of all cameras: filtered, sorted, in step with selection and map.
class TableDock : public QFrame {
    Q_OBJECT

public:
    explicit TableDock(Workbench& workbench, QWidget* parent = nullptr);
    ~TableDock() override;

    void focusFilter();
    /// Lists only these cameras, named by `title`, until it is taken back.
    void showOnly(CameraSet cameras, const QString& title);
    /// The expression that says alone what is listed; empty when words or a finding say it too.
    [[nodiscard]] Filter expression() const;
    /// What is listed, in words: "2 · Without sign, ponte". Empty for all.
    [[nodiscard]] QString listTitle() const;
    [[nodiscard]] CameraTableModel& model() { return *m_model; }
    [[nodiscard]] QWidget* view() const;

signals:
    void foldWanted();

private:
    void connectParts();
    void readFilter();
    void relist();
    void takeListing(Listing listing);
    void selectionFromTable();
    void selectionToTable();
    void sortBy(int column);
    void showCount();
    void clearOnly();

    std::unique_ptr<Ui::TableDock> m_ui;
    Workbench& m_workbench;
    CameraTableModel* m_model = nullptr;
    TableFilter m_filter;
    CameraSet m_only;
    QString m_onlyTitle;
    int m_sortColumn = -1;
    bool m_descending = false;
    int m_job = 0;
    bool m_syncing = false;
    QTimer m_typing;
    QTimer m_relisting;
};

} // namespace observo::app
