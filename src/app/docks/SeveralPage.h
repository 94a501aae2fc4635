// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <memory>

namespace Ui {
class SeveralPage;
}

class QMenu;

namespace observo::app {

class Commands;
class Workbench;

/// What can be done with several chosen cameras at once.
class SeveralPage : public QWidget {
    Q_OBJECT

public:
    SeveralPage(Workbench& workbench, Commands& commands, QMenu& statusMenu, QWidget* parent = nullptr);
    ~SeveralPage() override;

    void refresh();

private:
    std::unique_ptr<Ui::SeveralPage> m_ui;
    Workbench& m_workbench;
};

} // namespace observo::app
