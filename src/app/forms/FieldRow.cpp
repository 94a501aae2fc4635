// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/FieldRow.h"

#include "Appearance.h"
#include "Icons.h"
#include "PlainText.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QStringList>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>

namespace observo::app {

namespace {

constexpr int kMarkSize = 14;

QString roleOf(FieldMessage::Tone tone)
{
    switch (tone) {
    case FieldMessage::Tone::Error:
        return QStringLiteral("error");
    case FieldMessage::Tone::Warning:
        return QStringLiteral("warning");
    case FieldMessage::Tone::Notice:
        break;
    }
    return QStringLiteral("notice");
}

QPixmap markOf(FieldMessage::Tone tone)
{
    switch (tone) {
    case FieldMessage::Tone::Error:
        return icon(QStringLiteral("error"), signalColours().error).pixmap(kMarkSize, kMarkSize);
    case FieldMessage::Tone::Warning:
        return icon(QStringLiteral("warning"), signalColours().warning).pixmap(kMarkSize, kMarkSize);
    case FieldMessage::Tone::Notice:
        break;
    }
    return icon(QStringLiteral("info"), signalColours().faint).pixmap(kMarkSize, kMarkSize);
}

QString dotOf(Required required)
{
    switch (required) {
    case Required::ToSave:
        return QStringLiteral(" ●");
    case Required::ToPublish:
        return QStringLiteral(" ○");
    case Required::Conditional:
    case Required::Optional:
        break;
    }
    return {};
}

} // namespace

FieldRow::FieldRow(const QString& label, Required required, FieldEditor* editor, QWidget* parent)
    : QWidget(parent), m_title(label + dotOf(required)), m_label(new QLabel(this)), m_editor(editor),
      m_mark(new QLabel(this)), m_message(new QLabel(this)), m_messageLine(new QWidget(this))
{
    m_editor->setParent(this);
    m_label->setProperty("role", QStringLiteral("field"));
    showPlain(*m_label, m_title);
    m_label->setBuddy(m_editor->entry());
    m_editor->entry()->setAccessibleName(label);
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    m_mark->setFixedSize(kMarkSize, kMarkSize);

    auto* line = new QHBoxLayout(m_messageLine);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(4);
    line->addWidget(m_mark, 0, Qt::AlignTop);
    line->addWidget(m_message, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 2, 0, 2);
    column->setSpacing(2);
    column->addWidget(m_label);
    column->addWidget(m_editor);
    column->addWidget(m_messageLine);
    column->addStretch();
    m_messageLine->hide();
}

void FieldRow::setMessages(const std::vector<FieldMessage>& messages)
{
    // Asked at each key for every field: only what is different is styled anew.
    if (messages == m_messages) {
        return;
    }
    m_messages = messages;
    m_messageLine->setVisible(!messages.empty());
    QStringList texts;
    auto loudest = FieldMessage::Tone::Notice;
    for (const auto& message : messages) {
        texts.append(message.text);
        loudest = std::max(loudest, message.tone);
    }
    m_editor->setBroken(!messages.empty() && loudest == FieldMessage::Tone::Error);
    m_editor->entry()->setAccessibleDescription(texts.join(QLatin1Char(' ')));
    if (messages.empty()) {
        m_message->clear();
        return;
    }
    m_message->setProperty("role", roleOf(loudest));
    m_message->style()->unpolish(m_message);
    m_message->style()->polish(m_message);
    showPlain(*m_message, texts.join(QLatin1Char('\n')));
    m_mark->setPixmap(markOf(loudest));
}

QString FieldRow::messageText() const
{
    return m_message->text();
}

void FieldRow::setTyped(bool typed)
{
    showPlain(*m_label, typed ? m_title + QStringLiteral(" *") : m_title);
}

} // namespace observo::app
