// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace observo::mapview {
class MapWidget;
}

namespace observo::app {

class Commands;
class Workbench;

/// What the commands about the map's picture do: nearer, farther, everything, into the clipboard.
class MapCommands : public QObject {
    Q_OBJECT

public:
    MapCommands(Workbench& workbench, Commands& commands, mapview::MapWidget& map);

private:
    void copyPicture();

    Workbench& m_workbench;
    mapview::MapWidget& m_map;
};

} // namespace observo::app
