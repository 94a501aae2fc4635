// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/census/Session.h"

#include <QDialog>
#include <QString>

#include <memory>

namespace Ui {
class NewCensusDialog;
}

namespace observo::app {

/// Asks what a new census must know: the body, its ISTAT code, its first system, and where the file goes.
class NewCensusDialog : public QDialog {
    Q_OBJECT

public:
    explicit NewCensusDialog(const QString& folder, QWidget* parent = nullptr);
    ~NewCensusDialog() override;

    [[nodiscard]] census::NewCensus census() const;
    [[nodiscard]] QString file() const;

private:
    void chooseFile();
    void proposeFile();
    void tryAccept();
    [[nodiscard]] QString problem() const;

    std::unique_ptr<Ui::NewCensusDialog> m_ui;
    QString m_folder;
    bool m_fileChosen = false;
};

} // namespace observo::app
