// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/PositionEditor.h"

#include "PlainText.h"
#include "SystemMenu.h"
#include "forms/TextEditors.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>

namespace observo::app {

PositionEditor::PositionEditor(QWidget* parent)
    : FieldEditor(parent), m_line(new QLineEdit(this)), m_button(new QToolButton(this))
{
    m_button->setPopupMode(QToolButton::InstantPopup);
    m_button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_button->setAccessibleName(tr("Reference system"));
    m_button->setMenu(makeSystemMenu(
        this, [this] { return property("epsg").toInt(); }, [this](int epsg) { emit systemChosen(epsg); }));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_line);
    column->addWidget(m_button, 0, Qt::AlignLeft);
    connect(m_line, &QLineEdit::textEdited, this, &PositionEditor::edited);
}

QString PositionEditor::text() const
{
    return m_line->text();
}

void PositionEditor::setText(const QString& text)
{
    if (text != m_line->text()) {
        m_line->setText(text);
    }
}

void PositionEditor::setEditable(bool editable)
{
    m_line->setReadOnly(!editable);
}

void PositionEditor::setBroken(bool broken)
{
    markBroken(*m_line, broken);
}

QWidget* PositionEditor::entry()
{
    return m_line;
}

void PositionEditor::setSystem(int epsg)
{
    setProperty("epsg", epsg);
    m_button->setText(plainCaption(shortSystemName(epsg)) + QStringLiteral(" ▾"));
    showTip(*m_button, systemName(epsg));
}

} // namespace observo::app
