// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

#include <memory>

namespace Ui {
class WelcomePage;
}

namespace observo::app {

/// What stands in the window while no census is open: make one, open one, look around in the sample.
class WelcomePage : public QWidget {
    Q_OBJECT

public:
    explicit WelcomePage(QWidget* parent = nullptr);
    ~WelcomePage() override;

    void showRecent(const QStringList& files);

signals:
    void newWanted();
    void openWanted();
    void sampleWanted();
    void fileWanted(const QString& file);

private:
    std::unique_ptr<Ui::WelcomePage> m_ui;
};

} // namespace observo::app
