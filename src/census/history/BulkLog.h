// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/Chain.h"
#include "history/Sealing.h"
#include "rows/RecordSql.h"

#include <array>
#include <cstdint>
#include <memory>
#include <string>

namespace observo::census {

class Connection;

/// The change log of a large set, written by the program itself while the triggers are set aside: one sealed entry a
/// record as it goes, and no image of what was only added, because the record itself is there. Works inside the
/// caller's transaction; `finish` puts the triggers back.
class BulkLog {
public:
    /// All earlier entries must be sealed.
    [[nodiscard]] static Result<std::unique_ptr<BulkLog>> begin(Connection& connection, Rows& rows,
                                                                const SetInfo& info);

    /// The row is written already; `now` and `was` are all columns of the record.
    [[nodiscard]] Done added(RecordKind kind, const Uuid& uuid, const ColumnValues& now);
    [[nodiscard]] Done changed(RecordKind kind, const Uuid& uuid, const ColumnValues& was, const ColumnValues& now);
    [[nodiscard]] Done removed(RecordKind kind, const Uuid& uuid, const ColumnValues& was);

    /// Writes the set and sets the triggers again. Returns the set's number, 0 when it has no entries.
    [[nodiscard]] Result<std::int64_t> finish();

private:
    BulkLog(Connection& connection, Rows& rows, SetInfo info);
    struct Entry {
        std::string_view action;
        RecordKind kind = RecordKind::Camera;
        const Uuid& uuid;
        std::optional<std::string> before{};
        std::optional<std::string> after{};
        std::optional<Hash> row{};
    };
    [[nodiscard]] Done prepare();
    [[nodiscard]] Done write(const Entry& entry);
    [[nodiscard]] Done writePayload(const Entry& entry, std::span<const std::uint8_t> salt);
    [[nodiscard]] Done writeStone(const Entry& entry, const ColumnValues& was);
    [[nodiscard]] Result<std::optional<Hash>> hashOf(RecordKind kind, const Uuid& uuid, const ColumnValues& now);

    Connection* m_connection;
    Rows* m_rows;
    SetInfo m_info;
    std::int64_t m_setId = 0;
    std::int64_t m_first = 0;
    ChainHead m_head;
    std::array<std::unique_ptr<RowHasher>, 4> m_hashers;
    Statement m_entry;
    Statement m_payload;
    Statement m_seal;
    Statement m_unseal;
};

} // namespace observo::census
