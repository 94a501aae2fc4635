// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/PlacePage.h"

#include "PlainText.h"
#include "SystemMenu.h"
#include "Text.h"
#include "desk/Workbench.h"
#include "intake/ImportDesk.h"
#include "intake/IntakeText.h"
#include "intake/MarkedMap.h"
#include "ui_ImportDialog.h"

#include "observo/geo/Crs.h"

#include <QLineEdit>

#include <algorithm>
#include <utility>

namespace observo::app {

PlacePage::PlacePage(Ui::ImportDialog& ui, ImportDesk& desk, Workbench& workbench, const mapview::MapWidget& map)
    : QObject(&desk), m_ui(ui), m_desk(desk), m_workbench(workbench),
      m_map(new MarkedMap(workbench.jobs(), map, ui.placeTab))
{
    ui.mapHolder->addWidget(m_map);
    ui.other->setInsertPolicy(QComboBox::NoInsert);
    ui.other->addItem(QString(), 0);
    for (const auto& system : geo::offeredSystems()) {
        ui.other->addItem(systemName(system.epsg), system.epsg);
    }
    ui.other->lineEdit()->setPlaceholderText(tr("name or EPSG code"));
    connect(ui.systems, &QListWidget::currentRowChanged, this, &PlacePage::chooseListed);
    connect(ui.other, &QComboBox::activated, this, &PlacePage::chooseOther);
    connect(ui.other->lineEdit(), &QLineEdit::returnPressed, this, &PlacePage::chooseOther);
}

bool PlacePage::isAsking() const
{
    const auto* plan = m_desk.plan();
    return plan != nullptr && !plan->unplaced && !plan->missingCrs.empty() && !plan->receipt.crs;
}

void PlacePage::beginChoice()
{
    m_ui.systems->setFocus();
}

void PlacePage::fillSystems()
{
    m_filling = true;
    m_ui.systems->clear();
    m_listed.clear();
    const auto& asked = m_desk.request().crs;
    const auto* plan = m_desk.plan();
    const auto add = [&](const QString& text, std::string crs) {
        m_ui.systems->addItem(text);
        m_listed.push_back(std::move(crs));
    };
    if (m_desk.candidates().empty()) {
        add(asked.empty() && plan->receipt.crs ? tr("As the file says: %1").arg(toText(plan->receipt.crs->from))
                                               : tr("As the file says"),
            {});
    } else {
        // The keys enter a list at its first line: that must not be a choice.
        add(tr("(not chosen yet)"), {});
    }
    for (const auto& candidate : m_desk.candidates()) {
        add(candidateText(candidate), candidate.crs);
    }
    auto found = std::ranges::find(m_listed, asked);
    if (!asked.empty() && found == m_listed.end()) {
        add(tr("Chosen: %1").arg(toText(asked)), asked);
        found = std::prev(m_listed.end());
    }
    if (found != m_listed.end()) {
        m_ui.systems->setCurrentRow(static_cast<int>(found - m_listed.begin()));
    }
    m_filling = false;
}

void PlacePage::refresh()
{
    const auto* plan = m_desk.plan();
    if (plan == nullptr) {
        return;
    }
    showPlain(*m_ui.placeText, placeText(*plan));
    fillSystems();
    if (!plan->preview.places.empty()) {
        showPlaces(plan->preview.places);
    } else if (isAsking() && m_desk.request().crs.empty() && !m_desk.candidates().empty()) {
        showPlaces(m_desk.candidates().front().places);
    }
}

void PlacePage::showPlaces(const std::vector<LonLat>& places)
{
    if (places == m_shown) {
        return;
    }
    m_shown = places;
    std::vector<MapMark> marks;
    for (const auto& place : places) {
        marks.push_back({.at = place});
    }
    m_map->show(std::move(marks));
    showPlain(*m_ui.whereText, whereText(places, m_workbench.inventory().extent()));
}

void PlacePage::chooseListed()
{
    const int row = m_ui.systems->currentRow();
    if (m_filling || row < 0 || row >= static_cast<int>(m_listed.size())) {
        return;
    }
    const auto crs = m_listed[static_cast<std::size_t>(row)];
    const auto& candidates = m_desk.candidates();
    const auto candidate = std::ranges::find(candidates, crs, &exchange::CrsCandidate::crs);
    if (candidate != candidates.end()) {
        showPlaces(candidate->places);
    }
    choose(crs);
}

void PlacePage::chooseOther()
{
    const auto typed = m_ui.other->currentText().trimmed();
    const int known = m_ui.other->findText(typed);
    const int epsg = known >= 0 ? m_ui.other->itemData(known).toInt() : 0;
    if (!typed.isEmpty()) {
        choose(epsg > 0 ? "EPSG:" + std::to_string(epsg) : toUtf8(typed));
    }
}

void PlacePage::choose(const std::string& crs)
{
    if (crs != m_desk.request().crs) {
        m_desk.change([&](exchange::ImportRequest& request) { request.crs = crs; });
    }
}

} // namespace observo::app
