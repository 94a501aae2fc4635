// SPDX-License-Identifier: GPL-3.0-or-later
#include "windows/MapCommands.h"

#include "desk/Commands.h"
#include "desk/Workbench.h"

#include "observo/mapview/MapWidget.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPixmap>

namespace observo::app {

MapCommands::MapCommands(Workbench& workbench, Commands& commands, mapview::MapWidget& map)
    : QObject(&map), m_workbench(workbench), m_map(map)
{
    connect(&commands[Command::Fit], &QAction::triggered, &map, &mapview::MapWidget::fit);
    connect(&commands[Command::ZoomIn], &QAction::triggered, &map, [&map] { map.zoomBy(2.0); });
    connect(&commands[Command::ZoomOut], &QAction::triggered, &map, [&map] { map.zoomBy(0.5); });
    connect(&commands[Command::CopyPicture], &QAction::triggered, this, &MapCommands::copyPicture);
}

void MapCommands::copyPicture()
{
    if (!m_workbench.isOpen()) {
        return;
    }
    // As it lies on the screen, without what floats over it.
    QPixmap picture(m_map.size() * m_map.devicePixelRatioF());
    picture.setDevicePixelRatio(m_map.devicePixelRatioF());
    m_map.render(&picture, {}, {}, QWidget::DrawWindowBackground);
    QGuiApplication::clipboard()->setPixmap(picture);
    m_workbench.say(tr("The map is in the clipboard as a picture."));
}

} // namespace observo::app
