// SPDX-License-Identifier: GPL-3.0-or-later
#include "windows/NoticeBar.h"

#include "PlainText.h"
#include "ui_NoticeBar.h"

#include <QEvent>

#include <chrono>

namespace observo::app {

namespace {

constexpr std::chrono::seconds kStays{7};
constexpr int kAboveFoot = 40;

} // namespace

NoticeBar::NoticeBar(QWidget* map) : QFrame(map), m_ui(std::make_unique<Ui::NoticeBar>())
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_NoMousePropagation);
    setCursor(Qt::ArrowCursor);
    m_time.setSingleShot(true);
    m_time.setInterval(kStays);
    connect(&m_time, &QTimer::timeout, this, &QWidget::hide);
    connect(m_ui->undoButton, &QPushButton::clicked, this, [this] {
        hide();
        emit undoWanted();
    });
    map->installEventFilter(this);
    hide();
}

NoticeBar::~NoticeBar() = default;

void NoticeBar::say(const QString& text, bool canBeUndone)
{
    showPlain(*m_ui->text, text);
    m_ui->undoButton->setVisible(canBeUndone);
    show();
    raise();
    settle();
    m_time.start();
}

QString NoticeBar::text() const
{
    return m_ui->text->text();
}

bool NoticeBar::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize) {
        settle();
    }
    return QFrame::eventFilter(watched, event);
}

void NoticeBar::settle()
{
    adjustSize();
    const auto* map = parentWidget();
    resize(qMin(width(), map->width() - 2 * kAboveFoot), height());
    move((map->width() - width()) / 2, map->height() - height() - kAboveFoot);
}

} // namespace observo::app
