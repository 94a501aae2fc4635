// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/Sealing.h"

#include "sqlite/Connection.h"

#include <sodium.h>

#include <optional>
#include <utility>

namespace observo::census {
namespace {

std::optional<RecordKind> kindNamed(std::string_view name)
{
    for (const auto kind : kRecordKinds) {
        if (nameOf(kind) == name) {
            return kind;
        }
    }
    return std::nullopt;
}

std::optional<std::string_view> optionalText(const Statement& row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional(row.text(column));
}

} // namespace

Result<ChainHead> chainHead(Connection& connection)
{
    auto row = connection.prepare("SELECT seq, hash FROM change_log WHERE hash IS NOT NULL ORDER BY seq DESC LIMIT 1");
    if (!row) {
        return fail(row.error());
    }
    const auto found = row->step();
    if (!found) {
        return fail(found.error());
    }
    ChainHead head;
    if (*found) {
        head = {row->integer(0), hashIn(*row, 1).value_or(Hash{})};
    }
    return head;
}

Result<std::int64_t> insertSet(Connection& connection, const SetInfo& info, const SetSpan& span)
{
    auto set =
        connection.prepare("INSERT INTO change_set (id, at, actor, host, program, label, reason, recipient, edits, "
                           "first_seq, last_seq, undoes, redoes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    if (!set) {
        return fail(set.error());
    }
    const auto bindNumber = [&](int index, std::int64_t number) {
        if (number != 0) {
            set->bind(index, number);
        }
    };
    bindNumber(1, span.id);
    set->bind(2, info.at).bind(3, info.actor).bindOptional(4, info.host).bind(5, info.program).bind(6, info.label);
    set->bindOptional(7, info.reason).bindOptional(8, info.recipient);
    set->bind(9, info.canBeUndone ? span.edits : 0).bind(10, span.first).bind(11, span.last);
    bindNumber(12, info.undoes);
    bindNumber(13, info.redoes);
    if (auto inserted = set->run(); !inserted) {
        return fail(inserted.error());
    }
    return sqlite3_last_insert_rowid(connection.handle());
}

Sealer::Sealer(Connection& connection, Rows& rows) : m_connection(&connection), m_rows(&rows) {}

Done Sealer::prepare()
{
    if (m_entries.isReady()) {
        return done();
    }
    // `later` tells whether the record is touched again in what is being sealed: its row hash belongs to the last
    // entry.
    auto entries = m_connection->prepare(
        "SELECT l.seq, l.at, l.action, l.kind, l.record, p.salt, p.before, p.after, "
        "l.record IS NOT NULL AND EXISTS (SELECT 1 FROM change_log AS n WHERE n.record = l.record AND n.seq > l.seq) "
        "FROM change_log AS l LEFT JOIN log_payload AS p ON p.seq = l.seq WHERE l.seq > ? ORDER BY l.seq");
    auto link = m_connection->prepare(
        "UPDATE change_log SET set_id = ?, payload_hash = ?, row_hash = ?, hash = ? WHERE seq = ?");
    auto rowSeal = m_connection->prepare("INSERT OR REPLACE INTO row_seal (uuid, kind, hash) VALUES (?, ?, ?)");
    for (const auto* statement : {&entries, &link, &rowSeal}) {
        if (!*statement) {
            return fail(statement->error());
        }
    }
    m_entries = std::move(*entries);
    m_link = std::move(*link);
    m_rowSeal = std::move(*rowSeal);
    return done();
}

Result<Sealer::Pending> Sealer::pendingAfter(std::int64_t sequence)
{
    auto row =
        m_connection->prepare("SELECT count(record), count(*), coalesce(max(seq), 0) FROM change_log WHERE seq > ?");
    if (!row) {
        return fail(row.error());
    }
    const auto found = row->bind(1, sequence).step();
    if (!found) {
        return fail(found.error());
    }
    return Pending{row->integer(0), row->integer(1), row->integer(2)};
}

Result<std::optional<Hash>> Sealer::sealRow(std::string_view kindName, std::string_view record)
{
    const auto kind = kindNamed(kindName);
    const auto uuid = Uuid::parse(record);
    if (!kind || !uuid) {
        return std::nullopt;
    }
    const auto hash = m_rows->hashOf(*kind, *uuid);
    if (!hash || !*hash) {
        return hash;
    }
    auto sealed = m_rowSeal.bind(1, record).bind(2, kindName).bind(3, std::span<const std::uint8_t>(**hash)).run();
    if (!sealed) {
        return fail(sealed.error());
    }
    return hash;
}

Done Sealer::sealEntries(const SetInfo& info, std::int64_t setId, ChainHead head)
{
    m_entries.bind(1, head.sequence);
    while (true) {
        const auto row = m_entries.step();
        if (!row) {
            return fail(row.error());
        }
        if (!*row) {
            return done();
        }
        SealedEntry entry{.sequence = m_entries.integer(0),
                          .setId = setId,
                          .at = m_entries.text(1),
                          .actor = info.actor,
                          .host = info.host,
                          .program = info.program,
                          .action = m_entries.text(2),
                          .kind = m_entries.text(3),
                          .record = m_entries.text(4),
                          .label = info.label,
                          .reason = info.reason,
                          .recipient = info.recipient,
                          .setAt = info.at,
                          .undoes = info.undoes,
                          .redoes = info.redoes};
        if (!m_entries.isNull(5)) {
            entry.payload = payloadHash(m_entries.blob(5), optionalText(m_entries, 6), optionalText(m_entries, 7));
        }
        if (m_entries.integer(8) == 0 && !entry.record.empty()) {
            const auto hash = sealRow(entry.kind, entry.record);
            if (!hash) {
                m_entries.reset();
                return fail(hash.error());
            }
            entry.row = *hash;
        }
        head.hash = linkOf(head.hash, entry);
        m_link.clearBindings();
        m_link.bind(1, setId).bind(4, std::span<const std::uint8_t>(head.hash)).bind(5, entry.sequence);
        if (entry.payload) {
            m_link.bind(2, std::span<const std::uint8_t>(*entry.payload));
        }
        if (entry.row) {
            m_link.bind(3, std::span<const std::uint8_t>(*entry.row));
        }
        if (auto linked = m_link.run(); !linked) {
            m_entries.reset();
            return linked;
        }
    }
}

Result<std::int64_t> Sealer::seal(const SetInfo& info)
{
    if (auto prepared = prepare(); !prepared) {
        return fail(prepared.error());
    }
    const auto head = chainHead(*m_connection);
    if (!head) {
        return fail(head.error());
    }
    const auto pending = pendingAfter(head->sequence);
    if (!pending) {
        return fail(pending.error());
    }
    if (pending->entries == 0) {
        return 0;
    }
    const auto setId =
        insertSet(*m_connection, info, {.edits = pending->edits, .first = head->sequence + 1, .last = pending->last});
    if (!setId) {
        return setId;
    }
    if (auto sealed = sealEntries(info, *setId, *head); !sealed) {
        return fail(sealed.error());
    }
    return setId;
}

Result<std::int64_t> Sealer::sealForeign(const std::string& at)
{
    const std::string other(kOtherProgram);
    return seal(
        {.at = at, .actor = other, .host = {}, .program = other, .label = "Edited elsewhere", .canBeUndone = false});
}

Done Sealer::append(const Note& note)
{
    auto entry = m_connection->prepare("INSERT INTO change_log (at, action) VALUES (?, ?)");
    auto payload =
        m_connection->prepare("INSERT INTO log_payload (seq, salt, after) VALUES (last_insert_rowid(), ?, ?)");
    if (!entry || !payload) {
        return fail(!entry ? entry.error() : payload.error());
    }
    if (auto written = entry->bind(1, note.at).bind(2, note.action).run(); !written) {
        return written;
    }
    std::array<std::uint8_t, 16> salt{};
    randombytes_buf(salt.data(), salt.size());
    return payload->bind(1, std::span<const std::uint8_t>(salt)).bind(2, note.content).run();
}

} // namespace observo::census
