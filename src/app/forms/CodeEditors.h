// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forms/FieldEditor.h"

#include <QIcon>

#include <vector>

class QButtonGroup;
class QCheckBox;
class QComboBox;
class QToolButton;

namespace observo::app {

/// A code with the words and the picture it is chosen by.
struct Choice {
    QString code;
    QString label;
    QIcon icon{};
};

/// A few choices as buttons side by side; a click on the chosen one, or Del, takes it back.
class ButtonsEditor : public FieldEditor {
    Q_OBJECT

public:
    ButtonsEditor(std::vector<Choice> choices, QWidget* parent);

    [[nodiscard]] QString text() const override { return m_text; }
    void setText(const QString& text) override;
    void setEditable(bool editable) override;
    [[nodiscard]] QWidget* entry() override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void choose(const QString& code);

    std::vector<Choice> m_choices;
    std::vector<QToolButton*> m_buttons;
    QButtonGroup* m_group = nullptr;
    QString m_text;
};

/// A long list that one types into. A code that the list does not know stands in it as it is.
class ListEditor : public FieldEditor {
    Q_OBJECT

public:
    ListEditor(std::vector<Choice> choices, QWidget* parent);

    [[nodiscard]] QString text() const override { return m_text; }
    void setText(const QString& text) override;
    void setEditable(bool editable) override;
    void setBroken(bool broken) override;
    [[nodiscard]] QWidget* entry() override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void takeTyped();
    void takeCode(const QString& code);

    QComboBox* m_box = nullptr;
    QString m_text;
};

/// Several codes at once: their names on a button, the list with its ticks below it.
class ChecksEditor : public FieldEditor {
    Q_OBJECT

public:
    ChecksEditor(std::vector<Choice> choices, QWidget* parent);

    [[nodiscard]] QString text() const override { return m_text; }
    void setText(const QString& text) override;
    void setEditable(bool editable) override;
    [[nodiscard]] QWidget* entry() override;

private:
    void collect();
    void showSummary();

    std::vector<Choice> m_choices;
    std::vector<QCheckBox*> m_boxes;
    QToolButton* m_button = nullptr;
    QString m_text;
};

/// The choices of a code list in the language spoken, with symbols for statuses and types.
[[nodiscard]] std::vector<Choice> choicesOf(std::string_view codeList);

} // namespace observo::app
