// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/ValuesPage.h"

#include "FieldText.h"
#include "Numbers.h"
#include "PlainText.h"
#include "Speech.h"
#include "Text.h"
#include "intake/ImportDesk.h"
#include "intake/IntakeText.h"
#include "intake/TextTable.h"
#include "ui_ImportDialog.h"

#include <QLineEdit>

#include <algorithm>
#include <array>

namespace observo::app {

ValuesPage::ValuesPage(Ui::ImportDialog& ui, ImportDesk& desk, QObject* parent)
    : QObject(parent), m_ui(ui), m_desk(desk), m_table(new TextTable(this))
{
    ui.values->setModel(m_table);
    connect(ui.values->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ValuesPage::showCurrent);
    connect(ui.values, &QAbstractItemView::doubleClicked, this, [this] { m_ui.meaning->setFocus(); });
    connect(ui.meaning, &QComboBox::activated, this, &ValuesPage::give);
}

int ValuesPage::open() const
{
    return static_cast<int>(std::ranges::count_if(m_entries, [](const Entry& entry) { return !entry.isGiven; }));
}

/// Those that a person has decided stay in the list, so that he can change his mind.
void ValuesPage::collect()
{
    std::vector<Entry> entries;
    for (const auto& [field, values] : m_desk.request().profile.values) {
        for (const auto& [value, meaning] : values) {
            entries.push_back({.field = field, .value = value, .meaning = meaning, .isGiven = true});
        }
    }
    if (m_desk.foreseen() == nullptr) {
        std::ranges::copy_if(m_entries, std::back_inserter(entries), [&](const Entry& old) {
            return !old.isGiven && std::ranges::none_of(entries, [&](const Entry& entry) {
                return entry.field == old.field && entry.value == old.value;
            });
        });
    } else {
        for (const auto& group : m_desk.remarks()) {
            const auto& first = group.first;
            if (first.severity != Severity::Notice && first.row && !first.value.empty() &&
                findField(RecordKind::Camera, first.field) != nullptr) {
                // A meaning that is not understood either is told beside the value it was given to.
                const auto given = std::ranges::find_if(entries, [&](const Entry& entry) {
                    return entry.isGiven && entry.field == first.field && entry.value == first.value;
                });
                auto& entry = given != entries.end() ? *given : entries.emplace_back();
                entry.field = first.field;
                entry.value = first.value;
                entry.rows = group.count;
                entry.remark = first.message(language());
            }
        }
    }
    m_entries = std::move(entries);
}

void ValuesPage::refresh()
{
    collect();
    std::vector<TextTable::Row> rows;
    for (const auto& entry : m_entries) {
        const auto* field = findField(RecordKind::Camera, entry.field);
        const auto meaning = field != nullptr && !entry.meaning.empty()
                                 ? toText(labelOfCode(field->codeList, entry.meaning, language()))
                                 : toText(entry.meaning);
        rows.push_back({{.text = fieldText(entry.field)},
                        {.text = toText(entry.value)},
                        {.text = entry.rows > 0 ? countText(entry.rows) : QString()},
                        {.text = entry.isGiven && entry.remark.empty() ? tr("✓ means: %1").arg(meaning)
                                 : entry.isGiven ? tr("⚠ means: %1; %2").arg(meaning, toText(entry.remark))
                                                 : toText(entry.remark),
                         .isBold = entry.isGiven}});
    }
    const bool isFirst = m_table->rowCount() == 0;
    m_table->show({tr("Field"), tr("Value in the file"), tr("Rows"), tr("What becomes of it")}, std::move(rows));
    if (isFirst && m_table->rowCount() > 0) {
        constexpr std::array<int, 3> kWidths = {200, 200, 70};
        for (std::size_t i = 0; i < kWidths.size(); ++i) {
            m_ui.values->setColumnWidth(static_cast<int>(i), kWidths[i]);
        }
        m_ui.values->selectRow(0);
    }
    showPlain(*m_ui.valuesHint,
              m_entries.empty() ? (m_desk.foreseen() != nullptr ? tr("Every value of the file is understood.")
                                                                : tr("The values are listed once the file is read."))
                                : tr("The row comes in all the same; the text stays with the camera. Say above what a "
                                     "value means, and it is read so everywhere in the file."));
    showCurrent();
}

const ValuesPage::Entry* ValuesPage::current() const
{
    const int row = m_ui.values->currentIndex().row();
    return row < 0 || row >= static_cast<int>(m_entries.size()) ? nullptr : &m_entries[static_cast<std::size_t>(row)];
}

void ValuesPage::showCurrent()
{
    const auto* entry = current();
    m_ui.meaning->setEnabled(entry != nullptr);
    m_ui.meaning->clear();
    if (entry == nullptr) {
        return;
    }
    const auto* field = findField(RecordKind::Camera, entry->field);
    const auto codes = codesOf(field == nullptr ? std::string_view() : field->codeList);
    m_ui.meaning->setEditable(codes.empty());
    if (codes.empty()) {
        m_ui.meaning->setInsertPolicy(QComboBox::NoInsert);
        m_ui.meaning->lineEdit()->setPlaceholderText(tr("value and unit, such as 168 h"));
        connect(m_ui.meaning->lineEdit(), &QLineEdit::returnPressed, this, &ValuesPage::give);
        m_ui.meaning->setEditText(toText(entry->meaning));
        return;
    }
    m_ui.meaning->addItem(tr("(not decided)"), QString());
    for (const auto& code : codes) {
        m_ui.meaning->addItem(plainCaption(wordsOf(code.label)), toText(code.code));
    }
    m_ui.meaning->setCurrentIndex(std::max(0, m_ui.meaning->findData(toText(entry->meaning))));
}

void ValuesPage::give()
{
    const auto* entry = current();
    if (entry == nullptr) {
        return;
    }
    const auto meaning = toUtf8(m_ui.meaning->isEditable() ? m_ui.meaning->currentText().trimmed()
                                                           : m_ui.meaning->currentData().toString());
    m_desk.change([field = entry->field, value = entry->value, meaning](exchange::ImportRequest& request) {
        auto& values = request.profile.values[field];
        if (meaning.empty()) {
            values.erase(value);
        } else {
            values[value] = meaning;
        }
    });
}

} // namespace observo::app
