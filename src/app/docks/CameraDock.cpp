// SPDX-License-Identifier: GPL-3.0-or-later
#include "docks/CameraDock.h"

#include "Appearance.h"
#include "ErrorText.h"
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
    const auto& inventory = workbench.inventory();
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
    const auto row = id && workbench.isOpen() ? workbench.inventory().find(*id) : std::nullopt;
    return row ? referenceTo(*row).name : identity;
}

/// What is proposed while the code of a site or a system is typed.
struct OfferedCodes {
    QStringList sites;
    QStringList systems;
};

Result<OfferedCodes> offeredCodes(const std::filesystem::path& file, const Progress& progress)
{
    constexpr int kMostOffered = 5000;
    auto reader = census::Reader::open(file);
    if (!reader) {
        return fail(reader.error());
    }
    OfferedCodes codes;
    const auto into = [](QStringList& list) {
        return [&list](const auto& record) {
            list.append(toText(record.code));
            return list.size() < kMostOffered;
        };
    };
    if (const auto read = (*reader)->forEachSite(into(codes.sites), progress); !read) {
        return fail(read.error());
    }
    if (const auto read = (*reader)->forEachSystem(into(codes.systems), progress); !read) {
        return fail(read.error());
    }
    return codes;
}

} // namespace

CameraDock::CameraDock(Workbench& workbench, Commands& commands, DraftKeeper& drafts, QWidget* parent)
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
    connect(&workbench, &Workbench::readable, this, &CameraDock::refresh);
    refresh();
}

CameraDock::~CameraDock() = default;

void CameraDock::buildPages(Commands& commands, DraftKeeper& drafts)
{
    m_summary = new SummaryPage(m_workbench, this);
    m_several = new SeveralPage(m_workbench, commands, *m_statusMenu, this);
    m_ui->pages->addWidget(m_summary);
    m_ui->pages->addWidget(m_several);
    connect(m_summary, &SummaryPage::listWanted, this, &CameraDock::listWanted);
    connect(m_several, &SeveralPage::leaveWanted, this, &CameraDock::leaveWanted);

    connect(&drafts, &DraftKeeper::failed, &m_workbench, &Workbench::announce);
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
    const bool isRead = !selection.single() || !m_workbench.inventory().contains(*selection.single());
    for (auto* page : {m_camera, m_site, m_system}) {
        page->show(std::nullopt, isRead ? QString() : tr("Another program is writing. One moment…"));
    }
    if (!isRead) {
        showUnread(*m_workbench.inventory().find(*selection.single()));
        m_ui->pages->setCurrentWidget(m_ui->cameraPage);
    } else if (selection.isEmpty()) {
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

/// What is known without the file, until it can be read.
void CameraDock::showUnread(const CameraRow& row)
{
    Camera camera;
    camera.id = row.id;
    camera.code = row.code;
    camera.name = row.name;
    camera.type = codeAt("camera_type", row.type);
    camera.status = codeAt("status", row.status);
    camera.function = codeAt("camera_function", row.function);
    showHead(camera);
}

void CameraDock::showHead(const Camera& camera)
{
    const render::SymbolLook look{
        .type = camera.type, .function = camera.function, .status = camera.status, .direction = camera.direction};
    const auto image = render::symbolImage(look, render::Theme::named(themeWorn()), kSymbol, devicePixelRatioF());
    m_ui->symbol->setPixmap(QPixmap::fromImage(image));
    showPlain(*m_ui->title, camera.code.empty() ? tr("New camera") : toText(camera.code));
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
    auto& reader = m_workbench.reader();
    const auto site = reader.siteWithCode(camera.bodyIstat, camera.siteCode);
    if (site && *site) {
        m_site->show(m_workbench.latest(**site));
        const auto address = addressOf(**site);
        showPlain(*m_ui->subtitle, m_ui->subtitle->text() + QLatin1Char('\n') + address);
    } else {
        m_site->show(std::nullopt, site ? tr("This camera has no site yet. Write its code in the form of the camera.")
                                        : unread(site.error()));
    }
    const auto system = reader.systemWithCode(camera.bodyIstat, camera.systemCode);
    if (system && *system) {
        m_system->show(m_workbench.latest(**system));
    } else {
        m_system->show(std::nullopt,
                       system ? tr("This camera has no system yet. Write its code in the form of the camera.")
                              : unread(system.error()));
    }
}

QString CameraDock::unread(const Error& error)
{
    if (error.code != ErrorCode::CensusLocked) {
        return sentenceOf(error);
    }
    m_workbench.rereadSoon();
    return tr("Another program is writing. One moment…");
}

void CameraDock::offerCodes()
{
    m_workbench.jobs().start(
        QString(), [file = m_workbench.file()](const Progress& progress) { return offeredCodes(file, progress); }, this,
        [this](const Result<OfferedCodes>& codes) {
            if (codes) {
                m_camera->form().setCompletions("site_code", codes->sites);
                m_camera->form().setCompletions("system_code", codes->systems);
                m_site->form().setCompletions("system_code", codes->systems);
            }
        });
}

void CameraDock::changeStatus(const QString& code)
{
    m_workbench.perform(ofEach(m_workbench.selection().ids(),
                               [code = toUtf8(code), today = isoToday()](const std::vector<Camera>& cameras) {
                                   return statusOf(cameras, code, today);
                               }));
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

bool CameraDock::isDirty() const
{
    return m_camera->isDirty() || m_site->isDirty() || m_system->isDirty();
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
    // A site or a system is shown through one of its cameras, which may take a while to find.
    m_workbench.jobs().start(
        QString(),
        [file = m_workbench.file(), draft](const Progress&) -> Result<std::optional<CameraId>> {
            auto reader = census::Reader::open(file);
            if (!reader) {
                return fail(reader.error());
            }
            return firstCameraOf(**reader, draft.kind, draft.record);
        },
        this,
        [this, draft](const Result<std::optional<CameraId>>& found) {
            if (!found || !*found) {
                return;
            }
            const bool isSite = draft.kind == RecordKind::Site;
            m_workbench.selection().choose(**found);
            m_workbench.goTo(**found);
            m_ui->tabs->setCurrentIndex(isSite ? SiteTab : SystemTab);
            (isSite ? m_site : m_system)->takeDraft(draft);
        });
}

} // namespace observo::app
