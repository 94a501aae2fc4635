// SPDX-License-Identifier: GPL-3.0-or-later
#include "windows/MainWindow.h"

#include "DataPlaces.h"
#include "ErrorText.h"
#include "Icons.h"
#include "PlainText.h"
#include "Preferences.h"
#include "Text.h"
#include "desk/MapScene.h"
#include "dialogs/KeysDialog.h"
#include "docks/CameraDock.h"
#include "docks/LayersDock.h"
#include "docks/RecordPage.h"
#include "docks/TableDock.h"
#include "models/CameraListing.h"
#include "tools/ToolBox.h"
#include "ui_MainWindow.h"
#include "windows/CameraCommands.h"
#include "windows/CensusCommands.h"
#include "windows/ExchangeCommands.h"
#include "windows/MapCommands.h"
#include "windows/MessageBar.h"
#include "windows/NarrowLayout.h"
#include "windows/NoticeBar.h"
#include "windows/PlaceBar.h"
#include "windows/SearchBox.h"
#include "windows/SettingsMenu.h"
#include "windows/StatusStrip.h"
#include "windows/WelcomePage.h"

#include "observo/mapview/MapWidget.h"

#include <QCloseEvent>
#include <QCoreApplication>
#include <QFileInfo>
#include <QKeyEvent>
#include <QScreen>

namespace observo::app {

namespace {

constexpr int kInspectorWidth = 348;
constexpr int kLayersWidth = 280;
constexpr int kTableHeight = 220;

} // namespace

MainWindow::MainWindow(Preferences& preferences, QWidget* parent)
    : QMainWindow(parent), m_ui(std::make_unique<Ui::MainWindow>()), m_workbench(preferences), m_shelf(m_workbench),
      m_files(m_workbench), m_drafts(m_workbench.jobs(), privateFolder("drafts"))
{
    m_ui->setupUi(this);
    buildMap();
    buildDocks();
    m_census = new CensusCommands({m_workbench, m_commands, m_files, *m_messages, *m_table}, this);
    new CameraCommands(m_workbench, m_commands, *m_tools, this);
    new ExchangeCommands({m_workbench, m_commands, m_files, m_shelf, *m_messages, *m_map}, this);
    new MapCommands(m_workbench, m_commands, *m_map);
    buildTop();
    buildRail();
    connectWorkbench();
    connectTools();
    connectSearch();
    connectPanels();
    restoreLayout();
    showPage();
}

MainWindow::~MainWindow()
{
    // The parts work on members of this window, which end before its child widgets would.
    m_workbench.close();
    delete m_tools;
    delete takeCentralWidget();
}

void MainWindow::buildMap()
{
    m_messages = new MessageBar(this);
    m_ui->windowLayout->insertWidget(1, m_messages);
    m_map = new mapview::MapWidget(m_workbench.jobs(), m_ui->mapColumn);
    m_placeBar = new PlaceBar(m_workbench, m_map);
    m_ui->mapLayout->addWidget(m_map, 1);
    m_scene = new MapScene(m_workbench, m_shelf, *m_map, this);
    m_notices = new NoticeBar(m_map);
    m_tools = new ToolBox(m_workbench, *m_map, this);
    m_welcome = new WelcomePage(this);
    m_ui->pages->addWidget(m_welcome);
}

void MainWindow::buildDocks()
{
    m_layers = new LayersDock(m_workbench, m_shelf, *m_scene, this);
    m_inspector = new CameraDock(m_workbench, m_commands, m_drafts, this);
    m_table = new TableDock(m_workbench, this);
    m_ui->columnsSplitter->insertWidget(0, m_layers);
    m_ui->columnsSplitter->addWidget(m_inspector);
    m_ui->columnsSplitter->setStretchFactor(0, 0);
    m_ui->columnsSplitter->setStretchFactor(1, 1);
    m_ui->columnsSplitter->setStretchFactor(2, 0);
    m_ui->rowsSplitter->addWidget(m_table);
    m_ui->rowsSplitter->setStretchFactor(0, 1);
    m_ui->rowsSplitter->setStretchFactor(1, 0);
    // Tab goes through the parts in the order in which they are made: the foot comes last.
    m_ui->windowLayout->addWidget(new StatusStrip(m_workbench, *m_map, this));
    m_commands.attachWindowKeys(*this);
    m_commands.attachLetters(*m_map);
    m_commands.attachLetters(*m_table->view());
}

void MainWindow::buildTop()
{
    m_search = new SearchBox(m_workbench, this);
    m_ui->searchLayout->addWidget(m_search);
    setTabOrder(m_ui->censusButton, m_search);
    m_ui->censusButton->setIcon(icon(QStringLiteral("census")));
    m_ui->censusButton->setMenu(m_census->makeMenu(this));
    m_ui->menuButton->setIcon(icon(QStringLiteral("menu")));
    m_ui->menuButton->setMenu(makeSettingsMenu(*this, m_workbench.preferences(), [this] { makeAnew(); }));
    m_ui->undoButton->setDefaultAction(&m_commands[Command::Undo]);
    m_ui->redoButton->setDefaultAction(&m_commands[Command::Redo]);
    m_ui->helpButton->setDefaultAction(&m_commands[Command::Keys]);
    for (auto* button : {m_ui->undoButton, m_ui->redoButton, m_ui->helpButton}) {
        button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    }
}

void MainWindow::buildRail()
{
    m_ui->selectButton->setDefaultAction(&m_commands[Command::Select]);
    m_ui->newButton->setDefaultAction(&m_commands[Command::NewCamera]);
    m_ui->measureButton->setDefaultAction(&m_commands[Command::Measure]);
    m_ui->layersButton->setDefaultAction(&m_commands[Command::Layers]);
    m_ui->tableButton->setDefaultAction(&m_commands[Command::Table]);
    m_ui->inspectorButton->setDefaultAction(&m_commands[Command::Inspector]);
}

void MainWindow::connectWorkbench()
{
    connect(&m_workbench, &Workbench::opened, this, [this] {
        showPage();
        offerDrafts();
        m_map->setFocus();
    });
    connect(&m_workbench, &Workbench::closed, this, &MainWindow::showPage);
    connect(&m_workbench, &Workbench::noticed, m_notices, &NoticeBar::say);
    connect(m_messages, &MessageBar::left, this, [this] { m_map->setFocus(); });
    connect(m_notices, &NoticeBar::undoWanted, &m_workbench, &Workbench::undo);
    connect(&m_workbench, &Workbench::failed, this, [this](const Error& error) {
        m_messages->show(MessageBar::Tone::Error, sentenceOf(error), detailOf(error), {});
    });
    connect(m_welcome, &WelcomePage::newWanted, m_census, &CensusCommands::newCensus);
    connect(m_welcome, &WelcomePage::openWanted, m_census, &CensusCommands::openCensus);
    connect(m_welcome, &WelcomePage::sampleWanted, &m_files, &CensusFiles::openSample);
    connect(m_welcome, &WelcomePage::fileWanted, this, [this](const QString& file) { m_files.open(file); });
}

void MainWindow::connectTools()
{
    connect(m_tools, &ToolBox::taken, this, [this](ToolBox::Kind kind) {
        m_commands[Command::Select].setChecked(kind == ToolBox::Kind::Select);
        m_commands[Command::NewCamera].setChecked(kind == ToolBox::Kind::Place);
        m_commands[Command::Measure].setChecked(kind == ToolBox::Kind::Measure);
        m_placeBar->setVisible(kind == ToolBox::Kind::Place);
        m_scene->setHintShown(kind != ToolBox::Kind::Place);
        if (kind == ToolBox::Kind::Place) {
            m_placeBar->begin();
        }
        m_map->setFocus();
    });
    m_tools->take(ToolBox::Kind::Select);
    const auto layDown = [this] { m_tools->take(ToolBox::Kind::Select); };
    connect(m_placeBar, &PlaceBar::leaveWanted, this, layDown);
    connect(m_placeBar, &PlaceBar::placeWanted, this,
            [this](LonLat place) { m_tools->place().placeAt(place, "survey"); });
    connect(&m_tools->place(), &PlaceTool::coordinatesWanted, m_placeBar, &PlaceBar::type);
    connect(m_inspector, &CameraDock::nextWanted, this, [this] { m_tools->take(ToolBox::Kind::Place); });
    connect(m_inspector, &CameraDock::leaveWanted, this, [this] { m_map->setFocus(); });
    connect(m_inspector, &CameraDock::leftUnfinished, this, &MainWindow::offerDrafts);
    connect(m_inspector, &CameraDock::listWanted, this, [this](const CameraSet& ids, const QString& title) {
        showPanel(*m_table, Command::Table, true);
        m_table->showOnly(ids, title);
    });
}

void MainWindow::connectSearch()
{
    connect(&m_commands[Command::Search], &QAction::triggered, m_search, &SearchBox::begin);
    connect(m_search, &SearchBox::leaveWanted, this, [this] { m_map->setFocus(); });
    connect(m_search, &SearchBox::cameraWanted, this, [this](const CameraId& id) {
        m_workbench.selection().choose(id);
        m_workbench.goTo(id);
    });
    connect(m_search, &SearchBox::placeWanted, this, [this](LonLat place) { m_workbench.goTo(place); });
    connect(m_search, &SearchBox::siteWanted, this, &MainWindow::chooseSite);
    connect(m_search, &SearchBox::commandWanted, this, [this](Command command) {
        if (m_commands[command].isEnabled()) {
            m_commands[command].trigger();
        } else {
            m_workbench.say(tr("“%1” is not possible now: choose a camera first, or see whether the census can be "
                               "changed.")
                                .arg(m_commands[command].text()));
        }
    });
}

void MainWindow::connectPanels()
{
    const auto folds = [this](Command command, QWidget* panel) {
        connect(&m_commands[command], &QAction::toggled, panel, &QWidget::setVisible);
    };
    folds(Command::Table, m_table);
    folds(Command::Inspector, m_inspector);
    folds(Command::Layers, m_layers);
    connect(m_table, &TableDock::foldWanted, this, [this] { showPanel(*m_table, Command::Table, false); });
    connect(m_layers, &LayersDock::extentWanted, m_map,
            [this](const geo::MapBox& box) { m_map->setViewport(m_map->viewport().fitted(box)); });
    connect(m_layers, &LayersDock::foldWanted, this, [this] { showPanel(*m_layers, Command::Layers, false); });
    connect(&m_commands[Command::FilterTable], &QAction::triggered, this, [this] {
        showPanel(*m_table, Command::Table, true);
        m_table->focusFilter();
    });
    connect(&m_commands[Command::EditForm], &QAction::triggered, this, [this] {
        showPanel(*m_inspector, Command::Inspector, true);
        m_inspector->edit();
    });
    connect(&m_commands[Command::ChangeStatus], &QAction::triggered, this, [this] {
        showPanel(*m_inspector, Command::Inspector, true);
        m_inspector->openStatusMenu();
    });
    connect(&m_commands[Command::Quit], &QAction::triggered, this, &QWidget::close);
    connect(&m_commands[Command::Keys], &QAction::triggered, this, [this] { KeysDialog(this).exec(); });
}

void MainWindow::showPanel(QWidget& panel, Command command, bool shown)
{
    m_commands[command].setChecked(shown);
    panel.setVisible(shown);
}

void MainWindow::showPage()
{
    const bool open = m_workbench.isOpen();
    m_ui->pages->setCurrentWidget(open ? m_ui->workPage : m_welcome);
    m_welcome->showRecent(m_workbench.preferences().recentFiles());
    if (!open) {
        m_welcome->setFocus();
    }
    const auto file = open ? pathText(m_workbench.file()) : QString();
    const auto body = open ? toText(m_workbench.census().issuingBody) : tr("Census");
    m_ui->censusButton->setText(plainCaption(body) + QStringLiteral(" ▾"));
    showTip(*m_ui->censusButton, file);
    setWindowTitle(open ? QStringLiteral("%1 – Observo").arg(QFileInfo(file).fileName()) : QStringLiteral("Observo"));
}

void MainWindow::offerDrafts()
{
    const auto drafts = m_drafts.of(m_workbench.census().id.text());
    if (drafts.empty()) {
        return;
    }
    const auto& draft = drafts.front();
    m_messages->show(
        MessageBar::Tone::Info, tr("The form of %1 was left unfinished.").arg(toText(draft.title)), {},
        {{tr("Go on with it"), [this, draft] { m_inspector->takeDraft(draft); }}, {tr("Drop it"), [this, draft] {
                                                                                       m_drafts.remove(draft);
                                                                                       offerDrafts();
                                                                                   }}});
}

void MainWindow::chooseSite(const std::string& code)
{
    m_workbench.jobs().start(
        QString(),
        [file = m_workbench.file(), code](const Progress&) -> Result<std::vector<CameraId>> {
            const auto site = Filter::parse("site_code = \"" + code + "\"");
            auto reader = census::Reader::open(file);
            if (!site || !reader) {
                return fail(!site ? site.error() : reader.error());
            }
            return (*reader)->ids({.filter = *site});
        },
        this,
        [this](const Result<std::vector<CameraId>>& ids) {
            if (!ids) {
                m_workbench.announce(ids.error());
            } else if (!ids->empty()) {
                m_workbench.selection().set({ids->begin(), ids->end()});
                m_workbench.goTo(ids->front());
            }
        });
}

void MainWindow::keyPressEvent(QKeyEvent* event)
{
    if (event->key() != Qt::Key_Escape) {
        QMainWindow::keyPressEvent(event);
        return;
    }
    // Esc leaves the tool, then the selection.
    if (m_tools->inHand() != ToolBox::Kind::Select) {
        m_tools->take(ToolBox::Kind::Select);
    } else {
        m_workbench.selection().clear();
    }
}

void MainWindow::makeAnew()
{
    m_isMadeAnew = true;
    close();
}

void MainWindow::restoreLayout()
{
    auto& preferences = m_workbench.preferences();
    if (!restoreGeometry(preferences.state(QStringLiteral("geometry")).toByteArray())) {
        resize(QSize(1440, 900).boundedTo(screen()->availableSize()));
    }
    const auto shown = [&](const char* name, bool otherwise) {
        return preferences.state(QLatin1String(name)).value<QVariant>().isValid()
                   ? preferences.state(QLatin1String(name)).toBool()
                   : otherwise;
    };
    showPanel(*m_table, Command::Table, shown("table", true));
    showPanel(*m_inspector, Command::Inspector, shown("inspector", true));
    showPanel(*m_layers, Command::Layers, shown("layers", false));
    m_ui->columnsSplitter->setSizes({kLayersWidth, width() - kInspectorWidth - kLayersWidth, kInspectorWidth});
    m_ui->rowsSplitter->setSizes({height() - kTableHeight, kTableHeight});
    m_ui->columnsSplitter->restoreState(preferences.state(QStringLiteral("columns")).toByteArray());
    m_ui->rowsSplitter->restoreState(preferences.state(QStringLiteral("rows")).toByteArray());
    m_narrow = new NarrowLayout(
        {*this, *m_ui->columnsSplitter, *m_ui->mapColumn, *m_inspector, m_commands, m_workbench, *m_map}, this);
    m_narrow->follow();
}

void MainWindow::saveLayout()
{
    auto& preferences = m_workbench.preferences();
    preferences.setState(QStringLiteral("geometry"), saveGeometry());
    preferences.setState(QStringLiteral("table"), m_narrow->isWanted(Command::Table));
    preferences.setState(QStringLiteral("inspector"), m_narrow->isWanted(Command::Inspector));
    preferences.setState(QStringLiteral("layers"), m_narrow->isWanted(Command::Layers));
    if (!m_narrow->isNarrow()) {
        preferences.setState(QStringLiteral("columns"), m_ui->columnsSplitter->saveState());
        preferences.setState(QStringLiteral("rows"), m_ui->rowsSplitter->saveState());
    }
}

/// Closing takes two turns when something still has to be saved: the window goes on showing, with its progress, and
/// closes by itself when all is on disk.
void MainWindow::closeEvent(QCloseEvent* event)
{
    m_tools->take(ToolBox::Kind::Select);
    const bool applied = m_workbench.isOpen() && !m_closing ? m_inspector->applyAll() : !m_inspector->isDirty();
    if (m_workbench.isSaving()) {
        m_closing = true;
        event->ignore();
        m_messages->show(MessageBar::Tone::Info, tr("Saving before closing…"), {}, {});
        m_workbench.whenSaved(this, [this] { close(); });
        return;
    }
    m_closing = false;
    m_messages->hide();
    if (m_workbench.isOpen() && !applied &&
        ask(this, tr("One form holds a value that cannot be saved."),
            tr("It is kept as a draft and offered when the census is opened again."), {tr("Close")}) != 0) {
        m_isMadeAnew = false;
        event->ignore();
        return;
    }
    saveLayout();
    m_workbench.close();
    event->accept();
    if (m_isMadeAnew) {
        QCoreApplication::exit(kMakeAnew);
    }
}

} // namespace observo::app
