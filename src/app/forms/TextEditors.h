// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forms/FieldEditor.h"

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QToolButton;

namespace observo::app {

/// One line of text or a number, with its unit inside the field at the right.
class LineEditor : public FieldEditor {
    Q_OBJECT

public:
    LineEditor(const FieldInfo& field, QWidget* parent);

    [[nodiscard]] QString text() const override;
    void setText(const QString& text) override;
    void setEditable(bool editable) override;
    void setBroken(bool broken) override;
    void setCompletions(const QStringList& words) override;
    [[nodiscard]] QWidget* entry() override;
    [[nodiscard]] bool isNarrow() const override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void placeUnit();

    const FieldInfo& m_field;
    QLineEdit* m_line = nullptr;
    QLabel* m_unit = nullptr;
};

/// Several lines of text; Tab leaves it.
class NotesEditor : public FieldEditor {
    Q_OBJECT

public:
    explicit NotesEditor(QWidget* parent);

    [[nodiscard]] QString text() const override;
    void setText(const QString& text) override;
    void setEditable(bool editable) override;
    [[nodiscard]] QWidget* entry() override;

private:
    QPlainTextEdit* m_edit = nullptr;
    bool m_quiet = false;
};

/// A day, typed or taken from a calendar.
class DayEditor : public FieldEditor {
    Q_OBJECT

public:
    explicit DayEditor(QWidget* parent);

    [[nodiscard]] QString text() const override;
    void setText(const QString& text) override;
    void setEditable(bool editable) override;
    void setBroken(bool broken) override;
    [[nodiscard]] QWidget* entry() override;
    [[nodiscard]] bool isNarrow() const override { return true; }

private:
    void openCalendar();

    QLineEdit* m_line = nullptr;
    QToolButton* m_button = nullptr;
};

/// Gives a widget its look for a value that cannot be taken.
void markBroken(QWidget& widget, bool broken);

} // namespace observo::app
