// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/CodeEditors.h"

#include "FieldText.h"
#include "Icons.h"
#include "PlainText.h"
#include "Speech.h"
#include "Text.h"
#include "forms/FlowLayout.h"
#include "forms/ReferenceEditor.h"
#include "forms/TextEditors.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>
#include <QWidgetAction>

#include <algorithm>

namespace observo::app {

namespace {

std::vector<Choice> yesNo()
{
    return {{QStringLiteral("true"), answerText(true)},
            {QStringLiteral("false"), answerText(false)},
            {QString(), answerText(std::nullopt)}};
}

bool isLongText(const FieldInfo& field)
{
    return field.name == "notes" || field.name == "site_notes" || field.name == "lineage";
}

} // namespace

std::vector<Choice> choicesOf(std::string_view codeList)
{
    std::vector<Choice> choices;
    for (const auto& code : codesOf(codeList)) {
        Choice choice{toText(code.code), wordsOf(code.label)};
        if (codeList == "status") {
            choice.icon = cameraIcon("fixed", "context", code.code);
        } else if (codeList == "camera_type") {
            choice.icon = cameraIcon(code.code, "context", "active");
        }
        choices.push_back(std::move(choice));
    }
    return choices;
}

FieldEditor* makeFieldEditor(const FieldInfo& field, QWidget* parent)
{
    constexpr std::size_t kMostButtons = 7;
    switch (field.type) {
    case FieldType::Code: {
        auto choices = choicesOf(field.codeList);
        if (choices.size() <= kMostButtons) {
            return new ButtonsEditor(std::move(choices), parent);
        }
        return new ListEditor(std::move(choices), parent);
    }
    case FieldType::Codes:
        return new ChecksEditor(choicesOf(field.codeList), parent);
    case FieldType::Boolean:
        return new ButtonsEditor(yesNo(), parent);
    case FieldType::Date:
        return new DayEditor(parent);
    case FieldType::Uuid:
        return new ReferenceEditor(parent);
    default:
        break;
    }
    if (isLongText(field)) {
        return new NotesEditor(parent);
    }
    return new LineEditor(field, parent);
}

ButtonsEditor::ButtonsEditor(std::vector<Choice> choices, QWidget* parent)
    : FieldEditor(parent), m_choices(std::move(choices)), m_group(new QButtonGroup(this))
{
    auto* layout = new FlowLayout(this);
    for (const auto& choice : m_choices) {
        auto* button = new QToolButton(this);
        button->setText(plainCaption(choice.label));
        button->setIcon(choice.icon);
        button->setToolButtonStyle(choice.icon.isNull() ? Qt::ToolButtonTextOnly : Qt::ToolButtonTextBesideIcon);
        button->setCheckable(true);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setProperty("choice", true);
        button->installEventFilter(this);
        m_group->addButton(button);
        m_buttons.push_back(button);
        layout->addWidget(button);
        connect(button, &QToolButton::clicked, this, [this, code = choice.code] { choose(code); });
    }
}

void ButtonsEditor::choose(const QString& code)
{
    const auto chosen = code == m_text ? QString() : code;
    setText(chosen);
    emit edited(chosen);
}

void ButtonsEditor::setText(const QString& text)
{
    m_text = text;
    // An exclusive group never lets go of its last button, so it is loosened for a moment.
    m_group->setExclusive(false);
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        m_buttons[i]->setChecked(m_choices[i].code == text);
    }
    m_group->setExclusive(true);
}

void ButtonsEditor::setEditable(bool editable)
{
    setEnabled(editable);
}

QWidget* ButtonsEditor::entry()
{
    for (auto* button : m_buttons) {
        if (button->isChecked()) {
            return button;
        }
    }
    return m_buttons.empty() ? static_cast<QWidget*>(this) : m_buttons.front();
}

bool ButtonsEditor::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto key = static_cast<QKeyEvent*>(event)->key();
        if ((key == Qt::Key_Delete || key == Qt::Key_Backspace) && !m_text.isEmpty()) {
            choose(m_text);
            return true;
        }
    }
    return FieldEditor::eventFilter(watched, event);
}

ListEditor::ListEditor(std::vector<Choice> choices, QWidget* parent) : FieldEditor(parent)
{
    m_box = new QComboBox(this);
    m_box->setEditable(true);
    m_box->setInsertPolicy(QComboBox::NoInsert);
    m_box->addItem(QString(), QString());
    for (const auto& choice : choices) {
        m_box->addItem(choice.icon, choice.label, choice.code);
    }
    m_box->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_box->completer()->setFilterMode(Qt::MatchContains);
    m_box->completer()->setCaseSensitivity(Qt::CaseInsensitive);
    m_box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_box->setMinimumContentsLength(8);
    m_box->installEventFilter(this);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_box);
    connect(m_box, &QComboBox::activated, this, [this](int index) { takeCode(m_box->itemData(index).toString()); });
    connect(m_box->lineEdit(), &QLineEdit::editingFinished, this, &ListEditor::takeTyped);
}

void ListEditor::takeTyped()
{
    const auto typed = m_box->currentText().trimmed();
    for (int index = 0; index < m_box->count(); ++index) {
        const auto code = m_box->itemData(index).toString();
        if (typed.compare(m_box->itemText(index), Qt::CaseInsensitive) == 0 || typed == code) {
            takeCode(code);
            return;
        }
    }
    takeCode(typed);
}

void ListEditor::takeCode(const QString& code)
{
    if (code != m_text) {
        setText(code);
        emit edited(code);
    }
}

void ListEditor::setText(const QString& text)
{
    m_text = text;
    const int index = m_box->findData(text);
    m_box->setCurrentIndex(index);
    if (index < 0) {
        m_box->setEditText(text);
    }
}

void ListEditor::setEditable(bool editable)
{
    m_box->setEnabled(editable);
}

void ListEditor::setBroken(bool broken)
{
    markBroken(*m_box, broken);
}

QWidget* ListEditor::entry()
{
    return m_box;
}

bool ListEditor::eventFilter(QObject* watched, QEvent* event)
{
    // The wheel scrolls the form, it never changes a value by accident.
    if (event->type() == QEvent::Wheel) {
        event->ignore();
        return true;
    }
    return FieldEditor::eventFilter(watched, event);
}

ChecksEditor::ChecksEditor(std::vector<Choice> choices, QWidget* parent)
    : FieldEditor(parent), m_choices(std::move(choices)), m_button(new QToolButton(this))
{
    auto* menu = new QMenu(this);
    auto* list = new QWidget(menu);
    auto* column = new QVBoxLayout(list);
    column->setContentsMargins(12, 4, 12, 4);
    for (const auto& choice : m_choices) {
        auto* box = new QCheckBox(plainCaption(choice.label), list);
        connect(box, &QCheckBox::clicked, this, &ChecksEditor::collect);
        m_boxes.push_back(box);
        column->addWidget(box);
    }
    auto* action = new QWidgetAction(menu);
    action->setDefaultWidget(list);
    menu->addAction(action);
    m_button->setMenu(menu);
    m_button->setPopupMode(QToolButton::InstantPopup);
    m_button->setFocusPolicy(Qt::StrongFocus);
    m_button->setProperty("choice", true);
    m_button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_button);
    showSummary();
}

void ChecksEditor::collect()
{
    QStringList codes;
    for (std::size_t i = 0; i < m_boxes.size(); ++i) {
        if (m_boxes[i]->isChecked()) {
            codes.append(m_choices[i].code);
        }
    }
    // A code that the list does not know has no box and stays.
    const auto kept = m_text.split(QLatin1Char(';'), Qt::SkipEmptyParts);
    for (const auto& code : kept) {
        const auto trimmed = code.trimmed();
        const bool known = std::ranges::any_of(m_choices, [&](const auto& choice) { return choice.code == trimmed; });
        if (!known) {
            codes.append(trimmed);
        }
    }
    m_text = codes.join(QLatin1Char(';'));
    showSummary();
    emit edited(m_text);
}

void ChecksEditor::setText(const QString& text)
{
    m_text = text;
    const auto codes = text.split(QLatin1Char(';'), Qt::SkipEmptyParts);
    for (std::size_t i = 0; i < m_boxes.size(); ++i) {
        m_boxes[i]->setChecked(
            std::ranges::any_of(codes, [&](const auto& code) { return code.trimmed() == m_choices[i].code; }));
    }
    showSummary();
}

void ChecksEditor::showSummary()
{
    QStringList names;
    const auto codes = m_text.split(QLatin1Char(';'), Qt::SkipEmptyParts);
    for (const auto& code : codes) {
        const auto found =
            std::ranges::find_if(m_choices, [&](const auto& choice) { return choice.code == code.trimmed(); });
        names.append(found == m_choices.end() ? code.trimmed() : found->label);
    }
    const auto summary = names.isEmpty() ? tr("Choose…") : names.join(QStringLiteral(", "));
    m_button->setText(plainCaption(summary) + QStringLiteral("  ▾"));
    showTip(*m_button, names.join(QStringLiteral(", ")));
}

void ChecksEditor::setEditable(bool editable)
{
    m_button->setEnabled(editable);
}

QWidget* ChecksEditor::entry()
{
    return m_button;
}

} // namespace observo::app
