// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/History.h"

#include "history/Sealing.h"
#include "rows/Image.h"
#include "sqlite/Connection.h"

#include <algorithm>
#include <utility>

namespace observo::census {
namespace {

void removeStep(std::vector<HistoryStep>& steps, std::int64_t origin)
{
    const auto found =
        std::find_if(steps.rbegin(), steps.rend(), [&](const HistoryStep& step) { return step.origin == origin; });
    if (found != steps.rend()) {
        steps.erase(std::next(found).base());
    }
}

/// The bookkeeping of a restored state is that of the restoring edit; only who made the record first comes back.
bool isRestored(std::string_view column)
{
    return column != "row_version" && column != "updated_at" && column != "updated_by";
}

Done refuseTouched(Connection& connection, std::int64_t setId, const std::string& actor)
{
    auto rows = connection.prepare(
        "SELECT s.actor, s.at, l.kind, l.record FROM change_log AS mine JOIN change_log AS l ON l.record = mine.record "
        "AND l.seq > mine.seq JOIN change_set AS s ON s.id = l.set_id "
        "WHERE mine.seq BETWEEN (SELECT first_seq FROM change_set WHERE id = ?1) AND "
        "(SELECT last_seq FROM change_set WHERE id = ?1) AND mine.record IS NOT NULL AND s.actor <> ?2 LIMIT 1");
    if (!rows) {
        return fail(rows.error());
    }
    const auto row = rows->bind(1, setId).bind(2, actor).step();
    if (!row) {
        return fail(row.error());
    }
    if (!*row) {
        return done();
    }
    return fail(Error{.code = ErrorCode::RuleBroken,
                      .what = "a record of this edit (" + std::string(rows->text(2)) + " " +
                              std::string(rows->text(3)) + ") was changed since by " + std::string(rows->text(0)) +
                              " at " + std::string(rows->text(1)),
                      .file = connection.file().string(),
                      .advice = "change the record by hand instead"});
}

Result<Inverse> inverseOfEntry(const Statement& row)
{
    Inverse step;
    const auto kindName = row.text(1);
    const auto kind = std::ranges::find(kRecordKinds, kindName, [](RecordKind one) { return nameOf(one); });
    const auto uuid = Uuid::parse(row.text(2));
    if (kind == kRecordKinds.end() || !uuid) {
        return fail(ErrorCode::CensusDamaged, "an entry of the change log names no record", "run the log check");
    }
    step.kind = *kind;
    step.uuid = *uuid;
    const auto action = row.text(0);
    if (action == "add") {
        step.action = Inverse::Action::Remove;
        return step;
    }
    step.action = action == "remove" ? Inverse::Action::Insert : Inverse::Action::Update;
    if (row.isNull(3)) {
        return fail(ErrorCode::RuleBroken, "the content of this edit was erased", "it cannot be taken back any more");
    }
    const auto& table = schemaTable(step.kind);
    auto values = valuesOfImage(table, row.text(3));
    if (!values) {
        return fail(values.error());
    }
    std::erase_if(*values, [&](const ColumnValue& value) { return !isRestored(table.columns()[value.column]); });
    step.values = std::move(*values);
    return step;
}

} // namespace

Done History::load(Connection& connection, const std::string& actor)
{
    History loaded; // takes the place of this one only when it was read to the end
    auto rows = connection.prepare("SELECT id, undoes, redoes FROM change_set WHERE actor = ? AND program <> ? AND "
                                   "edits > 0 ORDER BY id");
    if (!rows) {
        return fail(rows.error());
    }
    rows->bind(1, actor).bind(2, kOtherProgram);
    while (true) {
        const auto row = rows->step();
        if (!row) {
            return fail(row.error());
        }
        if (!*row) {
            *this = std::move(loaded);
            return done();
        }
        loaded.add(rows->integer(0), rows->integer(1), rows->integer(2));
    }
}

void History::add(std::int64_t setId, std::int64_t undoes, std::int64_t redoes)
{
    if (undoes != 0) {
        removeStep(m_done, undoes);
        m_undone.push_back({undoes, setId});
    } else if (redoes != 0) {
        removeStep(m_undone, redoes);
        m_done.push_back({redoes, setId});
    } else {
        m_undone.clear();
        m_done.push_back({setId, setId});
    }
}

std::optional<HistoryStep> History::undoable() const
{
    return m_done.empty() ? std::nullopt : std::optional(m_done.back());
}

std::optional<HistoryStep> History::redoable() const
{
    return m_undone.empty() ? std::nullopt : std::optional(m_undone.back());
}

Result<std::string> labelOfSet(Connection& connection, std::int64_t setId)
{
    auto row = connection.prepare("SELECT label FROM change_set WHERE id = ?");
    if (!row) {
        return fail(row.error());
    }
    const auto found = row->bind(1, setId).step();
    if (!found) {
        return fail(found.error());
    }
    return *found ? std::string(row->text(0)) : std::string();
}

Result<std::int64_t> editsOfSet(Connection& connection, std::int64_t setId)
{
    auto row = connection.prepare("SELECT edits FROM change_set WHERE id = ?");
    if (!row) {
        return fail(row.error());
    }
    const auto found = row->bind(1, setId).step();
    if (!found) {
        return fail(found.error());
    }
    return *found ? row->integer(0) : 0;
}

Done forEachInverse(Connection& connection, std::int64_t setId, const std::string& actor,
                    const std::function<Done(const Inverse&)>& take)
{
    if (auto refused = refuseTouched(connection, setId, actor); !refused) {
        return refused;
    }
    auto rows = connection.prepare(
        "SELECT l.action, l.kind, l.record, p.before FROM change_log AS l LEFT JOIN log_payload AS p ON p.seq = l.seq "
        "WHERE l.seq BETWEEN (SELECT first_seq FROM change_set WHERE id = ?1) AND (SELECT last_seq FROM change_set "
        "WHERE id = ?1) AND l.action IN ('add', 'change', 'remove') ORDER BY l.seq DESC");
    if (!rows) {
        return fail(rows.error());
    }
    rows->bind(1, setId);
    while (true) {
        const auto row = rows->step();
        if (!row) {
            return fail(row.error());
        }
        if (!*row) {
            return done();
        }
        auto step = inverseOfEntry(*rows);
        if (!step) {
            return fail(step.error());
        }
        if (auto taken = take(*step); !taken) {
            return taken;
        }
    }
}

} // namespace observo::census
