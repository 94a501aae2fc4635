// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Camera.h"
#include "observo/core/ChangeSet.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QIcon>
#include <QString>

#include <array>
#include <optional>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace observo::app {

class Workbench;

/// The cameras of the census as rows: identities in order, whole records read when a row comes into sight.
class CameraTableModel : public QAbstractTableModel {
    Q_OBJECT

public:
    /// A column: the field it shows and sorts by.
    struct Column {
        std::string_view field;
        int width = 100;
    };
    [[nodiscard]] static std::span<const Column> columns();

    explicit CameraTableModel(Workbench& workbench, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// `rows` says where each camera stands in `ids`.
    void setCameras(std::vector<CameraId> ids, std::unordered_map<CameraId, int> rows);
    [[nodiscard]] const std::vector<CameraId>& cameras() const { return m_ids; }
    [[nodiscard]] std::optional<CameraId> cameraAt(int row) const;
    /// -1 when the table does not list it.
    [[nodiscard]] int rowOf(CameraId id) const;

private:
    using Texts = std::array<QString, 8>;
    struct Row {
        Texts texts;
        QIcon symbol;
    };

    void note(const ChangeSet& changes);
    void noteCamera(const Change& change);
    [[nodiscard]] const Row& row(CameraId id) const;
    [[nodiscard]] Row unread(CameraId id) const;
    [[nodiscard]] Row made(const Camera& camera) const;
    [[nodiscard]] QString addressFor(const Camera& camera) const;

    Workbench& m_workbench;
    std::vector<CameraId> m_ids;
    std::unordered_map<CameraId, int> m_rows; ///< as they stood before any was removed
    std::vector<int> m_removed;               ///< rows, ascending, since the list was set
    mutable std::unordered_map<CameraId, Row> m_seen;
    mutable Row m_unread;
    mutable QHash<QString, QString> m_addresses;
    mutable QHash<QString, QIcon> m_symbols;
};

} // namespace observo::app
