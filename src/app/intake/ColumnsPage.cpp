// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/ColumnsPage.h"

#include "FieldText.h"
#include "PlainText.h"
#include "Text.h"
#include "intake/ImportDesk.h"
#include "intake/IntakeText.h"
#include "intake/TextTable.h"
#include "ui_ImportDialog.h"

#include <QLineEdit>

#include <algorithm>
#include <array>
#include <optional>

namespace observo::app {

namespace {

/// What the reader of numbers knows by these words; an empty one is the unit of the field.
constexpr std::array<const char*, 8> kUnits = {"", "m", "cm", "mm", "km", "h", "giorni", "minuti"};

bool isNumber(const std::string& target)
{
    const auto* field = findField(RecordKind::Camera, target);
    return field != nullptr && (field->type == FieldType::Real || field->type == FieldType::Integer);
}

} // namespace

ColumnsPage::ColumnsPage(Ui::ImportDialog& ui, ImportDesk& desk, QObject* parent)
    : QObject(parent), m_ui(ui), m_desk(desk), m_table(new TextTable(this))
{
    ui.columns->setModel(m_table);
    for (const auto* unit : kUnits) {
        ui.unit->addItem(QString::fromLatin1(unit));
    }
    ui.dates->addItem(tr("as the file shows"), QString());
    ui.dates->addItem(tr("day, month, year"), QStringLiteral("day first"));
    ui.dates->addItem(tr("month, day, year"), QStringLiteral("month first"));
    connect(ui.dates, &QComboBox::activated, this, [this] {
        m_desk.change([this](exchange::ImportRequest& request) {
            request.profile.dates = toUtf8(m_ui.dates->currentData().toString());
        });
    });
    connect(ui.columns->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ColumnsPage::showCurrent);
    connect(ui.columns, &QAbstractItemView::doubleClicked, this, [this] { m_ui.field->setFocus(); });
    connect(ui.field, &QComboBox::activated, this, &ColumnsPage::give);
    connect(ui.unit, &QComboBox::activated, this, &ColumnsPage::give);
    connect(ui.unit->lineEdit(), &QLineEdit::editingFinished, this, [this] {
        const auto* plan = m_desk.plan();
        const int row = current();
        if (plan != nullptr && row >= 0 &&
            toUtf8(m_ui.unit->currentText().trimmed()) != plan->preview.columns[static_cast<std::size_t>(row)].unit) {
            give();
        }
    });
}

void ColumnsPage::fillFields(bool hasGeometry)
{
    m_ui.field->clear();
    m_ui.field->addItem(targetText({}), QString());
    if (!hasGeometry) {
        for (const auto* place : {"lon", "lat", "x", "y", "coordinates"}) {
            m_ui.field->addItem(targetText(place), QLatin1String(place));
        }
    }
    std::optional<FieldGroup> group;
    for (const auto& field : fieldsOf(RecordKind::Camera)) {
        if (field.byProgram || field.type == FieldType::Json) {
            continue;
        }
        if (group != field.group) {
            m_ui.field->insertSeparator(m_ui.field->count());
            group = field.group;
        }
        m_ui.field->addItem(plainCaption(fieldText(std::string(field.name))), toText(field.name));
    }
    m_isFilled = true;
    m_hadGeometry = hasGeometry;
}

int ColumnsPage::current() const
{
    const int row = m_ui.columns->currentIndex().row();
    const auto* plan = m_desk.plan();
    return plan != nullptr && row < static_cast<int>(plan->preview.columns.size()) ? row : -1;
}

void ColumnsPage::refresh()
{
    const auto* plan = m_desk.plan();
    if (plan == nullptr) {
        return;
    }
    if (!m_isFilled || m_hadGeometry != plan->hasGeometry) {
        fillFields(plan->hasGeometry);
    }
    const bool isFirst = m_table->rowCount() == 0;
    auto text = columnsText(plan->preview);
    m_table->show(std::move(text.headings), std::move(text.rows));
    if (isFirst && m_table->rowCount() > 0) {
        constexpr std::array<int, 3> kWidths = {180, 220, 260};
        for (std::size_t i = 0; i < kWidths.size(); ++i) {
            m_ui.columns->setColumnWidth(static_cast<int>(i), kWidths[i]);
        }
        m_ui.columns->selectRow(0);
    }
    const bool hasDays = std::ranges::any_of(plan->preview.columns, [](const exchange::PreviewColumn& column) {
        const auto* field = findField(RecordKind::Camera, column.target);
        return field != nullptr && field->type == FieldType::Date;
    });
    m_ui.dates->setVisible(hasDays);
    m_ui.datesLabel->setVisible(hasDays);
    m_ui.dates->setCurrentIndex(std::max(0, m_ui.dates->findData(toText(m_desk.request().profile.dates))));
    showCurrent();
}

void ColumnsPage::showCurrent()
{
    const int row = current();
    m_ui.field->setEnabled(row >= 0);
    const auto target = row < 0 ? std::string() : m_desk.plan()->preview.columns[static_cast<std::size_t>(row)].target;
    const auto unit = row < 0 ? std::string() : m_desk.plan()->preview.columns[static_cast<std::size_t>(row)].unit;
    m_ui.field->setCurrentIndex(m_ui.field->findData(toText(target)));
    m_ui.unit->setEnabled(isNumber(target));
    m_ui.unit->setEditText(toText(unit));
}

/// A field that another column had goes over to this one, which a person has named.
void ColumnsPage::give()
{
    const int row = current();
    if (row < 0) {
        return;
    }
    const auto columns = m_desk.plan()->preview.columns;
    const auto target = toUtf8(m_ui.field->currentData().toString());
    const auto unit = isNumber(target) ? toUtf8(m_ui.unit->currentText().trimmed()) : std::string();
    m_desk.change([&](exchange::ImportRequest& request) {
        auto& given = request.profile.columns;
        for (const auto& column : columns) {
            if (!target.empty() && column.target == target) {
                given[column.name] = {};
            }
        }
        given[columns[static_cast<std::size_t>(row)].name] = {.field = target, .unit = unit};
    });
}

} // namespace observo::app
