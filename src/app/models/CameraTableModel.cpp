// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/CameraTableModel.h"

#include "FieldText.h"
#include "Icons.h"
#include "PlainText.h"
#include "Speech.h"
#include "Text.h"
#include "desk/Workbench.h"
#include "models/CameraListing.h"

#include <algorithm>
#include <utility>

namespace observo::app {

namespace {

/// Rows kept as text; beyond that the oldest sight is not worth its memory.
constexpr std::size_t kMostSeen = 5000;

constexpr CameraTableModel::Column kColumns[] = {
    {"code", 120},      {"name", 200},         {"camera_type", 130},      {"status", 120}, {"camera_function", 130},
    {"site_code", 230}, {"direction_deg", 90}, {"last_verified_on", 110},
};

} // namespace

std::span<const CameraTableModel::Column> CameraTableModel::columns()
{
    return kColumns;
}

CameraTableModel::CameraTableModel(Workbench& workbench, QObject* parent)
    : QAbstractTableModel(parent), m_workbench(workbench)
{
    connect(&workbench, &Workbench::changed, this, &CameraTableModel::note);
    connect(&workbench, &Workbench::readable, this, [this] {
        if (!m_ids.empty()) {
            m_seen.clear();
            emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        }
    });
    connect(&workbench, &Workbench::closed, this, [this] { setCameras({}, {}); });
}

int CameraTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_ids.size());
}

int CameraTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(std::size(kColumns));
}

QVariant CameraTableModel::data(const QModelIndex& index, int role) const
{
    const auto id = cameraAt(index.row());
    if (!id || !m_workbench.isOpen()) {
        return {};
    }
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole) {
        return row(*id).texts[static_cast<std::size_t>(index.column())];
    }
    if (role == Qt::ToolTipRole) {
        return plainTip(row(*id).texts[static_cast<std::size_t>(index.column())]);
    }
    if (role == Qt::DecorationRole && index.column() == 0) {
        return row(*id).symbol;
    }
    return {};
}

QVariant CameraTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section >= columnCount()) {
        return {};
    }
    // Short heads where the dictionary's label is made for a form.
    switch (section) {
    case 0:
        return tr("Code");
    case 3:
        return tr("Status");
    case 5:
        return tr("Site");
    case 6:
        return tr("Direction");
    case 7:
        return tr("Verified");
    default:
        break;
    }
    return wordsOf(findField(RecordKind::Camera, kColumns[section].field)->label);
}

void CameraTableModel::setCameras(std::vector<CameraId> ids, std::unordered_map<CameraId, int> rows)
{
    beginResetModel();
    m_ids = std::move(ids);
    m_rows = std::move(rows);
    m_removed.clear();
    m_seen.clear();
    m_addresses.clear();
    endResetModel();
}

std::optional<CameraId> CameraTableModel::cameraAt(int row) const
{
    return row >= 0 && row < rowCount() ? std::optional(m_ids[static_cast<std::size_t>(row)]) : std::nullopt;
}

int CameraTableModel::rowOf(CameraId id) const
{
    const auto found = m_rows.find(id);
    if (found == m_rows.end()) {
        return -1;
    }
    const auto gone = std::ranges::lower_bound(m_removed, found->second) - m_removed.begin();
    return found->second - static_cast<int>(gone);
}

void CameraTableModel::note(const ChangeSet& changes)
{
    for (const auto& change : changes.changes) {
        if (change.kind() == RecordKind::Camera) {
            noteCamera(change);
        } else {
            // A site's address stands in the rows of all its cameras.
            m_addresses.clear();
            m_seen.clear();
            emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        }
    }
}

void CameraTableModel::noteCamera(const Change& change)
{
    const auto id = std::get<Camera>(change.record()).id;
    m_seen.erase(id);
    const int at = rowOf(id);
    if (change.isAdded() && at < 0) {
        beginInsertRows({}, rowCount(), rowCount());
        m_rows.emplace(id, rowCount() + static_cast<int>(m_removed.size()));
        m_ids.push_back(id);
        endInsertRows();
    } else if (change.isRemoved() && at >= 0) {
        beginRemoveRows({}, at, at);
        m_ids.erase(m_ids.begin() + at);
        const auto stood = m_rows.extract(id).mapped();
        m_removed.insert(std::ranges::lower_bound(m_removed, stood), stood);
        endRemoveRows();
    } else if (at >= 0) {
        emit dataChanged(index(at, 0), index(at, columnCount() - 1));
    }
}

const CameraTableModel::Row& CameraTableModel::row(CameraId id) const
{
    if (const auto seen = m_seen.find(id); seen != m_seen.end()) {
        return seen->second;
    }
    if (m_seen.size() > kMostSeen) {
        m_seen.clear();
    }
    const auto camera = m_workbench.camera(id);
    if (!camera && camera.error().code == ErrorCode::CensusLocked) {
        m_unread = unread(id);
        return m_unread;
    }
    return m_seen.emplace(id, camera ? made(*camera) : Row{}).first->second;
}

/// What is known without the file, until it can be read.
CameraTableModel::Row CameraTableModel::unread(CameraId id) const
{
    Row row;
    if (const auto known = m_workbench.inventory().find(id)) {
        row.texts[0] = toText(known->code);
        row.texts[1] = toText(known->name);
        row.texts[2] = toText(labelOfCode("camera_type", codeAt("camera_type", known->type), language()));
        row.texts[3] = toText(labelOfCode("status", codeAt("status", known->status), language()));
    }
    return row;
}

CameraTableModel::Row CameraTableModel::made(const Camera& camera) const
{
    Row row;
    for (std::size_t i = 0; i < std::size(kColumns); ++i) {
        const auto* field = findField(RecordKind::Camera, kColumns[i].field);
        row.texts[i] = field->name == "site_code" ? addressFor(camera) : readableText(*field, valueOf(camera, *field));
    }
    const auto key = toText(camera.type + '/' + camera.function + '/' + camera.status);
    auto symbol = m_symbols.find(key);
    if (symbol == m_symbols.end()) {
        symbol = m_symbols.insert(key, cameraIcon(camera.type, camera.function, camera.status));
    }
    row.symbol = *symbol;
    return row;
}

QString CameraTableModel::addressFor(const Camera& camera) const
{
    const auto key = toText(camera.bodyIstat + '/' + camera.siteCode);
    if (const auto known = m_addresses.constFind(key); known != m_addresses.cend()) {
        return *known;
    }
    const auto site = m_workbench.reader().siteWithCode(camera.bodyIstat, camera.siteCode);
    const auto text = site && *site ? addressOf(**site) : toText(camera.siteCode);
    if (!site) {
        return text;
    }
    m_addresses.insert(key, text);
    return text;
}

} // namespace observo::app
