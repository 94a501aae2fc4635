// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/Selection.h"

#include "observo/core/ChangeSet.h"
#include "observo/core/Rules.h"

#include <QTimer>
#include <QWidget>

#include <cstdint>
#include <map>
#include <memory>
#include <string_view>
#include <vector>

namespace Ui {
class SummaryPage;
}

namespace observo::app {

class Workbench;

/// How many cameras have each status, by its place in the list of codes.
using StatusCounts = std::map<std::uint8_t, std::int64_t>;

/// What one rule found, together.
struct FoundByRule {
    std::string_view rule;
    Severity severity = Severity::Notice;
    int count = 0;
    CameraSet cameras;
};

/// What the census holds when nothing is chosen: how many, in which status, and what the rules found.
class SummaryPage : public QWidget {
    Q_OBJECT

public:
    explicit SummaryPage(Workbench& workbench, QWidget* parent = nullptr);
    ~SummaryPage() override;

    void refresh();

protected:
    void showEvent(QShowEvent* event) override;

signals:
    /// A count was clicked: these cameras are to be listed under this title.
    void listWanted(const observo::app::CameraSet& cameras, const QString& title);

private:
    void count();
    void note(const ChangeSet& changes);
    void showCounts();
    void listStatus(std::uint8_t status, const QString& title);
    void noteSaving();
    void startCheck();
    void showFindings(const std::vector<FoundByRule>& rules);
    void orderTabs();

    std::unique_ptr<Ui::SummaryPage> m_ui;
    Workbench& m_workbench;
    StatusCounts m_counts;
    QTimer m_rest;
    int m_counting = 0;
    int m_job = 0;
    bool m_isChecked = false; ///< the findings shown are of the present census
};

} // namespace observo::app
