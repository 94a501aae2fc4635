// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forms/FieldEditor.h"

class QLineEdit;
class QStringListModel;

namespace observo::app {

/// Another record, chosen by what people call it; what is kept is its identity, which nobody can type.
class ReferenceEditor : public FieldEditor {
    Q_OBJECT

public:
    explicit ReferenceEditor(QWidget* parent);

    [[nodiscard]] QString text() const override { return m_text; }
    void setText(const QString& text) override;
    void setEditable(bool editable) override;
    void setBroken(bool broken) override;
    void setReferences(const References& references) override;
    [[nodiscard]] QWidget* entry() override;

private:
    void offer(const QString& words);
    void takeTyped();
    void take(const QString& identity);

    QLineEdit* m_line = nullptr;
    QStringListModel* m_names = nullptr;
    References m_references;
    QString m_text;
    bool m_isTyping = false;
};

} // namespace observo::app
