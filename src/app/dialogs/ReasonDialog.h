// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QString>

#include <memory>
#include <string>

namespace Ui {
class ReasonDialog;
}

namespace observo::app {

/// Asks why, and since when where that matters, before something leaves the service or the census.
class ReasonDialog : public QDialog {
    Q_OBJECT

public:
    struct Question {
        QString title;
        QString text;
        QString detail;
        QString verb;
        bool asksDay = false;
        bool mustHaveReason = false;
    };

    explicit ReasonDialog(const Question& question, QWidget* parent = nullptr);
    ~ReasonDialog() override;

    [[nodiscard]] std::string reason() const;
    [[nodiscard]] std::string day() const;

private:
    void tryAccept();

    std::unique_ptr<Ui::ReasonDialog> m_ui;
    bool m_mustHaveReason = false;
};

} // namespace observo::app
