// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/CameraListing.h"

#include "observo/exchange/Export.h"

#include <QDialog>
#include <QTimer>

#include <memory>
#include <optional>

namespace Ui {
class ExportDialog;
}

namespace observo::app {

class Workbench;

/// Writes the census out: format, file, system, which cameras, for whom and why. Says what the file will not hold
/// before it is written, and "exported" only when it was read back.
class ExportDialog : public QDialog {
    Q_OBJECT

public:
    /// `filter` is that of the table, `filterText` its words for the list of choices.
    ExportDialog(Workbench& workbench, const TableFilter& filter, const QString& filterText, QWidget* parent = nullptr);
    ~ExportDialog() override;

    /// What was said at the end: "312 cameras exported and read back."
    [[nodiscard]] QString result() const { return m_result; }

protected:
    void closeEvent(QCloseEvent* event) override;

private:
    void fillChoices();
    void connectParts();
    void formatChosen();
    void editionChosen();
    void chooseFile();
    void foresee();
    void startExport();
    void write();
    void finish(const exchange::ExportReport& report);
    void refuse(const Error& error);
    void setRunning(bool running);
    [[nodiscard]] exchange::ExportRequest request() const;
    [[nodiscard]] exchange::Edition edition() const;
    [[nodiscard]] QString problem() const;
    [[nodiscard]] bool record();

    std::unique_ptr<Ui::ExportDialog> m_ui;
    Workbench& m_workbench;
    TableFilter m_filter;
    QString m_filterText;
    QTimer m_rest;
    int m_foreseeing = 0;
    int m_writing = 0;
    bool m_replace = false;
    QString m_result;
};

} // namespace observo::app
