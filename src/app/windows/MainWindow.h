// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/CensusFiles.h"
#include "desk/Commands.h"
#include "desk/DraftKeeper.h"
#include "desk/LayerShelf.h"
#include "desk/Workbench.h"

#include <QMainWindow>

#include <memory>
#include <string>

namespace Ui {
class MainWindow;
}

namespace observo::mapview {
class MapWidget;
}

namespace observo::app {

class CameraCommands;
class CameraDock;
class CensusCommands;
class LayersDock;
class MapScene;
class MessageBar;
class NoticeBar;
class NarrowLayout;
class PlaceBar;
class SearchBox;
class TableDock;
class ToolBox;
class WelcomePage;

/// The one window: the map with what serves it. It puts the parts together; what they do is in the parts.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    explicit MainWindow(Preferences& preferences, QWidget* parent = nullptr);
    ~MainWindow() override;

    /// Ends the event loop so that the window is made anew, in another language or theme.
    static constexpr int kMakeAnew = 1000;

    [[nodiscard]] CensusFiles& files() { return m_files; }
    [[nodiscard]] Workbench& workbench() { return m_workbench; }
    [[nodiscard]] Commands& commands() { return m_commands; }
    [[nodiscard]] mapview::MapWidget& map() { return *m_map; }
    [[nodiscard]] ToolBox& tools() { return *m_tools; }
    [[nodiscard]] CameraDock& inspector() { return *m_inspector; }
    [[nodiscard]] TableDock& table() { return *m_table; }
    [[nodiscard]] NoticeBar& notices() { return *m_notices; }

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

private:
    void buildMap();
    void buildDocks();
    void buildTop();
    void buildRail();
    void connectWorkbench();
    void connectTools();
    void connectSearch();
    void connectPanels();
    void showPage();
    void showPanel(QWidget& panel, Command command, bool shown);
    void offerDrafts();
    void makeAnew();
    void restoreLayout();
    void saveLayout();
    void chooseSite(const std::string& code);

    std::unique_ptr<Ui::MainWindow> m_ui;
    Workbench m_workbench;
    LayerShelf m_shelf;
    CensusFiles m_files;
    Commands m_commands;
    DraftKeeper m_drafts;
    mapview::MapWidget* m_map = nullptr;
    MapScene* m_scene = nullptr;
    ToolBox* m_tools = nullptr;
    CameraDock* m_inspector = nullptr;
    TableDock* m_table = nullptr;
    LayersDock* m_layers = nullptr;
    MessageBar* m_messages = nullptr;
    NoticeBar* m_notices = nullptr;
    PlaceBar* m_placeBar = nullptr;
    SearchBox* m_search = nullptr;
    WelcomePage* m_welcome = nullptr;
    CensusCommands* m_census = nullptr;
    NarrowLayout* m_narrow = nullptr;
    bool m_closing = false; ///< as soon as all is saved
    bool m_isMadeAnew = false;
};

} // namespace observo::app
