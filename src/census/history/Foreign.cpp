// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/Foreign.h"

#include "rows/Image.h"
#include "rows/Rows.h"
#include "sqlite/Connection.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace observo::census {
namespace {

/// A record while its history is walked backwards: what the file holds now, and the columns as they were.
struct Touched {
    RecordKind kind = RecordKind::Camera;
    std::optional<Record> now;
    std::optional<ColumnValues> then;
};

void put(ColumnValues& values, const ColumnValue& value)
{
    const auto found = std::ranges::find(values, value.column, &ColumnValue::column);
    if (found != values.end()) {
        found->value = value.value;
    } else {
        values.push_back(value);
    }
}

/// One entry back in time. False when its image is gone.
Result<bool> stepBack(Touched& touched, std::string_view action, std::optional<std::string_view> before)
{
    if (action == "add") {
        touched.then.reset();
        return true;
    }
    if (!before) {
        return false;
    }
    auto values = valuesOfImage(schemaTable(touched.kind), *before);
    if (!values) {
        return fail(values.error());
    }
    if (action == "remove") {
        touched.then = std::move(*values);
        return true;
    }
    if (!touched.then) {
        return false; // changed, but not there afterwards: the log does not fit
    }
    for (const auto& value : *values) {
        put(*touched.then, value);
    }
    return true;
}

ChangeSet changeSetOf(std::map<Uuid, Touched>& all)
{
    ChangeSet changes{.label = "Edited elsewhere", .reason = {}, .changes = {}};
    for (auto& [uuid, touched] : all) {
        std::optional<Record> before;
        if (touched.then) {
            before = recordOf(touched.kind, *touched.then);
        }
        if (before != touched.now) {
            changes.changes.push_back({std::move(before), std::move(touched.now)});
        }
    }
    return changes;
}

} // namespace

Result<std::optional<ChangeSet>> changesAfter(Connection& connection, std::int64_t sequence, std::size_t limit)
{
    auto rows = connection.prepare(
        "SELECT l.action, l.kind, l.record, p.before FROM change_log AS l LEFT JOIN log_payload AS p ON p.seq = l.seq "
        "WHERE l.seq > ?1 AND l.record IS NOT NULL ORDER BY l.seq DESC LIMIT ?2");
    if (!rows) {
        return fail(rows.error());
    }
    rows->bind(1, sequence).bind(2, static_cast<std::int64_t>(limit + 1));
    Rows records(connection);
    std::map<Uuid, Touched> all;
    for (std::size_t count = 0;; ++count) {
        const auto row = rows->step();
        if (!row) {
            return fail(row.error());
        }
        if (!*row) {
            return changeSetOf(all);
        }
        const auto kind = std::ranges::find(kRecordKinds, rows->text(1), [](RecordKind one) { return nameOf(one); });
        const auto uuid = Uuid::parse(rows->text(2));
        if (count == limit || kind == kRecordKinds.end() || !uuid) {
            return std::nullopt;
        }
        if (!all.contains(*uuid)) {
            auto now = records.find(*kind, *uuid);
            if (!now) {
                return fail(now.error());
            }
            Touched touched{.kind = *kind, .now = std::move(*now), .then = std::nullopt};
            if (touched.now) {
                touched.then = schemaTable(*kind).valuesOf(*touched.now);
            }
            all.emplace(*uuid, std::move(touched));
        }
        const auto before = rows->isNull(3) ? std::nullopt : std::optional(rows->text(3));
        const auto stepped = stepBack(all.at(*uuid), rows->text(0), before);
        if (!stepped) {
            return fail(stepped.error());
        }
        if (!*stepped) {
            return std::nullopt;
        }
    }
}

} // namespace observo::census
