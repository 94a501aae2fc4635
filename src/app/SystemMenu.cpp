// SPDX-License-Identifier: GPL-3.0-or-later
#include "SystemMenu.h"

#include "PlainText.h"
#include "Speech.h"

#include "observo/geo/Crs.h"

#include <QAction>
#include <QMenu>

#include <utility>

namespace observo::app {

QMenu* makeSystemMenu(QWidget* parent, std::function<int()> present, std::function<void(int)> choose)
{
    auto* menu = new QMenu(parent);
    QObject::connect(menu, &QMenu::aboutToShow, menu, [menu, present = std::move(present), choose = std::move(choose)] {
        menu->clear();
        for (const auto& system : geo::offeredSystems()) {
            auto* action = menu->addAction(plainCaption(systemName(system.epsg)));
            action->setCheckable(true);
            action->setChecked(system.epsg == present());
            QObject::connect(action, &QAction::triggered, menu, [choose, epsg = system.epsg] { choose(epsg); });
        }
    });
    return menu;
}

QString shortSystemName(int epsg)
{
    for (const auto& system : geo::offeredSystems()) {
        if (system.epsg == epsg) {
            const auto label = wordsOf(system.label);
            const auto end = label.indexOf(QLatin1Char('('));
            return (end > 0 ? label.left(end) : label).trimmed();
        }
    }
    return QStringLiteral("EPSG:%1").arg(epsg);
}

QString systemName(int epsg)
{
    for (const auto& system : geo::offeredSystems()) {
        if (system.epsg == epsg) {
            const auto label = wordsOf(system.label);
            const auto code = QStringLiteral("EPSG:%1").arg(epsg);
            return label.contains(QString::number(epsg)) ? label : label + QStringLiteral(" · ") + code;
        }
    }
    return QStringLiteral("EPSG:%1").arg(epsg);
}

} // namespace observo::app
