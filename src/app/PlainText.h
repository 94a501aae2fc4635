// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

class QLabel;
class QWidget;

namespace observo::app {

// Data is shown, never run: Qt takes "<b>" or "<img src=…>" in a label, a tooltip or a message for markup and even
// opens what it names. Every text that may hold data goes through here.

void showPlain(QLabel& label, const QString& text);
/// For tooltips and "what's this" texts, which Qt always reads as markup when it looks like it.
[[nodiscard]] QString plainTip(const QString& text);
void showTip(QWidget& widget, const QString& text);
/// Text for buttons, menu entries and tabs, where '&' would mark a letter.
[[nodiscard]] QString plainCaption(QString text);
/// A question with a verb on each button; the number of the button, or -1 for none of them.
[[nodiscard]] int ask(QWidget* parent, const QString& question, const QString& detail, const QStringList& verbs);
void tell(QWidget* parent, const QString& sentence, const QString& detail = {});

} // namespace observo::app
