// SPDX-License-Identifier: GPL-3.0-or-later
#include "rows/ChangeWriter.h"

#include "history/BulkLog.h"
#include "sqlite/Connection.h"

#include <utility>

namespace observo::census {
namespace {

/// The columns that a change brings, without the bookkeeping, which is ours.
ColumnValues contentDifference(const RecordTable& table, const Record& before, const Record& after)
{
    auto values = table.difference(before, after);
    std::erase_if(values, [&](const ColumnValue& value) {
        const auto* field = table.fieldOf(value.column);
        return field != nullptr && field->byProgram;
    });
    return values;
}

tl::unexpected<Error> refuse(const Record& record, std::string why, std::string advice)
{
    return fail(ErrorCode::RuleBroken, namedForPeople(record) + " " + std::move(why), std::move(advice));
}

} // namespace

ChangeWriter::ChangeWriter(Connection& connection, Rows& rows, Stamp stamp, BulkLog* log)
    : m_connection(&connection), m_rows(&rows), m_stamp(std::move(stamp)), m_log(log)
{}

void ChangeWriter::keep(std::optional<Record> before, std::optional<Record> after)
{
    ++m_count;
    const auto& record = after ? *after : *before;
    const auto* camera = after ? std::get_if<Camera>(&*after) : nullptr;
    if (camera != nullptr && isValid(camera->position)) {
        m_box.include(camera->position);
    }
    if (m_count <= kKept) {
        m_touched.insert(uuidOf(record));
        m_written.push_back({std::move(before), std::move(after)});
    }
}

Done ChangeWriter::write(const Change& given)
{
    if (!given.before && !given.after) {
        return fail(ErrorCode::InvalidArgument, "a change needs a record before or after it");
    }
    if (given.isAdded()) {
        return add(*given.after);
    }
    if (given.isRemoved()) {
        return remove(*given.before);
    }
    if (given.before->index() != given.after->index() || uuidOf(*given.before) != uuidOf(*given.after)) {
        return fail(ErrorCode::InvalidArgument, namedForPeople(*given.before) + " cannot become another record",
                    "a record keeps its identity; add a new one instead");
    }
    return change(*given.before, *given.after);
}

Done ChangeWriter::add(Record record)
{
    const auto kind = kindOfRecord(record);
    if (kind == RecordKind::Census) {
        return refuse(record, "cannot be added: a file holds one census", "merge the two instead");
    }
    if (auto completed = completeBody(record); !completed) {
        return completed;
    }
    const auto living = m_rows->isLiving(kind, uuidOf(record));
    if (!living) {
        return fail(living.error());
    }
    if (*living) {
        return refuse(record, "is in the census already", "change it instead of adding it");
    }
    const auto version = versionBeforeRemoval(uuidOf(record));
    if (!version) {
        return fail(version.error());
    }
    return storeNew(std::move(record), *version + 1);
}

/// The stone of a record that is there again goes; the trigger does it for a single one.
Done ChangeWriter::logNew(RecordKind kind, const Uuid& uuid, const ColumnValues& values)
{
    if (m_log == nullptr) {
        return done();
    }
    if (m_hasStones.value_or(true)) {
        auto forget = m_connection->prepare("DELETE FROM tombstone WHERE uuid = ?");
        if (!forget) {
            return fail(forget.error());
        }
        if (auto forgotten = forget->bind(1, uuid.text()).run(); !forgotten) {
            return forgotten;
        }
    }
    return m_log->added(kind, uuid, values);
}

Done ChangeWriter::storeNew(Record record, std::int64_t version)
{
    const auto kind = kindOfRecord(record);
    auto& book = *bookOf(record);
    if (book.createdAt.empty()) {
        book.createdAt = m_stamp.at;
        book.createdBy = m_stamp.by;
    }
    book.rowVersion = version;
    book.updatedAt = m_stamp.at;
    book.updatedBy = m_stamp.by;
    const auto values = schemaTable(kind).valuesOf(record);
    if (auto checked = checkStructure(record, values); !checked) {
        return checked;
    }
    if (auto inserted = m_rows->insert(kind, values); !inserted) {
        return inserted;
    }
    if (auto logged = logNew(kind, uuidOf(record), values); !logged) {
        return logged;
    }
    keep(std::nullopt, std::move(record));
    return done();
}

/// A record that comes back goes on counting its versions.
Result<std::int64_t> ChangeWriter::versionBeforeRemoval(const Uuid& uuid)
{
    if (!m_hasStones) {
        const auto any = m_connection->number("SELECT EXISTS (SELECT 1 FROM tombstone)");
        if (!any) {
            return any;
        }
        m_hasStones = *any != 0;
    }
    if (!*m_hasStones) {
        return 0;
    }
    auto row = m_connection->prepare("SELECT json_extract(last_state, '$.row_version') FROM tombstone WHERE uuid = ?");
    if (!row) {
        return fail(row.error());
    }
    const auto found = row->bind(1, uuid.text()).step();
    if (!found) {
        return fail(found.error());
    }
    return *found ? row->integer(0) : 0;
}

Result<Record> ChangeWriter::stored(const Record& before)
{
    const auto kind = kindOfRecord(before);
    auto found = m_rows->find(kind, uuidOf(before));
    if (!found) {
        return fail(found.error());
    }
    if (!*found) {
        return fail(staleError(*m_connection, before));
    }
    // A record that this set has changed already was completed on the way, so its `before` is not ours to compare.
    if (!m_touched.contains(uuidOf(before))) {
        const auto* theirs = bookOf(**found);
        const auto* ours = bookOf(before);
        const bool sameVersion = theirs == nullptr || theirs->rowVersion == ours->rowVersion;
        if (!sameVersion || !isSameContent(before, **found)) {
            return fail(staleError(*m_connection, **found));
        }
    }
    return std::move(**found);
}

Done ChangeWriter::change(const Record& before, Record after)
{
    const auto kind = kindOfRecord(before);
    const auto& table = schemaTable(kind);
    auto now = stored(before);
    if (!now) {
        return fail(now.error());
    }
    if (m_touched.contains(uuidOf(before))) {
        // What this set has completed on the way stays; only what the caller changes is put on it.
        auto merged = table.valuesOf(*now);
        for (auto& value : contentDifference(table, before, after)) {
            merged[value.column] = std::move(value);
        }
        after = recordOf(kind, merged);
    }
    if (auto completed = completeBody(after); !completed) {
        return completed;
    }
    auto values = contentDifference(table, *now, after);
    if (values.empty()) {
        return done();
    }
    if (auto checked = checkStructure(after, values); !checked) {
        return checked;
    }
    if (const auto* book = bookOf(*now)) {
        values.push_back({*table.columnNamed("row_version"), book->rowVersion + 1});
        values.push_back({*table.columnNamed("updated_by"), m_stamp.by});
    }
    values.push_back({*table.columnNamed("updated_at"), m_stamp.at});
    return storeChange(std::move(*now), values);
}

Done ChangeWriter::storeChange(Record before, const ColumnValues& values)
{
    const auto kind = kindOfRecord(before);
    const auto uuid = uuidOf(before);
    if (kind != RecordKind::Camera) {
        m_systems.clear(); // a code may be another now
        m_sites.clear();
        m_defaultSystems.clear();
    }
    if (auto updated = m_rows->update(kind, uuid, values); !updated) {
        return updated;
    }
    auto result = m_rows->find(kind, uuid);
    if (!result) {
        return fail(result.error());
    }
    if (m_log != nullptr) {
        const auto& table = schemaTable(kind);
        if (auto logged = m_log->changed(kind, uuid, table.valuesOf(before), table.valuesOf(**result)); !logged) {
            return logged;
        }
    }
    keep(std::move(before), std::move(*result));
    return done();
}

Done ChangeWriter::remove(const Record& before)
{
    if (kindOfRecord(before) == RecordKind::Census) {
        return refuse(before, "cannot be removed", "delete the file instead");
    }
    auto now = stored(before);
    if (!now) {
        return fail(now.error());
    }
    return storeRemoval(std::move(*now));
}

Done ChangeWriter::storeRemoval(Record record)
{
    if (auto refused = refuseInUse(record); !refused) {
        return refused;
    }
    const auto uuid = uuidOf(record);
    const auto kind = kindOfRecord(record);
    if (auto removed = m_rows->remove(kind, uuid); !removed) {
        return removed;
    }
    m_hasStones = true;
    m_systems.clear();
    m_sites.clear();
    m_defaultSystems.clear();
    if (m_log != nullptr) {
        if (auto logged = m_log->removed(kind, uuid, schemaTable(kind).valuesOf(record)); !logged) {
            return logged;
        }
    }
    auto stone =
        m_connection->prepare("UPDATE tombstone SET removed_at = ?, removed_by = ?, reason = ? WHERE uuid = ?");
    if (!stone) {
        return fail(stone.error());
    }
    stone->bind(1, m_stamp.at).bind(2, m_stamp.by).bindOptional(3, m_stamp.reason).bind(4, uuid.text());
    if (auto written = stone->run(); !written) {
        return written;
    }
    keep(std::move(record), std::nullopt);
    return done();
}

Done ChangeWriter::refuseInUse(const Record& record)
{
    std::string sql;
    std::string body;
    if (const auto* site = std::get_if<Site>(&record)) {
        sql = "SELECT count(*) FROM camera WHERE site_code = ?1 AND body_istat IS ?2";
        body = site->bodyIstat;
    } else if (const auto* system = std::get_if<System>(&record)) {
        sql = "SELECT (SELECT count(*) FROM camera WHERE system_code = ?1 AND body_istat IS ?2) + "
              "(SELECT count(*) FROM site WHERE system_code = ?1 AND body_istat IS ?2)";
        body = system->bodyIstat;
    } else {
        return done();
    }
    auto users = m_connection->prepare(sql);
    if (!users) {
        return fail(users.error());
    }
    const auto row = users->bind(1, codeOf(record)).bindOptional(2, body).step();
    if (!row) {
        return fail(row.error());
    }
    return users->integer(0) == 0 ? done()
                                  : Done(refuse(record, "is still in use", "move what belongs to it elsewhere first"));
}

Done ChangeWriter::takeBack(const Inverse& step)
{
    const auto& table = schemaTable(step.kind);
    auto now = m_rows->find(step.kind, step.uuid);
    if (!now) {
        return fail(now.error());
    }
    if (now->has_value() == (step.action == Inverse::Action::Insert)) {
        return fail(ErrorCode::RuleBroken,
                    "the " + std::string(nameOf(step.kind)) + " " + step.uuid.text() +
                        (*now ? " is in the census already" : " is not in the census any more"),
                    "the edit cannot be taken back");
    }
    if (step.action == Inverse::Action::Remove) {
        return storeRemoval(std::move(**now));
    }
    auto values = step.values;
    if (table.hasBook()) {
        const auto version = *now ? Result<std::int64_t>(bookOf(**now)->rowVersion) : versionBeforeRemoval(step.uuid);
        if (!version) {
            return fail(version.error());
        }
        values.push_back({*table.columnNamed("row_version"), *version + 1});
        values.push_back({*table.columnNamed("updated_by"), m_stamp.by});
    }
    values.push_back({*table.columnNamed("updated_at"), m_stamp.at});
    if (*now) {
        return storeChange(std::move(**now), values);
    }
    if (auto inserted = m_rows->insert(step.kind, values); !inserted) {
        return inserted;
    }
    auto result = m_rows->find(step.kind, step.uuid);
    if (!result) {
        return fail(result.error());
    }
    if (auto logged = logNew(step.kind, step.uuid, table.valuesOf(**result)); !logged) {
        return logged;
    }
    keep(std::nullopt, std::move(*result));
    return done();
}

} // namespace observo::census
