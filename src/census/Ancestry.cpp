// SPDX-License-Identifier: GPL-3.0-or-later
#include "observo/census/Ancestry.h"

#include "ReaderBody.h"
#include "rows/Image.h"
#include "sqlite/Connection.h"

#include <algorithm>
#include <utility>

namespace observo::census {
namespace {

std::optional<RecordKind> kindNamed(std::string_view name)
{
    const auto* kind = std::ranges::find(kRecordKinds, name, [](RecordKind one) { return nameOf(one); });
    return kind == kRecordKinds.end() ? std::nullopt : std::optional(*kind);
}

Result<std::optional<Blob>> hashAt(Connection& connection, std::int64_t sequence)
{
    auto row = connection.prepare("SELECT hash FROM change_log WHERE seq = ? AND hash IS NOT NULL");
    if (!row) {
        return fail(row.error());
    }
    const auto found = row->bind(1, sequence).step();
    if (!found) {
        return fail(found.error());
    }
    if (!*found) {
        return std::optional<Blob>{};
    }
    const auto bytes = row->blob(0);
    return std::optional(Blob(bytes.begin(), bytes.end()));
}

/// Whether both histories hold the same entry, and so, each being a chain, the same entries before it.
Result<bool> isShared(Connection& one, Connection& other, std::int64_t sequence)
{
    const auto left = hashAt(one, sequence);
    const auto right = left ? hashAt(other, sequence) : left;
    if (!right) {
        return fail(right.error());
    }
    return left->has_value() && *left == *right;
}

/// The record before one entry of its history.
Result<RecordThen> before(RecordThen then, RecordKind kind, const Statement& entry)
{
    const auto action = entry.text(0);
    if (action == "add") {
        return RecordThen{};
    }
    if (entry.isNull(1)) {
        return RecordThen{.isKnown = false};
    }
    const auto& table = schemaTable(kind);
    const auto image = valuesOfImage(table, entry.text(1));
    if (!image) {
        return fail(image.error());
    }
    if (action == "remove" || !then.record) {
        return RecordThen{.record = recordOf(kind, *image)};
    }
    auto values = table.valuesOf(*then.record);
    for (const auto& value : *image) {
        values.at(value.column) = value;
    }
    return RecordThen{.record = recordOf(kind, values)};
}

Result<std::optional<Record>> recordNow(Reader& reader, RecordKind kind, const Uuid& uuid)
{
    const std::string where = std::string(schemaTable(kind).idColumn()) + " = ?";
    return ReaderInsides::of(reader).findOne(kind, where, {uuid.text()});
}

} // namespace

Done forEachTombstone(Reader& reader, const std::function<bool(const Tombstone&)>& take)
{
    auto rows = ReaderInsides::connectionOf(reader).prepare(
        "SELECT kind, uuid, removed_at, removed_by, reason, last_state FROM tombstone ORDER BY uuid");
    if (!rows) {
        return fail(rows.error());
    }
    while (true) {
        const auto row = rows->step();
        if (!row) {
            return fail(row.error());
        }
        if (!*row) {
            return done();
        }
        const auto kind = kindNamed(rows->text(0));
        const auto uuid = Uuid::parse(rows->text(1));
        if (!kind || !uuid) {
            continue; // another program's row names no record of ours
        }
        Tombstone stone{.kind = *kind,
                        .uuid = *uuid,
                        .removedAt = std::string(rows->text(2)),
                        .removedBy = std::string(rows->text(3)),
                        .reason = std::string(rows->text(4))};
        const auto image = rows->isNull(5) ? Result<ColumnValues>(fail(ErrorCode::NotFound, "erased"))
                                           : valuesOfImage(schemaTable(*kind), rows->text(5));
        if (image) {
            stone.lastState = recordOf(*kind, *image);
        }
        if (!take(stone)) {
            return done();
        }
    }
}

Result<std::int64_t> commonLogHead(Reader& one, Reader& other)
{
    Connection& left = ReaderInsides::connectionOf(one);
    Connection& right = ReaderInsides::connectionOf(other);
    const auto last = left.number("SELECT coalesce(max(seq), 0) FROM change_log WHERE hash IS NOT NULL");
    if (!last) {
        return last;
    }
    // The histories part once and for all, so that halving finds where.
    std::int64_t shared = 0;
    std::int64_t end = *last + 1;
    while (shared + 1 < end) {
        const std::int64_t middle = shared + (end - shared) / 2;
        const auto same = isShared(left, right, middle);
        if (!same) {
            return fail(same.error());
        }
        (*same ? shared : end) = middle;
    }
    return shared;
}

Result<RecordThen> recordAfter(Reader& reader, RecordKind kind, const Uuid& uuid, std::int64_t sequence)
{
    auto now = recordNow(reader, kind, uuid);
    if (!now) {
        return fail(now.error());
    }
    RecordThen then{.record = std::move(*now)};
    auto entries = ReaderInsides::connectionOf(reader).prepare(
        "SELECT l.action, p.before FROM change_log AS l LEFT JOIN log_payload AS p ON p.seq = l.seq "
        "WHERE l.record = ?1 AND l.seq > ?2 AND l.action IN ('add', 'change', 'remove') ORDER BY l.seq DESC");
    if (!entries) {
        return fail(entries.error());
    }
    entries->bind(1, uuid.text()).bind(2, sequence);
    while (then.isKnown) {
        const auto row = entries->step();
        if (!row) {
            return fail(row.error());
        }
        if (!*row) {
            break;
        }
        auto earlier = before(std::move(then), kind, *entries);
        if (!earlier) {
            return earlier;
        }
        then = std::move(*earlier);
    }
    return then;
}

} // namespace observo::census
