// SPDX-License-Identifier: GPL-3.0-or-later
#include "observo/census/Log.h"

#include "ReaderBody.h"
#include "history/AccessLog.h"
#include "history/Sealing.h"

#include <utility>

namespace observo::census {
namespace {

constexpr const char* kColumns = "l.seq, l.set_id, l.at, s.actor, s.program, l.action, l.kind, l.record, s.label, "
                                 "s.reason, s.recipient, p.before, p.after, l.hash";
constexpr const char* kTables = " FROM change_log AS l LEFT JOIN change_set AS s ON s.id = l.set_id "
                                "LEFT JOIN log_payload AS p ON p.seq = l.seq";

LogEntry entryIn(const Statement& row)
{
    LogEntry entry{.sequence = row.integer(0),
                   .setId = row.integer(1),
                   .at = std::string(row.text(2)),
                   .actor = std::string(row.text(3)),
                   .program = std::string(row.text(4)),
                   .action = std::string(row.text(5)),
                   .kind = std::string(row.text(6)),
                   .record = std::string(row.text(7)),
                   .label = std::string(row.text(8)),
                   .reason = std::string(row.text(9)),
                   .recipient = std::string(row.text(10)),
                   .before = std::string(row.text(11)),
                   .after = std::string(row.text(12)),
                   .hash = hexOf(row.blob(13))};
    if (row.isNull(1)) {
        entry.actor = kOtherProgram;
        entry.program = kOtherProgram;
        entry.label = "Edited elsewhere";
    }
    return entry;
}

std::string statementFor(const LogQuery& query)
{
    const std::string where =
        std::string(" WHERE (?1 IS NULL OR l.at >= ?1)") + (query.record ? " AND l.record = ?2" : "");
    std::string sql = "SELECT " + std::string(kColumns) + kTables + where;
    if (query.last) {
        // The last ones, but in the order in which they happened.
        return "SELECT * FROM (" + sql + " ORDER BY l.seq DESC LIMIT ?3) ORDER BY 1";
    }
    return sql + " ORDER BY l.seq";
}

} // namespace

Done forEachLogEntry(Reader& reader, const LogQuery& query, const std::function<bool(const LogEntry&)>& take)
{
    auto rows = ReaderInsides::connectionOf(reader).prepare(statementFor(query));
    if (!rows) {
        return fail(rows.error());
    }
    rows->bindOptional(1, query.since);
    if (query.record) {
        rows->bind(2, query.record->text());
    }
    if (query.last) {
        rows->bind(3, static_cast<std::int64_t>(*query.last));
    }
    while (true) {
        const auto row = rows->step();
        if (!row) {
            return fail(row.error());
        }
        if (!*row || !take(entryIn(*rows))) {
            return done();
        }
    }
}

Result<std::vector<LogEntry>> waitingConsultations(Reader& reader)
{
    const auto census = reader.census();
    if (!census) {
        return fail(census.error());
    }
    const auto waiting = AccessLog(census->id).waiting();
    if (!waiting) {
        return fail(waiting.error());
    }
    std::vector<LogEntry> entries;
    for (const auto& entry : waiting->entries) {
        entries.push_back({.at = entry.at,
                           .actor = entry.actor.user,
                           .program = entry.actor.program,
                           .action = entry.consultation.action,
                           .label = "Consultation",
                           .reason = entry.consultation.reason,
                           .recipient = entry.consultation.recipient,
                           .after = contentOf(entry.consultation)});
    }
    return entries;
}

} // namespace observo::census
