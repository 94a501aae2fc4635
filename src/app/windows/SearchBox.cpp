// SPDX-License-Identifier: GPL-3.0-or-later
#include "windows/SearchBox.h"

#include "Icons.h"
#include "desk/Workbench.h"

#include <QFrame>
#include <QKeyEvent>
#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace observo::app {

namespace {

constexpr int kMostRows = 10;
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
    connect(&workbench, &Workbench::changed, this, [this](const ChangeSet& changes) {
        if (std::ranges::any_of(changes.changes,
                                [](const auto& change) { return change.kind() == RecordKind::Site; })) {
            readSites();
        }
    });
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
                m_ground.sites = std::move(*entries);
            }
        });
}

void SearchBox::search()
{
    m_ground.cameras = m_workbench.isOpen() ? m_workbench.inventory() : Inventory();
    m_ground.epsg = m_workbench.shownSystem();
    m_results = searchAll(text(), m_ground);
    m_ground.cameras = Inventory();
    showResults();
}

void SearchBox::showResults()
{
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
        take(m_list->currentRow());
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
    m_popup->hide();
    QLineEdit::focusOutEvent(event);
}

} // namespace observo::app
