// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Quantities.h"

#include <QObject>

#include <string>
#include <vector>

namespace Ui {
class ImportDialog;
}

namespace observo::mapview {
class MapWidget;
}

namespace observo::app {

class ImportDesk;
class MarkedMap;
class Workbench;

/// The page of the import that says where the points fall: the declared reference system, or the candidates to choose
/// from, each with the points on a map.
class PlacePage : public QObject {
    Q_OBJECT

public:
    PlacePage(Ui::ImportDialog& ui, ImportDesk& desk, Workbench& workbench, const mapview::MapWidget& map);

    void refresh();
    /// A person has to choose before anything can be imported.
    [[nodiscard]] bool isAsking() const;
    void beginChoice();

private:
    void fillSystems();
    void chooseListed();
    void chooseOther();
    void choose(const std::string& crs);
    void showPlaces(const std::vector<LonLat>& places);

    Ui::ImportDialog& m_ui;
    ImportDesk& m_desk;
    Workbench& m_workbench;
    MarkedMap* m_map = nullptr;
    std::vector<std::string> m_listed; ///< what each line stands for; empty: as the file says
    std::vector<LonLat> m_shown;
    bool m_filling = false;
};

} // namespace observo::app
