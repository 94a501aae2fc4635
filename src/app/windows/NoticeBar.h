// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QString>
#include <QTimer>

#include <memory>

namespace Ui {
class NoticeBar;
}

namespace observo::app {

/// A short notice at the foot of the map that says what was done and to which camera, with "Undo" for a few seconds.
class NoticeBar : public QFrame {
    Q_OBJECT

public:
    explicit NoticeBar(QWidget* map);
    ~NoticeBar() override;

    void say(const QString& text, bool canBeUndone);
    [[nodiscard]] QString text() const;

signals:
    void undoWanted();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void settle();

    std::unique_ptr<Ui::NoticeBar> m_ui;
    QTimer m_time;
};

} // namespace observo::app
