// SPDX-License-Identifier: GPL-3.0-or-later
#include "docks/TableDock.h"

#include "ErrorText.h"
#include "Icons.h"
#include "Numbers.h"
#include "PlainText.h"
#include "Text.h"
#include "desk/Workbench.h"
#include "models/CameraTableModel.h"
#include "ui_TableDock.h"

#include <QHeaderView>
#include <QItemSelection>
#include <QItemSelectionModel>
#include <QStringList>

#include <algorithm>
#include <chrono>
#include <utility>

namespace observo::app {

namespace {

constexpr std::chrono::milliseconds kTypingRest{250};
constexpr std::chrono::milliseconds kEditsRest{400};

} // namespace

TableDock::TableDock(Workbench& workbench, QWidget* parent)
    : QFrame(parent), m_ui(std::make_unique<Ui::TableDock>()), m_workbench(workbench),
      m_model(new CameraTableModel(workbench, this))
{
    m_ui->setupUi(this);
    m_ui->table->setModel(m_model);
    m_ui->foldButton->setIcon(icon(QStringLiteral("fold-down")));
    m_ui->onlyButton->setIcon(icon(QStringLiteral("close")));
    m_ui->onlyButton->hide();
    m_ui->problem->hide();
    auto* header = m_ui->table->horizontalHeader();
    header->setSectionsClickable(true);
    header->setSortIndicatorShown(true);
    header->setSortIndicator(-1, Qt::AscendingOrder);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    for (int column = 0; column < m_model->columnCount(); ++column) {
        m_ui->table->setColumnWidth(column, CameraTableModel::columns()[static_cast<std::size_t>(column)].width);
    }
    m_typing.setSingleShot(true);
    m_typing.setInterval(kTypingRest);
    m_relisting.setSingleShot(true);
    m_relisting.setInterval(kEditsRest);
    connectParts();
    showCount();
}

TableDock::~TableDock() = default;

void TableDock::connectParts()
{
    connect(m_ui->filter, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    connect(m_ui->filter, &QLineEdit::returnPressed, this, [this] {
        readFilter();
        m_ui->table->setFocus();
    });
    connect(&m_typing, &QTimer::timeout, this, &TableDock::readFilter);
    connect(&m_relisting, &QTimer::timeout, this, &TableDock::relist);
    connect(m_ui->onlyButton, &QToolButton::clicked, this, &TableDock::clearOnly);
    connect(m_ui->foldButton, &QToolButton::clicked, this, &TableDock::foldWanted);
    connect(m_ui->table->horizontalHeader(), &QHeaderView::sectionClicked, this, &TableDock::sortBy);
    connect(m_ui->table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &TableDock::selectionFromTable);
    connect(m_ui->table, &QTableView::doubleClicked, this, [this](const QModelIndex& at) {
        if (const auto id = m_model->cameraAt(at.row())) {
            m_workbench.goTo(*id);
        }
    });
    connect(&m_workbench.selection(), &Selection::changed, this, &TableDock::selectionToTable);
    connect(&m_workbench, &Workbench::opened, this, &TableDock::relist);
    connect(&m_workbench, &Workbench::closed, this, [this] {
        m_ui->filter->clear();
        clearOnly();
    });
    connect(&m_workbench, &Workbench::changed, this, [this] {
        // Order and filter may be others now; the rows themselves are right already.
        m_relisting.start();
        showCount();
    });
}

QWidget* TableDock::view() const
{
    return m_ui->table;
}

void TableDock::focusFilter()
{
    m_ui->filter->setFocus(Qt::ShortcutFocusReason);
    m_ui->filter->selectAll();
}

Filter TableDock::expression() const
{
    return m_only ? Filter() : m_filter.expression;
}

QString TableDock::listTitle() const
{
    QStringList parts;
    for (const auto& part : {m_only ? m_onlyTitle : QString(), m_ui->filter->text().trimmed()}) {
        if (!part.isEmpty()) {
            parts.append(part);
        }
    }
    return parts.join(QStringLiteral(", "));
}

void TableDock::readFilter()
{
    m_typing.stop();
    auto read = readTableFilter(m_ui->filter->text());
    m_ui->problem->setVisible(!read);
    if (!read) {
        showPlain(*m_ui->problem, sentenceOf(read.error()));
        showTip(*m_ui->problem, detailOf(read.error()));
        return;
    }
    m_filter = std::move(*read);
    relist();
}

void TableDock::relist()
{
    m_relisting.stop();
    if (!m_workbench.isOpen()) {
        return;
    }
    ListingRequest request{.file = m_workbench.file(),
                           .inventory = m_workbench.inventory(),
                           .filter = m_filter,
                           .only = m_only,
                           .descending = m_descending};
    if (m_sortColumn >= 0) {
        request.orderBy = CameraTableModel::columns()[static_cast<std::size_t>(m_sortColumn)].field;
    }
    m_workbench.jobs().cancel(m_job);
    m_job = m_workbench.jobs().start(
        QString(), [request = std::move(request)](const Progress& progress) { return listCameras(request, progress); },
        this,
        [this](Result<Listing> listing) {
            if (listing) {
                takeListing(std::move(*listing));
            } else if (listing.error().code != ErrorCode::Cancelled) {
                m_workbench.announce(listing.error());
            }
        });
}

void TableDock::takeListing(Listing listing)
{
    if (!m_workbench.isOpen()) {
        return;
    }
    m_workbench.setShown(std::move(listing.shown));
    if (listing.ids != m_model->cameras()) {
        m_syncing = true;
        m_model->setCameras(std::move(listing.ids), std::move(listing.rows));
        m_syncing = false;
        selectionToTable();
    }
    showCount();
}

void TableDock::showCount()
{
    const auto all = m_workbench.isOpen() ? static_cast<qint64>(m_workbench.inventory().size()) : 0;
    const auto listed = std::min<qint64>(m_model->rowCount(), all);
    showPlain(*m_ui->count, listed == all ? tr("Cameras %1").arg(countText(all))
                                          : tr("Cameras %1 (of %2)").arg(countText(listed), countText(all)));
}

void TableDock::showOnly(CameraSet cameras, const QString& title)
{
    m_only = std::move(cameras);
    m_onlyTitle = title;
    m_ui->onlyButton->setText(plainCaption(title));
    m_ui->onlyButton->show();
    relist();
}

void TableDock::clearOnly()
{
    m_only.reset();
    m_ui->onlyButton->hide();
    relist();
}

void TableDock::sortBy(int column)
{
    if (column != m_sortColumn) {
        m_sortColumn = column;
        m_descending = false;
    } else if (!m_descending) {
        m_descending = true;
    } else {
        m_sortColumn = -1;
        m_descending = false;
    }
    m_ui->table->horizontalHeader()->setSortIndicator(m_sortColumn,
                                                      m_descending ? Qt::DescendingOrder : Qt::AscendingOrder);
    relist();
}

void TableDock::selectionFromTable()
{
    if (m_syncing) {
        return;
    }
    std::set<CameraId> ids;
    const auto rows = m_ui->table->selectionModel()->selectedRows();
    for (const auto& row : rows) {
        if (const auto id = m_model->cameraAt(row.row())) {
            ids.insert(*id);
        }
    }
    m_syncing = true;
    m_workbench.selection().set(std::move(ids));
    m_syncing = false;
}

void TableDock::selectionToTable()
{
    if (m_syncing) {
        return;
    }
    QItemSelection rows;
    int first = -1;
    for (const auto& id : m_workbench.selection().ids()) {
        const int row = m_model->rowOf(id);
        if (row >= 0) {
            rows.select(m_model->index(row, 0), m_model->index(row, m_model->columnCount() - 1));
            first = first < 0 ? row : std::min(first, row);
        }
    }
    m_syncing = true;
    m_ui->table->selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    if (first >= 0) {
        m_ui->table->selectionModel()->setCurrentIndex(m_model->index(first, 0), QItemSelectionModel::NoUpdate);
        m_ui->table->scrollTo(m_model->index(first, 0));
    }
    m_syncing = false;
}

} // namespace observo::app
