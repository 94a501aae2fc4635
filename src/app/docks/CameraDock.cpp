// SPDX-License-Identifier: GPL-3.0-or-later
#include "docks/CameraDock.h"

#include "Appearance.h"
#include "FieldText.h"
#include "Icons.h"
#include "Numbers.h"
#include "PlainText.h"
#include "Speech.h"
#include "Text.h"
#include "desk/CameraActions.h"
#include "desk/Commands.h"
#include "desk/Workbench.h"
#include "docks/HistoryPage.h"
#include "docks/RecordPage.h"
#include "docks/SeveralPage.h"
#include "docks/SummaryPage.h"
#include "forms/CodeEditors.h"
#include "models/CameraListing.h"
#include "ui_CameraDock.h"

#include "observo/render/Symbols.h"

#include <QMenu>
#include <QPixmap>

#include <utility>

namespace observo::app {

namespace {

enum Tab { CameraTab, SiteTab, SystemTab, HistoryTab };

constexpr double kSymbol = 24.0;

Reference referenceTo(const CameraRow& row)
{
    const auto code = toText(row.code);
    const auto name = row.name.empty() ? code : code + QStringLiteral(" · ") + toText(row.name);
    return {.identity = toText(row.id.text()), .code = code, .name = name};
}

std::vector<Reference> camerasNamed(Workbench& workbench, const QString& words)
{
    constexpr std::size_t most = 12;
    std::vector<Reference> found;
    const auto& inventory = workbench.session().inventory();
    // What is shown names one camera wholly: its code stands before the dot.
    const auto wanted = words.section(QStringLiteral(" · "), 0, 0);
    for (const auto& id : inventory.search(toUtf8(wanted), most)) {
        if (const auto row = inventory.find(id); row && !workbench.selection().contains(id)) {
            found.push_back(referenceTo(*row));
        }
    }
    return found;
}

QString nameOfCamera(Workbench& workbench, const QString& identity)
{
    const auto id = CameraId::parse(toUtf8(identity));
    const auto row = id && workbench.isOpen() ? workbench.session().inventory().find(*id) : std::nullopt;
    return row ? referenceTo(*row).name : identity;
}

} // namespace

CameraDock::CameraDock(Workbench& workbench, Commands& commands, const DraftStore& drafts, QWidget* parent)
    : QFrame(parent), m_ui(std::make_unique<Ui::CameraDock>()), m_workbench(workbench), m_statusMenu(new QMenu(this))
{
    m_ui->setupUi(this);
    for (const auto& choice : choicesOf("status")) {
        m_statusMenu->addAction(choice.icon, plainCaption(choice.label), this,
                                [this, code = choice.code] { changeStatus(code); });
    }
    buildPages(commands, drafts);
    buildHead(commands);
    connect(&workbench.selection(), &Selection::changed, this, &CameraDock::refresh);
    connect(&workbench, &Workbench::opened, this, &CameraDock::refresh);
    connect(&workbench, &Workbench::opened, this, &CameraDock::offerCodes);
    connect(&workbench, &Workbench::changed, this, &CameraDock::refresh);
    refresh();
}

CameraDock::~CameraDock() = default;

void CameraDock::buildPages(Commands& commands, const DraftStore& drafts)
{
    m_summary = new SummaryPage(m_workbench, this);
    m_several = new SeveralPage(m_workbench, commands, *m_statusMenu, this);
    m_ui->pages->addWidget(m_summary);
    m_ui->pages->addWidget(m_several);
    connect(m_summary, &SummaryPage::listWanted, this, &CameraDock::listWanted);
    connect(m_several, &SeveralPage::leaveWanted, this, &CameraDock::leaveWanted);

    m_camera = new RecordPage(m_workbench, drafts, RecordKind::Camera, this);
    m_site = new RecordPage(m_workbench, drafts, RecordKind::Site, this);
    m_system = new RecordPage(m_workbench, drafts, RecordKind::System, this);
    m_camera->form().setReferences(
        {.find = [this](const QString& words) { return camerasNamed(m_workbench, words); },
         .nameOf = [this](const QString& identity) { return nameOfCamera(m_workbench, identity); }});
    m_history = new HistoryPage(m_workbench, this);
    for (auto* page : {m_camera, m_site, m_system}) {
        m_ui->records->addWidget(page);
        connect(page, &RecordPage::nextWanted, this, &CameraDock::nextWanted);
        connect(page, &RecordPage::leaveWanted, this, &CameraDock::leaveWanted);
        connect(page, &RecordPage::leftUnfinished, this, &CameraDock::leftUnfinished);
    }
    m_ui->records->addWidget(m_history);
    for (const auto& title : {tr("Camera"), tr("Site"), tr("System"), tr("Log")}) {
        m_ui->tabs->addTab(title);
    }
    connect(m_ui->tabs, &QTabBar::currentChanged, m_ui->records, &QStackedWidget::setCurrentIndex);
    connect(m_ui->tabs, &QTabBar::currentChanged, this, [this](int tab) {
        if (const auto camera = m_workbench.chosen(); camera && tab == HistoryTab) {
            m_history->show(*camera);
        }
    });
}

void CameraDock::buildHead(Commands& commands)
{
    m_ui->goButton->setDefaultAction(&commands[Command::GoToCamera]);
    m_ui->goButton->setToolButtonStyle(Qt::ToolButtonIconOnly);
    m_ui->verifyButton->setDefaultAction(&commands[Command::VerifyToday]);
    m_ui->copyButton->setDefaultAction(&commands[Command::CopyCamera]);
    m_ui->copyButton->setToolButtonStyle(Qt::ToolButtonIconOnly);
    m_ui->statusButton->setMenu(m_statusMenu);
    m_ui->moreButton->setIcon(icon(QStringLiteral("more")));
    auto* menu = new QMenu(this);
    for (const auto command : {Command::AnotherHere, Command::CopyCamera, Command::EditForm}) {
        menu->addAction(&commands[command]);
    }
    menu->addSeparator();
    menu->addAction(&commands[Command::Retire]);
    menu->addAction(&commands[Command::Remove]);
    m_ui->moreButton->setMenu(menu);
}

void CameraDock::refresh()
{
    if (!m_workbench.isOpen()) {
        return;
    }
    const auto& selection = m_workbench.selection();
    if (selection.ids().size() < 2) {
        m_several->leave();
    }
    if (const auto camera = m_workbench.chosen()) {
        showCamera(*camera);
        m_ui->pages->setCurrentWidget(m_ui->cameraPage);
        return;
    }
    for (auto* page : {m_camera, m_site, m_system}) {
        page->show(std::nullopt);
    }
    if (selection.isEmpty()) {
        m_summary->refresh();
        m_ui->pages->setCurrentWidget(m_summary);
    } else {
        m_several->refresh();
        m_ui->pages->setCurrentWidget(m_several);
    }
}

void CameraDock::showCamera(const Camera& camera)
{
    showHead(camera);
    m_camera->show(camera);
    showBelongings(camera);
    if (m_ui->tabs->currentIndex() == HistoryTab) {
        m_history->show(camera);
    }
}

void CameraDock::showHead(const Camera& camera)
{
    const render::SymbolLook look{
        .type = camera.type, .function = camera.function, .status = camera.status, .direction = camera.direction};
    const auto image = render::symbolImage(look, render::Theme::named(themeWorn()), kSymbol, devicePixelRatioF());
    m_ui->symbol->setPixmap(QPixmap::fromImage(image));
    showPlain(*m_ui->title, toText(camera.code));
    const auto status = toText(labelOfCode("status", camera.status, language()));
    const auto type = toText(labelOfCode("camera_type", camera.type, language()));
    m_ui->statusButton->setText(plainCaption(status) + QStringLiteral(" ▾"));
    QStringList words;
    if (!camera.name.empty()) {
        words.append(toText(camera.name));
    }
    words.append(type);
    showPlain(*m_ui->subtitle, words.join(QStringLiteral(" · ")));
}

void CameraDock::showBelongings(const Camera& camera)
{
    auto& reader = m_workbench.session().reader();
    const auto site = reader.siteWithCode(camera.bodyIstat, camera.siteCode);
    if (site && *site) {
        m_site->show(Record{**site});
        const auto address = addressOf(**site);
        showPlain(*m_ui->subtitle, m_ui->subtitle->text() + QLatin1Char('\n') + address);
    } else {
        m_site->show(std::nullopt, tr("This camera has no site yet. Write its code in the form of the camera."));
    }
    const auto system = reader.systemWithCode(camera.bodyIstat, camera.systemCode);
    if (system && *system) {
        m_system->show(Record{**system});
    } else {
        m_system->show(std::nullopt, tr("This camera has no system yet. Write its code in the form of the camera."));
    }
}

void CameraDock::offerCodes()
{
    QStringList sites;
    QStringList systems;
    auto& reader = m_workbench.session().reader();
    constexpr int kMostOffered = 5000;
    const auto readSites = reader.forEachSite(
        [&](const Site& site) {
            sites.append(toText(site.code));
            return sites.size() < kMostOffered;
        },
        Progress());
    const auto readSystems = reader.forEachSystem(
        [&](const System& system) {
            systems.append(toText(system.code));
            return systems.size() < kMostOffered;
        },
        Progress());
    if (readSites && readSystems) {
        m_camera->form().setCompletions("site_code", sites);
        m_camera->form().setCompletions("system_code", systems);
        m_site->form().setCompletions("system_code", systems);
    }
}

void CameraDock::changeStatus(const QString& code)
{
    m_workbench.perform(statusOf(m_workbench.allChosen(), toUtf8(code), isoToday()));
}

void CameraDock::openStatusMenu()
{
    if (!m_workbench.selection().isEmpty()) {
        m_statusMenu->popup(m_ui->statusButton->mapToGlobal(QPoint(0, m_ui->statusButton->height())));
        m_statusMenu->setActiveAction(m_statusMenu->actions().value(0));
    }
}

void CameraDock::edit()
{
    if (m_workbench.selection().single()) {
        m_ui->tabs->setCurrentIndex(CameraTab);
        m_camera->form().focusFirst();
    }
}

bool CameraDock::applyAll()
{
    bool applied = m_several->apply();
    for (auto* page : {m_camera, m_site, m_system}) {
        applied = page->apply() && applied;
    }
    return applied;
}

void CameraDock::takeDraft(const Draft& draft)
{
    if (draft.kind == RecordKind::Camera) {
        if (const auto id = CameraId::parse(draft.record)) {
            m_workbench.selection().choose(*id);
            m_workbench.goTo(*id);
            m_ui->tabs->setCurrentIndex(CameraTab);
            m_camera->takeDraft(draft);
        }
        return;
    }
    // A site or a system is shown through one of its cameras.
    auto& reader = m_workbench.session().reader();
    const bool isSite = draft.kind == RecordKind::Site;
    auto* page = isSite ? m_site : m_system;
    const auto found = firstCameraOf(reader, draft.kind, draft.record);
    if (found) {
        m_workbench.selection().choose(*found);
        m_workbench.goTo(*found);
        m_ui->tabs->setCurrentIndex(isSite ? SiteTab : SystemTab);
        page->takeDraft(draft);
    }
}

} // namespace observo::app
