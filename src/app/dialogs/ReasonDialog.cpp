// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/ReasonDialog.h"

#include "Numbers.h"
#include "PlainText.h"
#include "Text.h"
#include "ui_ReasonDialog.h"

#include <QDate>

namespace observo::app {

ReasonDialog::ReasonDialog(const Question& question, QWidget* parent)
    : QDialog(parent), m_ui(std::make_unique<Ui::ReasonDialog>()), m_mustHaveReason(question.mustHaveReason)
{
    m_ui->setupUi(this);
    setWindowTitle(question.title);
    showPlain(*m_ui->question, question.text);
    showPlain(*m_ui->detail, question.detail);
    m_ui->detail->setVisible(!question.detail.isEmpty());
    m_ui->okButton->setText(plainCaption(question.verb));
    m_ui->day->setText(dayText(isoToday()));
    m_ui->day->setVisible(question.asksDay);
    m_ui->dayLabel->setVisible(question.asksDay);
    m_ui->message->hide();
    m_ui->reason->setFocus();
    connect(m_ui->okButton, &QPushButton::clicked, this, &ReasonDialog::tryAccept);
    connect(m_ui->cancelButton, &QPushButton::clicked, this, &QDialog::reject);
}

ReasonDialog::~ReasonDialog() = default;

void ReasonDialog::tryAccept()
{
    QString why;
    if (m_mustHaveReason && reason().empty()) {
        why = tr("Write why: the reason stays in the log.");
    } else if (!QDate::fromString(toText(day()), Qt::ISODate).isValid()) {
        why = tr("Write a date, such as 22/11/2026.");
    }
    showPlain(*m_ui->message, why);
    m_ui->message->setVisible(!why.isEmpty());
    adjustSize();
    if (why.isEmpty()) {
        accept();
    }
}

std::string ReasonDialog::reason() const
{
    return toUtf8(m_ui->reason->text().trimmed());
}

std::string ReasonDialog::day() const
{
    return toUtf8(isoDayOf(m_ui->day->text()));
}

} // namespace observo::app
