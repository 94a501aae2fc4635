// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/census/Session.h"
#include "observo/core/Filter.h"
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
    /// `filter` is the expression in the table's filter, `listTitle` says in words what the table lists.
    ExportDialog(Workbench& workbench, const Filter& filter, const QString& listTitle, QWidget* parent = nullptr);
    ~ExportDialog() override;

    /// What was said at the end: "312 cameras exported and read back."
    [[nodiscard]] QString result() const { return m_result; }
    /// What the file does not hold as the census does, a line each; empty when it holds everything.
    [[nodiscard]] QString report() const { return m_report; }
    [[nodiscard]] QString file() const;

protected:
    void closeEvent(QCloseEvent* event) override;

private:
    void fillChoices();
    void connectParts();
    void fileTyped();
    void formatChosen();
    void editionChosen();
    void chooseFile();
    void foresee();
    void startExport();
    void recordAndWrite();
    void write();
    void finish(const Result<exchange::ExportReport>& report);
    void refuse(Error error);
    void setRunning(bool running);
    [[nodiscard]] exchange::ExportRequest request() const;
    [[nodiscard]] exchange::Edition edition() const;
    [[nodiscard]] QString problem() const;
    [[nodiscard]] QString whichText() const;
    [[nodiscard]] census::Consultation consultation() const;

    std::unique_ptr<Ui::ExportDialog> m_ui;
    Workbench& m_workbench;
    Filter m_filter;
    QString m_listTitle;
    QTimer m_rest;
    int m_foreseeing = 0;
    int m_writing = 0;
    bool m_recording = false;
    bool m_replace = false;
    QString m_result;
    QString m_report;
};

} // namespace observo::app
