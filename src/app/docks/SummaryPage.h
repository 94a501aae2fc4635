// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/census/Check.h"

#include <QTimer>
#include <QWidget>

#include <memory>
#include <set>

namespace Ui {
class SummaryPage;
}

class QVBoxLayout;

namespace observo::app {

class Workbench;

/// What the census holds when nothing is chosen: how many, in which status, and what the rules found.
class SummaryPage : public QWidget {
    Q_OBJECT

public:
    explicit SummaryPage(Workbench& workbench, QWidget* parent = nullptr);
    ~SummaryPage() override;

    void refresh();

signals:
    /// A count was clicked: these cameras are to be listed under this title.
    void listWanted(const std::set<observo::CameraId>& cameras, const QString& title);

private:
    void showCounts();
    void startCheck();
    void showFindings(const census::CheckReport& report);
    void addLine(QVBoxLayout& list, const QString& text, std::set<CameraId> cameras, const QIcon& mark);

    std::unique_ptr<Ui::SummaryPage> m_ui;
    Workbench& m_workbench;
    QTimer m_rest;
    int m_job = 0;
};

} // namespace observo::app
