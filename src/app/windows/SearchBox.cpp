// SPDX-License-Identifier: GPL-3.0-or-later
#include "windows/SearchBox.h"

#include "Icons.h"
#include "desk/Workbench.h"
#include "models/CameraListing.h"

#include <QFrame>
#include <QKeyEvent>
#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace observo::app {

namespace {

constexpr int kMostRows = 10;
constexpr std::size_t kMostNoted = 200;
constexpr int kFrame = 8; ///< pixels around the list

QString iconOf(SearchResult::Kind kind)
{
    switch (kind) {
    case SearchResult::Kind::Place:
        return QStringLiteral("target");
    case SearchResult::Kind::Site:
        return QStringLiteral("site");
    case SearchResult::Kind::Command:
        return QStringLiteral("command");
    case SearchResult::Kind::Camera:
        break;
    }
    return QStringLiteral("camera");
}

} // namespace

SearchBox::SearchBox(Workbench& workbench, QWidget* window)
    : QLineEdit(window), m_workbench(workbench), m_popup(new QFrame(window)), m_list(new QListWidget(m_popup))
{
    setObjectName(QStringLiteral("searchBox"));
    setPlaceholderText(tr("Search a camera, a street, coordinates, a command…   Ctrl+K"));
    setAccessibleName(tr("Search"));
    setClearButtonEnabled(true);
    addAction(icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_popup->setObjectName(QStringLiteral("SearchPopup"));
    m_popup->hide();
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setUniformItemSizes(true);
    m_list->setAccessibleName(tr("Search results"));
    auto* column = new QVBoxLayout(m_popup);
    column->setContentsMargins(4, 4, 4, 4);
    column->addWidget(m_list);
    connect(this, &QLineEdit::textEdited, this, &SearchBox::search);
    connect(m_list, &QListWidget::itemClicked, this, [this](QListWidgetItem* item) { take(m_list->row(item)); });
    connect(&workbench, &Workbench::opened, this, &SearchBox::readSites);
    connect(&workbench, &Workbench::changed, this, &SearchBox::note);
}

void SearchBox::begin()
{
    setFocus(Qt::ShortcutFocusReason);
    selectAll();
    search();
}

void SearchBox::readSites()
{
    m_workbench.jobs().cancel(m_job);
    m_job = m_workbench.jobs().start(
        QString(), [file = m_workbench.file()](const Progress& progress) { return readSiteEntries(file, progress); },
        this,
        [this](Result<std::vector<SiteEntry>> entries) {
            if (entries) {
                m_ground.sites = std::make_shared<const std::vector<SiteEntry>>(std::move(*entries));
                m_ground.changed.clear();
            }
        });
}

/// A few sites are noted beside those that were read; after many, all are read again.
void SearchBox::note(const ChangeSet& changes)
{
    for (const auto& change : changes.changes) {
        if (const auto* site = std::get_if<Site>(&change.record())) {
            std::erase_if(m_ground.changed, [&](const auto& entry) { return entry.code == site->code; });
            m_ground.changed.push_back({change.isRemoved() ? QString() : addressOf(*site), site->code});
        }
    }
    if (changes.isEmpty() || m_ground.changed.size() > kMostNoted) {
        readSites();
    }
}

void SearchBox::search()
{
    auto ground = m_ground;
    ground.cameras = m_workbench.isOpen() ? m_workbench.inventory() : Inventory();
    ground.epsg = m_workbench.shownSystem();
    m_workbench.jobs().cancel(m_searching);
    m_searching = m_workbench.jobs().start(
        QString(),
        [text = text(), ground = std::move(ground)](const Progress& progress) {
            return progress.cancelled() ? std::vector<SearchResult>() : searchAll(text, ground);
        },
        this,
        [this, text = text()](std::vector<SearchResult> results) {
            if (m_searching != 0 && text == this->text()) {
                m_searching = 0;
                m_results = std::move(results);
                showResults();
            }
        });
}

void SearchBox::showResults()
{
    if (std::exchange(m_takesFirst, false) && !m_results.empty()) {
        take(0);
        return;
    }
    m_list->clear();
    for (const auto& result : m_results) {
        const auto text = result.hint.isEmpty() ? result.text : result.text + QStringLiteral("   ·   ") + result.hint;
        m_list->addItem(new QListWidgetItem(icon(iconOf(result.kind)), text));
    }
    if (m_results.empty()) {
        auto* nothing = new QListWidgetItem(tr("Nothing found."), m_list);
        nothing->setFlags(Qt::NoItemFlags);
    }
    m_list->setCurrentRow(m_results.empty() ? -1 : 0);
    const int rows = std::min(kMostRows, std::max(1, m_list->count()));
    const auto corner = mapTo(window(), QPoint(0, height() + 2));
    m_popup->setParent(window());
    m_popup->setGeometry(corner.x(), corner.y(), width(), rows * m_list->sizeHintForRow(0) + 2 * kFrame);
    m_popup->show();
    m_popup->raise();
}

void SearchBox::take(int row)
{
    if (row < 0 || row >= static_cast<int>(m_results.size())) {
        return;
    }
    const auto result = m_results[static_cast<std::size_t>(row)];
    m_popup->hide();
    clear();
    m_results.clear();
    emit leaveWanted();
    switch (result.kind) {
    case SearchResult::Kind::Camera:
        emit cameraWanted(result.camera);
        break;
    case SearchResult::Kind::Place:
        emit placeWanted(result.place);
        break;
    case SearchResult::Kind::Site:
        emit siteWanted(result.siteCode);
        break;
    case SearchResult::Kind::Command:
        emit commandWanted(result.command);
        break;
    }
}

void SearchBox::keyPressEvent(QKeyEvent* event)
{
    const int last = static_cast<int>(m_results.size()) - 1;
    switch (event->key()) {
    case Qt::Key_Down:
        m_list->setCurrentRow(std::min(last, m_list->currentRow() + 1));
        return;
    case Qt::Key_Up:
        m_list->setCurrentRow(std::max(0, m_list->currentRow() - 1));
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        // What was typed last may still be searched for.
        m_takesFirst = m_searching != 0;
        if (!m_takesFirst) {
            take(m_list->currentRow());
        }
        return;
    case Qt::Key_Escape:
        m_popup->hide();
        clear();
        emit leaveWanted();
        return;
    default:
        QLineEdit::keyPressEvent(event);
    }
}

void SearchBox::focusInEvent(QFocusEvent* event)
{
    QLineEdit::focusInEvent(event);
    if (event->reason() == Qt::MouseFocusReason) {
        search();
    }
}

void SearchBox::focusOutEvent(QFocusEvent* event)
{
    m_searching = 0; // whoever has left wants no results
    m_takesFirst = false;
    m_popup->hide();
    QLineEdit::focusOutEvent(event);
}

} // namespace observo::app
