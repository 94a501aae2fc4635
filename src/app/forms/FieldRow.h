// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forms/FieldEditor.h"

#include <QString>
#include <QWidget>

#include <vector>

class QLabel;

namespace observo::app {

/// What stands under a field, from quiet to loud.
struct FieldMessage {
    enum class Tone { Notice, Warning, Error };

    Tone tone = Tone::Notice;
    QString text;

    friend bool operator==(const FieldMessage&, const FieldMessage&) = default;
};

/// A field of the form: its dot and label, its editor, and the messages under it.
class FieldRow : public QWidget {
    Q_OBJECT

public:
    FieldRow(const QString& label, Required required, FieldEditor* editor, QWidget* parent);

    [[nodiscard]] FieldEditor& editor() { return *m_editor; }
    [[nodiscard]] bool isNarrow() const { return m_editor->isNarrow(); }
    void setMessages(const std::vector<FieldMessage>& messages);
    [[nodiscard]] int messageCount() const { return static_cast<int>(m_messages.size()); }
    /// The loudest message as it is shown.
    [[nodiscard]] QString messageText() const;
    /// Shows that the value is typed and not applied yet.
    void setTyped(bool typed);

private:
    QString m_title;
    QLabel* m_label = nullptr;
    FieldEditor* m_editor = nullptr;
    QLabel* m_mark = nullptr;
    QLabel* m_message = nullptr;
    QWidget* m_messageLine = nullptr;
    std::vector<FieldMessage> m_messages;
};

} // namespace observo::app
