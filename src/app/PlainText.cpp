// SPDX-License-Identifier: GPL-3.0-or-later
#include "PlainText.h"

#include <QCoreApplication>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QWidget>

namespace observo::app {

namespace {

void dress(QMessageBox& box, const QString& sentence, const QString& detail)
{
    box.setTextFormat(Qt::PlainText);
    box.setWindowTitle(QCoreApplication::applicationName());
    box.setText(sentence);
    // The second text of a message box has no format of its own, so it joins the first one.
    if (!detail.isEmpty()) {
        box.setText(sentence + QStringLiteral("\n\n") + detail);
    }
    for (auto* label : box.findChildren<QLabel*>()) {
        label->setTextFormat(Qt::PlainText);
    }
}

} // namespace

void showPlain(QLabel& label, const QString& text)
{
    label.setTextFormat(Qt::PlainText);
    label.setText(text);
}

QString plainTip(const QString& text)
{
    return text.isEmpty() ? text : QStringLiteral("<qt>") + text.toHtmlEscaped() + QStringLiteral("</qt>");
}

void showTip(QWidget& widget, const QString& text)
{
    widget.setToolTip(plainTip(text));
}

QString plainCaption(QString text)
{
    return text.replace(QLatin1Char('&'), QStringLiteral("&&"));
}

int ask(QWidget* parent, const QString& question, const QString& detail, const QStringList& verbs)
{
    QMessageBox box(parent);
    dress(box, question, detail);
    QList<QAbstractButton*> buttons;
    for (const auto& verb : verbs) {
        buttons.append(box.addButton(verb, QMessageBox::AcceptRole));
    }
    auto* back = box.addButton(QMessageBox::Cancel);
    box.setEscapeButton(back);
    // What is asked about cannot be taken back, so an Enter too many must not do it.
    box.setDefaultButton(qobject_cast<QPushButton*>(back));
    box.exec();
    return static_cast<int>(buttons.indexOf(box.clickedButton()));
}

void tell(QWidget* parent, const QString& sentence, const QString& detail)
{
    QMessageBox box(parent);
    dress(box, sentence, detail);
    box.addButton(QMessageBox::Close);
    box.exec();
}

} // namespace observo::app
