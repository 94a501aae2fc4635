// SPDX-License-Identifier: GPL-3.0-or-later
#include "rows/Rows.h"

#include "sqlite/Connection.h"

#include <algorithm>
#include <utility>

namespace observo::census {
namespace {

std::string placeholders(std::size_t count)
{
    std::string text;
    for (std::size_t i = 0; i < count; ++i) {
        text += i == 0 ? "?" : ", ?";
    }
    return text;
}

} // namespace

/// What belongs to one kind of record.
struct Rows::Kind {
    const RecordTable& table;
    RowHasher hasher;
    std::string select; ///< "SELECT all columns FROM table"
    std::string byUuid;
    std::string isLiving;
    std::string isCodeTaken;
    std::string insertAll; ///< every column
};

Rows::Rows(Connection& connection) : m_connection(&connection)
{
    for (const auto kind : kRecordKinds) {
        const auto& table = schemaTable(kind);
        std::string select = "SELECT " + table.selection() + " FROM " + std::string(table.name());
        std::string byUuid = select + " WHERE " + std::string(table.idColumn()) + " = ?1";
        const std::string from = "SELECT 1 FROM " + std::string(table.name()) + " WHERE ";
        m_kinds.at(static_cast<std::size_t>(kind)) = std::make_unique<Kind>(
            Kind{.table = table,
                 .hasher = RowHasher(table),
                 .select = std::move(select),
                 .byUuid = std::move(byUuid),
                 .isLiving = from + std::string(table.idColumn()) + " = ?1",
                 .isCodeTaken = from + std::string(table.codeColumn()) + " = ?1 LIMIT 1",
                 .insertAll = "INSERT INTO " + std::string(table.name()) + " (" + table.selection() + ") VALUES (" +
                              placeholders(table.columns().size()) + ")"});
    }
}

Rows::~Rows() = default;

Rows::Kind& Rows::of(RecordKind kind)
{
    return *m_kinds.at(static_cast<std::size_t>(kind));
}

Result<std::optional<Record>> Rows::one(RecordKind kind, Statement& statement)
{
    const auto row = statement.step();
    if (!row) {
        return fail(row.error());
    }
    if (!*row) {
        return std::nullopt;
    }
    return of(kind).table.record(statement);
}

Result<std::optional<Record>> Rows::find(RecordKind kind, const Uuid& uuid)
{
    auto statement = m_connection->prepare(of(kind).byUuid);
    if (!statement) {
        return fail(statement.error());
    }
    statement->bind(1, uuid.text());
    return one(kind, *statement);
}

Result<std::optional<Record>> Rows::withCode(RecordKind kind, std::string_view body, std::string_view code)
{
    const std::string column(of(kind).table.codeColumn());
    auto statement = m_connection->prepare(of(kind).select + " WHERE " + column +
                                           " = ?1 AND (?2 IS NULL OR body_istat = ?2) ORDER BY fid LIMIT 1");
    if (!statement) {
        return fail(statement.error());
    }
    statement->bind(1, code).bindOptional(2, body);
    return one(kind, *statement);
}

Result<std::optional<Record>> Rows::first(RecordKind kind, std::string_view body)
{
    auto statement = m_connection->prepare(of(kind).select + " WHERE body_istat IS ?1 ORDER BY fid LIMIT 1");
    if (!statement) {
        return fail(statement.error());
    }
    statement->bindOptional(1, body);
    return one(kind, *statement);
}

Result<bool> Rows::isLiving(RecordKind kind, const Uuid& uuid)
{
    auto statement = m_connection->prepare(of(kind).isLiving);
    if (!statement) {
        return fail(statement.error());
    }
    return statement->bind(1, uuid.text()).step();
}

Result<bool> Rows::isCodeTaken(RecordKind kind, std::string_view code)
{
    auto statement = m_connection->prepare(of(kind).isCodeTaken);
    if (!statement) {
        return fail(statement.error());
    }
    return statement->bind(1, code).step();
}

Done Rows::insert(RecordKind kind, const ColumnValues& values)
{
    const auto& table = of(kind).table;
    std::string columns;
    const bool isAll =
        values.size() == table.columns().size() && std::ranges::is_sorted(values, {}, &ColumnValue::column);
    for (std::size_t i = 0; i < values.size() && !isAll; ++i) {
        columns += columns.empty() ? "" : ", ";
        columns += table.columns().at(values[i].column);
    }
    auto statement = m_connection->prepare(isAll ? of(kind).insertAll
                                                 : "INSERT INTO " + std::string(table.name()) + " (" + columns +
                                                       ") VALUES (" + placeholders(values.size()) + ")");
    if (!statement) {
        return fail(statement.error());
    }
    for (std::size_t i = 0; i < values.size(); ++i) {
        statement->bindValue(static_cast<int>(i) + 1, values[i].value);
    }
    return statement->run();
}

Done Rows::update(RecordKind kind, const Uuid& uuid, const ColumnValues& values)
{
    const auto& table = of(kind).table;
    std::string assignments;
    for (const auto& value : values) {
        assignments += assignments.empty() ? "" : ", ";
        assignments += std::string(table.columns().at(value.column)) + " = ?";
    }
    auto statement = m_connection->prepare("UPDATE " + std::string(table.name()) + " SET " + assignments + " WHERE " +
                                           std::string(table.idColumn()) + " = ?");
    if (!statement) {
        return fail(statement.error());
    }
    for (std::size_t i = 0; i < values.size(); ++i) {
        statement->bindValue(static_cast<int>(i) + 1, values[i].value);
    }
    statement->bind(static_cast<int>(values.size()) + 1, uuid.text());
    if (auto ran = statement->run(); !ran) {
        return ran;
    }
    return sqlite3_changes(m_connection->handle()) == 1
               ? done()
               : Done(fail(ErrorCode::NotFound, "there is no " + std::string(table.name()) + " " + uuid.text()));
}

Done Rows::remove(RecordKind kind, const Uuid& uuid)
{
    const auto& table = of(kind).table;
    auto statement = m_connection->prepare("DELETE FROM " + std::string(table.name()) + " WHERE " +
                                           std::string(table.idColumn()) + " = ?1");
    if (!statement) {
        return fail(statement.error());
    }
    if (auto ran = statement->bind(1, uuid.text()).run(); !ran) {
        return ran;
    }
    return sqlite3_changes(m_connection->handle()) == 1
               ? done()
               : Done(fail(ErrorCode::NotFound, "there is no " + std::string(table.name()) + " " + uuid.text()));
}

Result<std::optional<Hash>> Rows::hashOf(RecordKind kind, const Uuid& uuid)
{
    auto statement = m_connection->prepare(of(kind).byUuid);
    if (!statement) {
        return fail(statement.error());
    }
    const auto row = statement->bind(1, uuid.text()).step();
    if (!row) {
        return fail(row.error());
    }
    if (!*row) {
        return std::nullopt;
    }
    return of(kind).hasher.hashOf(*statement);
}

} // namespace observo::census
