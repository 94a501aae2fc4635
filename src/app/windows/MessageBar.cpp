// SPDX-License-Identifier: GPL-3.0-or-later
#include "windows/MessageBar.h"

#include "Appearance.h"
#include "Icons.h"
#include "PlainText.h"
#include "ui_MessageBar.h"

#include <QPushButton>

#include <utility>

namespace observo::app {

namespace {

constexpr int kMark = 20;

QIcon markOf(MessageBar::Tone tone)
{
    const auto& colours = signalColours();
    switch (tone) {
    case MessageBar::Tone::Error:
        return icon(QStringLiteral("error"), colours.error);
    case MessageBar::Tone::Warning:
        return icon(QStringLiteral("warning"), colours.warning);
    case MessageBar::Tone::Info:
        break;
    }
    return icon(QStringLiteral("info"), colours.accent);
}

} // namespace

MessageBar::MessageBar(QWidget* parent) : QFrame(parent), m_ui(std::make_unique<Ui::MessageBar>())
{
    m_ui->setupUi(this);
    m_ui->closeButton->setIcon(icon(QStringLiteral("close")));
    connect(m_ui->closeButton, &QToolButton::clicked, this, [this] {
        hide();
        emit left();
    });
    hide();
}

MessageBar::~MessageBar() = default;

void MessageBar::show(Tone tone, const QString& text, const QString& detail, std::vector<Way> ways)
{
    showPlain(*m_ui->text, text);
    showTip(*m_ui->text, detail);
    m_ui->mark->setPixmap(markOf(tone).pixmap(kMark, kMark));
    while (auto* item = m_ui->verbLayout->takeAt(0)) {
        // A way on may be what just ran: its button must outlive its own click.
        item->widget()->deleteLater();
        delete item;
    }
    for (auto& way : ways) {
        auto* button = new QPushButton(plainCaption(way.verb), this);
        connect(button, &QPushButton::clicked, this, [this, act = std::move(way.act)] {
            hide();
            emit left();
            act();
        });
        m_ui->verbLayout->addWidget(button);
    }
    QFrame::show();
}

QString MessageBar::text() const
{
    return m_ui->text->text();
}

} // namespace observo::app
