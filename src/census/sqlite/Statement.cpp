// SPDX-License-Identifier: GPL-3.0-or-later
#include "sqlite/Statement.h"

#include "sqlite/Connection.h"

#include <utility>

namespace observo::census {

SqlValue sqlValueOf(const FieldValue& value)
{
    if (const auto* text = std::get_if<std::string>(&value)) {
        return text->empty() ? SqlValue{} : SqlValue{*text};
    }
    if (const auto* number = std::get_if<std::int64_t>(&value)) {
        return *number;
    }
    if (const auto* real = std::get_if<double>(&value)) {
        return *real;
    }
    if (const auto* flag = std::get_if<bool>(&value)) {
        return std::int64_t{*flag ? 1 : 0};
    }
    return {};
}

Statement::Statement(Connection& connection, sqlite3_stmt* statement)
    : m_statement(statement, GiveBackStatement{&connection})
{}

void GiveBackStatement::operator()(sqlite3_stmt* statement) const
{
    connection->giveBack(statement);
}

void Statement::note(int code)
{
    if (m_bindError == SQLITE_OK) {
        m_bindError = code;
    }
}

Statement& Statement::bindNull(int index)
{
    note(sqlite3_bind_null(m_statement.get(), index));
    return *this;
}

Statement& Statement::bind(int index, std::int64_t value)
{
    note(sqlite3_bind_int64(m_statement.get(), index, value));
    return *this;
}

Statement& Statement::bind(int index, double value)
{
    note(sqlite3_bind_double(m_statement.get(), index, value));
    return *this;
}

Statement& Statement::bind(int index, std::string_view text)
{
    const char* bytes = text.data() != nullptr ? text.data() : "";
    note(sqlite3_bind_text64(m_statement.get(), index, bytes, text.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
    return *this;
}

Statement& Statement::bind(int index, std::span<const std::uint8_t> blob)
{
    static constexpr std::uint8_t kNothing = 0;
    const void* bytes = blob.empty() ? &kNothing : blob.data();
    note(sqlite3_bind_blob64(m_statement.get(), index, bytes, blob.size(), SQLITE_TRANSIENT));
    return *this;
}

Statement& Statement::bindValue(int index, const SqlValue& value)
{
    if (const auto* number = std::get_if<std::int64_t>(&value)) {
        return bind(index, *number);
    }
    if (const auto* real = std::get_if<double>(&value)) {
        return bind(index, *real);
    }
    if (const auto* text = std::get_if<std::string>(&value)) {
        return bind(index, std::string_view(*text));
    }
    if (const auto* bytes = std::get_if<Blob>(&value)) {
        return bind(index, std::span<const std::uint8_t>(*bytes));
    }
    return bindNull(index);
}

Statement& Statement::bindOptional(int index, std::string_view text)
{
    return text.empty() ? bindNull(index) : bind(index, text);
}

Result<bool> Statement::step()
{
    expects(m_statement != nullptr);
    if (m_bindError != SQLITE_OK) {
        const int code = std::exchange(m_bindError, SQLITE_OK);
        reset();
        return fail(m_statement.get_deleter().connection->error(code, "giving a value to the database"));
    }
    const int code = sqlite3_step(m_statement.get());
    if (code == SQLITE_ROW) {
        return true;
    }
    if (code == SQLITE_DONE) {
        reset();
        return false;
    }
    Error error = m_statement.get_deleter().connection->error(code, "using the census");
    reset();
    return fail(std::move(error));
}

Done Statement::run()
{
    while (true) {
        const auto row = step();
        if (!row) {
            return fail(row.error());
        }
        if (!*row) {
            return done();
        }
    }
}

void Statement::reset()
{
    // Its code repeats what step() has reported already.
    sqlite3_reset(m_statement.get());
}

void Statement::clearBindings()
{
    m_bindError = SQLITE_OK;
    sqlite3_clear_bindings(m_statement.get());
}

std::string_view Statement::text(int column) const
{
    const auto* bytes = sqlite3_column_text(m_statement.get(), column);
    if (bytes == nullptr) {
        return {};
    }
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(m_statement.get(), column));
    return {reinterpret_cast<const char*>(bytes), size};
}

std::span<const std::uint8_t> Statement::blob(int column) const
{
    const auto* bytes = static_cast<const std::uint8_t*>(sqlite3_column_blob(m_statement.get(), column));
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(m_statement.get(), column));
    return {bytes, bytes != nullptr ? size : 0};
}

SqlValue Statement::value(int column) const
{
    switch (type(column)) {
    case SQLITE_INTEGER:
        return integer(column);
    case SQLITE_FLOAT:
        return real(column);
    case SQLITE_TEXT:
        return std::string(text(column));
    case SQLITE_BLOB: {
        const auto bytes = blob(column);
        return Blob(bytes.begin(), bytes.end());
    }
    default:
        return {};
    }
}

} // namespace observo::census
