// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/TextEditors.h"

#include "FieldText.h"
#include "Icons.h"
#include "Numbers.h"
#include "PlainText.h"
#include "Text.h"

#include <QCalendarWidget>
#include <QCompleter>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QStyle>
#include <QToolButton>
#include <QWidgetAction>

namespace observo::app {

namespace {

constexpr int kUnitGap = 8;
constexpr int kNotesLines = 4;

QHBoxLayout* lineLayout(QWidget* parent)
{
    auto* layout = new QHBoxLayout(parent);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    return layout;
}

} // namespace

void markBroken(QWidget& widget, bool broken)
{
    widget.setProperty("state", broken ? QStringLiteral("error") : QString());
    widget.style()->unpolish(&widget);
    widget.style()->polish(&widget);
}

LineEditor::LineEditor(const FieldInfo& field, QWidget* parent) : FieldEditor(parent), m_field(field)
{
    m_line = new QLineEdit(this);
    lineLayout(this)->addWidget(m_line);
    m_unit = new QLabel(m_line);
    m_unit->setTextFormat(Qt::PlainText);
    m_unit->setProperty("role", QStringLiteral("faint"));
    m_unit->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_line->installEventFilter(this);
    connect(m_line, &QLineEdit::textEdited, this, [this](const QString& text) {
        placeUnit();
        emit edited(text);
    });
}

QString LineEditor::text() const
{
    return m_line->text();
}

void LineEditor::setText(const QString& text)
{
    // Setting the same text would throw the cursor to the end under the hands of who types.
    if (text != m_line->text()) {
        m_line->setText(text);
        m_line->setCursorPosition(0);
    }
    placeUnit();
}

void LineEditor::setEditable(bool editable)
{
    m_line->setReadOnly(!editable);
}

void LineEditor::setBroken(bool broken)
{
    markBroken(*m_line, broken);
}

void LineEditor::setCompletions(const QStringList& words)
{
    auto* completer = new QCompleter(words, m_line);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    delete m_line->completer();
    m_line->setCompleter(completer);
    connect(completer, qOverload<const QString&>(&QCompleter::activated), this,
            [this](const QString& text) { emit edited(text); });
}

QWidget* LineEditor::entry()
{
    return m_line;
}

bool LineEditor::isNarrow() const
{
    return m_field.type == FieldType::Integer || m_field.type == FieldType::Real || m_field.format != TextFormat::Any;
}

bool LineEditor::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_line && (event->type() == QEvent::Resize || event->type() == QEvent::Show)) {
        placeUnit();
    }
    return FieldEditor::eventFilter(watched, event);
}

void LineEditor::placeUnit()
{
    m_unit->setText(unitText(m_field, m_line->text()));
    m_unit->adjustSize();
    m_unit->move(m_line->width() - m_unit->width() - kUnitGap, (m_line->height() - m_unit->height()) / 2);
    m_line->setTextMargins(0, 0, m_unit->text().isEmpty() ? 0 : m_unit->width() + kUnitGap / 2, 0);
}

NotesEditor::NotesEditor(QWidget* parent) : FieldEditor(parent)
{
    m_edit = new QPlainTextEdit(this);
    m_edit->setTabChangesFocus(true);
    m_edit->setFixedHeight(m_edit->fontMetrics().lineSpacing() * kNotesLines + 2 * kUnitGap);
    lineLayout(this)->addWidget(m_edit);
    connect(m_edit, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_quiet) {
            emit edited(m_edit->toPlainText());
        }
    });
}

QString NotesEditor::text() const
{
    return m_edit->toPlainText();
}

void NotesEditor::setText(const QString& text)
{
    if (text != m_edit->toPlainText()) {
        m_quiet = true;
        m_edit->setPlainText(text);
        m_quiet = false;
    }
}

void NotesEditor::setEditable(bool editable)
{
    m_edit->setReadOnly(!editable);
}

QWidget* NotesEditor::entry()
{
    return m_edit;
}

DayEditor::DayEditor(QWidget* parent) : FieldEditor(parent)
{
    m_line = new QLineEdit(this);
    m_line->setPlaceholderText(tr("dd/mm/yyyy"));
    m_button = new QToolButton(this);
    m_button->setIcon(icon(QStringLiteral("calendar")));
    m_button->setFocusPolicy(Qt::NoFocus);
    m_button->setAccessibleName(tr("Calendar"));
    showTip(*m_button, tr("Calendar"));
    auto* layout = lineLayout(this);
    layout->addWidget(m_line);
    layout->addWidget(m_button);
    connect(m_line, &QLineEdit::textEdited, this, &DayEditor::edited);
    connect(m_button, &QToolButton::clicked, this, &DayEditor::openCalendar);
}

QString DayEditor::text() const
{
    return m_line->text();
}

void DayEditor::setText(const QString& text)
{
    if (text != m_line->text()) {
        m_line->setText(text);
    }
}

void DayEditor::setEditable(bool editable)
{
    m_line->setReadOnly(!editable);
    m_button->setEnabled(editable);
}

void DayEditor::setBroken(bool broken)
{
    markBroken(*m_line, broken);
}

QWidget* DayEditor::entry()
{
    return m_line;
}

void DayEditor::openCalendar()
{
    QMenu menu(this);
    auto* calendar = new QCalendarWidget(&menu);
    calendar->setGridVisible(false);
    const auto day = QDate::fromString(isoDayOf(m_line->text()), Qt::ISODate);
    if (day.isValid()) {
        calendar->setSelectedDate(day);
    }
    auto* action = new QWidgetAction(&menu);
    action->setDefaultWidget(calendar);
    menu.addAction(action);
    const auto take = [this, &menu](const QDate& chosen) {
        menu.close();
        m_line->setText(dayText(toUtf8(chosen.toString(Qt::ISODate))));
        emit edited(m_line->text());
    };
    connect(calendar, &QCalendarWidget::clicked, &menu, take);
    connect(calendar, &QCalendarWidget::activated, &menu, take);
    menu.exec(m_button->mapToGlobal(QPoint(0, m_button->height())));
}

} // namespace observo::app
