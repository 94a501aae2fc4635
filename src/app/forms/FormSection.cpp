// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/FormSection.h"

#include "forms/FieldRow.h"

#include <QGridLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace observo::app {

FormSection::FormSection(const QString& title, QWidget* parent)
    : QWidget(parent), m_title(title), m_header(new QPushButton(this)), m_body(new QWidget(this)),
      m_grid(new QGridLayout), m_more(new QPushButton(this))
{
    m_header->setProperty("role", QStringLiteral("section"));
    m_header->setAutoDefault(false);
    m_more->setAutoDefault(false);
    m_more->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_header->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_header->setFocusPolicy(Qt::TabFocus);
    m_more->setProperty("verb", QStringLiteral("link"));
    m_more->setFocusPolicy(Qt::TabFocus);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(8);
    m_grid->setVerticalSpacing(2);
    m_grid->setColumnStretch(0, 1);
    m_grid->setColumnStretch(1, 1);

    auto* inside = new QVBoxLayout(m_body);
    inside->setContentsMargins(4, 0, 4, 8);
    inside->setSpacing(2);
    inside->addLayout(m_grid);
    inside->addWidget(m_more);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_body);
    connect(m_header, &QPushButton::clicked, this, &FormSection::foldToggled);
    connect(m_more, &QPushButton::clicked, this, &FormSection::othersToggled);
    showTitle();
}

void FormSection::arrange(const std::vector<FieldRow*>& rows)
{
    while (auto* item = m_grid->takeAt(0)) {
        item->widget()->hide();
        delete item;
    }
    int line = 0;
    int column = 0;
    QWidget* previous = m_header;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        auto* row = rows[i];
        const bool pairs = row->isNarrow() && (column == 1 || (i + 1 < rows.size() && rows[i + 1]->isNarrow()));
        if (pairs) {
            m_grid->addWidget(row, line, column);
            line += column;
            column = 1 - column;
        } else {
            m_grid->addWidget(row, line++, 0, 1, 2);
            column = 0;
        }
        row->show();
        setTabOrder(previous, row->editor().entry());
        previous = row->editor().entry();
    }
    setTabOrder(previous, m_more);
}

void FormSection::setOthers(int count, bool open)
{
    m_more->setVisible(count > 0);
    m_more->setText(open ? tr("Fewer fields") : tr("Other fields (%1)").arg(count));
}

void FormSection::setMessageCount(int count)
{
    if (count != m_messages) {
        m_messages = count;
        showTitle();
    }
}

void FormSection::setFolded(bool folded)
{
    m_folded = folded;
    m_body->setVisible(!folded);
    showTitle();
}

void FormSection::showTitle()
{
    const auto arrow = m_folded ? QStringLiteral("▸  ") : QStringLiteral("▾  ");
    m_header->setText(arrow + (m_messages > 0 ? tr("%1 · %n to look at", nullptr, m_messages).arg(m_title) : m_title));
    m_header->setAccessibleName(m_title);
}

} // namespace observo::app
