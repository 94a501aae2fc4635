// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/census/Log.h"
#include "observo/core/Camera.h"

#include <QWidget>

#include <memory>
#include <vector>

namespace Ui {
class HistoryPage;
}

namespace observo::app {

class Workbench;

/// Who changed this camera, when, what and why, newest first.
class HistoryPage : public QWidget {
    Q_OBJECT

public:
    explicit HistoryPage(Workbench& workbench, QWidget* parent = nullptr);
    ~HistoryPage() override;

    void show(const Camera& camera);

private:
    void fill(const std::vector<census::LogEntry>& entries);

    std::unique_ptr<Ui::HistoryPage> m_ui;
    Workbench& m_workbench;
    int m_job = 0;
};

/// One entry as a few lines: when and who, what, which fields from what to what, why.
[[nodiscard]] QString entryText(const census::LogEntry& entry);

} // namespace observo::app
