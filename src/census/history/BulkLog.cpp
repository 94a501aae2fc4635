// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/BulkLog.h"

#include "rows/Image.h"
#include "schema/Schema.h"
#include "sqlite/Connection.h"

#include <sodium.h>

#include <utility>

namespace observo::census {
namespace {

/// The columns in which two full rows differ, from the first of them.
ColumnValues differing(const ColumnValues& from, const ColumnValues& other)
{
    ColumnValues values;
    for (std::size_t column = 0; column < from.size(); ++column) {
        if (from[column].value != other[column].value) {
            values.push_back(from[column]);
        }
    }
    return values;
}

ColumnValues known(const ColumnValues& row)
{
    ColumnValues values;
    for (const auto& value : row) {
        if (!std::holds_alternative<std::monostate>(value.value)) {
            values.push_back(value);
        }
    }
    return values;
}

/// Columns of dates and yes/no turn text that reads as a number into one, and -0.0 loses its sign.
bool isStoredAsGiven(const RecordTable& table, const ColumnValues& values)
{
    for (const auto& value : values) {
        const auto* real = std::get_if<double>(&value.value);
        if (real != nullptr && *real == 0.0) {
            return false;
        }
        const auto* text = std::get_if<std::string>(&value.value);
        const auto* field = table.fieldOf(value.column);
        const bool mayTurn = text != nullptr && field != nullptr &&
                             (field->type == FieldType::Date || field->type == FieldType::Timestamp);
        // A well-formed day has its first hyphen behind the year; no number does.
        if (mayTurn && (text->size() < 8 || text->at(4) != '-')) {
            return false;
        }
    }
    return true;
}

} // namespace

BulkLog::BulkLog(Connection& connection, Rows& rows, SetInfo info)
    : m_connection(&connection), m_rows(&rows), m_info(std::move(info))
{
    for (const auto kind : kRecordKinds) {
        m_hashers.at(static_cast<std::size_t>(kind)) = std::make_unique<RowHasher>(schemaTable(kind));
    }
}

/// The hash is that of the row as it is stored, which only has to be read where the file turns values into others.
Result<std::optional<Hash>> BulkLog::hashOf(RecordKind kind, const Uuid& uuid, const ColumnValues& now)
{
    if (!isStoredAsGiven(schemaTable(kind), now)) {
        return m_rows->hashOf(kind, uuid);
    }
    return m_hashers.at(static_cast<std::size_t>(kind))->hashOf(now);
}

Result<std::unique_ptr<BulkLog>> BulkLog::begin(Connection& connection, Rows& rows, const SetInfo& info)
{
    const auto head = chainHead(connection);
    const auto set =
        connection.number("SELECT coalesce(max(seq), 0) + 1 FROM sqlite_sequence WHERE name = 'change_set'");
    if (!head || !set) {
        return fail(!head ? head.error() : set.error());
    }
    if (auto dropped = dropLogTriggers(connection); !dropped) {
        return fail(dropped.error());
    }
    std::unique_ptr<BulkLog> log(new BulkLog(connection, rows, info));
    log->m_head = *head;
    log->m_first = head->sequence + 1;
    log->m_setId = *set;
    if (auto prepared = log->prepare(); !prepared) {
        return fail(prepared.error());
    }
    return log;
}

Done BulkLog::prepare()
{
    auto entry = m_connection->prepare("INSERT INTO change_log (seq, set_id, at, action, kind, record, payload_hash, "
                                       "row_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
    auto payload = m_connection->prepare("INSERT INTO log_payload (seq, salt, before, after) VALUES (?, ?, ?, ?)");
    auto seal = m_connection->prepare("INSERT OR REPLACE INTO row_seal (uuid, kind, hash) VALUES (?, ?, ?)");
    auto unseal = m_connection->prepare("DELETE FROM row_seal WHERE uuid = ?");
    for (const auto* statement : {&entry, &payload, &seal, &unseal}) {
        if (!*statement) {
            return fail(statement->error());
        }
    }
    m_entry = std::move(*entry);
    m_payload = std::move(*payload);
    m_seal = std::move(*seal);
    m_unseal = std::move(*unseal);
    return done();
}

Done BulkLog::writePayload(const Entry& entry, std::span<const std::uint8_t> salt)
{
    m_payload.clearBindings();
    m_payload.bind(1, m_head.sequence).bind(2, salt);
    if (entry.before) {
        m_payload.bind(3, std::string_view(*entry.before));
    }
    if (entry.after) {
        m_payload.bind(4, std::string_view(*entry.after));
    }
    return m_payload.run();
}

Done BulkLog::write(const Entry& entry)
{
    ++m_head.sequence;
    const auto uuid = entry.uuid.text();
    SealedEntry sealed{.sequence = m_head.sequence,
                       .setId = m_setId,
                       .at = m_info.at,
                       .actor = m_info.actor,
                       .host = m_info.host,
                       .program = m_info.program,
                       .action = entry.action,
                       .kind = nameOf(entry.kind),
                       .record = uuid,
                       .label = m_info.label,
                       .reason = m_info.reason,
                       .recipient = m_info.recipient,
                       .setAt = m_info.at,
                       .undoes = m_info.undoes,
                       .redoes = m_info.redoes,
                       .row = entry.row};
    if (entry.before || entry.after) {
        std::array<std::uint8_t, 16> salt{};
        randombytes_buf(salt.data(), salt.size());
        sealed.payload = payloadHash(salt, entry.before, entry.after);
        if (auto written = writePayload(entry, salt); !written) {
            return written;
        }
    }
    m_head.hash = linkOf(m_head.hash, sealed);
    m_entry.clearBindings();
    m_entry.bind(1, m_head.sequence).bind(2, m_setId).bind(3, m_info.at).bind(4, entry.action);
    m_entry.bind(5, nameOf(entry.kind)).bind(6, std::string_view(uuid));
    if (sealed.payload) {
        m_entry.bind(7, std::span<const std::uint8_t>(*sealed.payload));
    }
    if (sealed.row) {
        m_entry.bind(8, std::span<const std::uint8_t>(*sealed.row));
    }
    if (auto written = m_entry.bind(9, std::span<const std::uint8_t>(m_head.hash)).run(); !written) {
        return written;
    }
    if (!entry.row) {
        return m_unseal.bind(1, std::string_view(uuid)).run();
    }
    return m_seal.bind(1, std::string_view(uuid))
        .bind(2, nameOf(entry.kind))
        .bind(3, std::span<const std::uint8_t>(*entry.row))
        .run();
}

Done BulkLog::added(RecordKind kind, const Uuid& uuid, const ColumnValues& now)
{
    const auto hash = hashOf(kind, uuid, now);
    return hash ? write({.action = "add", .kind = kind, .uuid = uuid, .row = *hash}) : Done(fail(hash.error()));
}

Done BulkLog::changed(RecordKind kind, const Uuid& uuid, const ColumnValues& was, const ColumnValues& now)
{
    const auto& table = schemaTable(kind);
    const auto hash = m_rows->hashOf(kind, uuid);
    if (!hash) {
        return fail(hash.error());
    }
    return write({.action = "change",
                  .kind = kind,
                  .uuid = uuid,
                  .before = imageOf(table, differing(was, now)),
                  .after = imageOf(table, differing(now, was)),
                  .row = *hash});
}

Done BulkLog::removed(RecordKind kind, const Uuid& uuid, const ColumnValues& was)
{
    const Entry entry{.action = "remove", .kind = kind, .uuid = uuid, .before = imageOf(schemaTable(kind), known(was))};
    auto written = write(entry);
    return written ? writeStone(entry, was) : written;
}

/// What the trigger does for a single removal.
Done BulkLog::writeStone(const Entry& entry, const ColumnValues& was)
{
    const auto& table = schemaTable(entry.kind);
    auto stone = m_connection->prepare("INSERT OR REPLACE INTO tombstone (uuid, kind, body_istat, code, removed_at, "
                                       "removed_by, last_state) VALUES (?, ?, ?, ?, ?, ?, ?)");
    if (!stone) {
        return fail(stone.error());
    }
    stone->bind(1, entry.uuid.text()).bind(2, table.name());
    stone->bindValue(3, was.at(table.columnNamed("body_istat").value()).value);
    stone->bindValue(4, was.at(table.columnNamed(table.codeColumn()).value()).value);
    return stone->bind(5, m_info.at).bind(6, m_info.actor).bind(7, entry.before.value()).run();
}

Result<std::int64_t> BulkLog::finish()
{
    if (auto made = createLogTriggers(*m_connection); !made) {
        return fail(made.error());
    }
    const std::int64_t edits = m_head.sequence - m_first + 1;
    if (edits == 0) {
        return 0;
    }
    if (auto written = insertSet(*m_connection, m_info,
                                 {.id = m_setId, .edits = edits, .first = m_first, .last = m_head.sequence});
        !written) {
        return fail(written.error());
    }
    return m_setId;
}

} // namespace observo::census
