// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "intake/ImportDesk.h"

#include "observo/exchange/Merge.h"

#include <QDialog>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace Ui {
class MergeDialog;
}

namespace observo::app {

class TextTable;
class Workbench;

/// Joins another census into the open one, after showing what that would do.
class MergeDialog : public QDialog {
    Q_OBJECT

public:
    MergeDialog(Workbench& workbench, const QString& file, QWidget* parent = nullptr);
    ~MergeDialog() override;

    /// What was written, once the dialog was accepted.
    [[nodiscard]] const std::shared_ptr<Arrival>& arrival() const { return m_arrival; }

protected:
    void reject() override;

private:
    void foresee();
    /// What the merge would do, summed up in the job that found it out.
    struct Forecast {
        exchange::Receipt receipt{};
        std::vector<exchange::ProblemGroup> remarks{};
    };
    void take(Result<Forecast> forecast);
    void merge();
    void showState();
    [[nodiscard]] exchange::MergeRequest request() const;

    std::unique_ptr<Ui::MergeDialog> m_ui;
    Workbench& m_workbench;
    QString m_file;
    TextTable* m_problems = nullptr;
    LongWork m_work;
    std::shared_ptr<Arrival> m_arrival;
    std::optional<Forecast> m_foreseen;
    std::optional<Error> m_refusal;
    int m_job = 0;
    int m_turn = 0; ///< answers of earlier looks are dropped
};

} // namespace observo::app
