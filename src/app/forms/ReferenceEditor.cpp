// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/ReferenceEditor.h"

#include "forms/TextEditors.h"

#include <QCompleter>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QStringListModel>

namespace observo::app {

ReferenceEditor::ReferenceEditor(QWidget* parent)
    : FieldEditor(parent), m_line(new QLineEdit(this)), m_names(new QStringListModel(this))
{
    m_line->setPlaceholderText(tr("Code or name of a camera"));
    m_line->setClearButtonEnabled(true);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_line);
    auto* completer = new QCompleter(m_names, m_line);
    // The census has found them already, by code and by name.
    completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_line->setCompleter(completer);
    connect(m_line, &QLineEdit::textEdited, this, &ReferenceEditor::offer);
    connect(m_line, &QLineEdit::editingFinished, this, &ReferenceEditor::takeTyped);
    connect(completer, qOverload<const QString&>(&QCompleter::activated), this, &ReferenceEditor::takeTyped);
}

void ReferenceEditor::offer(const QString& words)
{
    m_isTyping = true;
    QStringList names;
    if (m_references.find && !words.trimmed().isEmpty()) {
        for (const auto& found : m_references.find(words.trimmed())) {
            names.append(found.name);
        }
    }
    m_names->setStringList(names);
    if (words.trimmed().isEmpty()) {
        take({});
    }
}

void ReferenceEditor::takeTyped()
{
    const auto typed = m_line->text().trimmed();
    const auto found = m_references.find && !typed.isEmpty() ? m_references.find(typed) : std::vector<Reference>{};
    for (const auto& one : found) {
        // One that is meant without doubt; words that several share stay as they are and are told to be no camera.
        if (found.size() == 1 || typed == one.name || typed.compare(one.code, Qt::CaseInsensitive) == 0) {
            take(one.identity);
            return;
        }
    }
    if (!m_references.nameOf || typed != m_references.nameOf(m_text)) {
        take(typed);
    }
}

void ReferenceEditor::take(const QString& identity)
{
    const bool isOther = identity != m_text;
    m_isTyping = false;
    setText(identity);
    if (isOther) {
        emit edited(identity);
    }
}

void ReferenceEditor::setText(const QString& text)
{
    // Words that are being typed name nobody yet: the form, filled anew meanwhile, must not take them away.
    if (m_isTyping && text == m_text) {
        return;
    }
    m_isTyping = false;
    m_text = text;
    const auto name = m_references.nameOf ? m_references.nameOf(text) : text;
    if (name != m_line->text()) {
        m_line->setText(name);
        m_line->setCursorPosition(0);
    }
}

void ReferenceEditor::setEditable(bool editable)
{
    m_line->setReadOnly(!editable);
}

void ReferenceEditor::setBroken(bool broken)
{
    markBroken(*m_line, broken);
}

void ReferenceEditor::setReferences(const References& references)
{
    m_references = references;
    m_isTyping = false;
    setText(m_text);
}

QWidget* ReferenceEditor::entry()
{
    return m_line;
}

} // namespace observo::app
