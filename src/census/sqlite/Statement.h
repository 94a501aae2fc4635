// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Fields.h"
#include "observo/core/Result.h"

#include <sqlite3.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace observo::census {

class Connection;

using Blob = std::vector<std::uint8_t>;
/// A value as the file holds it, whatever the dictionary says of its column.
using SqlValue = std::variant<std::monostate, std::int64_t, double, std::string, Blob>;

/// The value of a field as the file shall hold it: empty text is NULL, yes and no are 1 and 0.
[[nodiscard]] SqlValue sqlValueOf(const FieldValue& value);

/// Returns a statement to the pool of its connection.
struct GiveBackStatement {
    Connection* connection = nullptr;
    void operator()(sqlite3_stmt* statement) const;
};

/// One prepared statement, reset and given back to its connection's pool when it goes. A binding that fails is reported
/// by the next step, so bindings may be chained. Must not outlive its connection.
class Statement {
public:
    Statement() = default;
    Statement(Connection& connection, sqlite3_stmt* statement);

    Statement& bindNull(int index);
    Statement& bind(int index, std::int64_t value);
    Statement& bind(int index, double value);
    Statement& bind(int index, std::string_view text);
    Statement& bind(int index, std::span<const std::uint8_t> blob);
    Statement& bindValue(int index, const SqlValue& value);
    /// Text that stands for "not known" when empty.
    Statement& bindOptional(int index, std::string_view text);

    /// True while there is a row. After false or an error the statement is reset.
    [[nodiscard]] Result<bool> step();
    /// Steps to the end and resets.
    [[nodiscard]] Done run();
    void reset();
    void clearBindings();

    [[nodiscard]] bool isNull(int column) const { return type(column) == SQLITE_NULL; }
    [[nodiscard]] int type(int column) const { return sqlite3_column_type(m_statement.get(), column); }
    [[nodiscard]] std::int64_t integer(int column) const { return sqlite3_column_int64(m_statement.get(), column); }
    [[nodiscard]] double real(int column) const { return sqlite3_column_double(m_statement.get(), column); }
    /// Views live until the next step or reset.
    [[nodiscard]] std::string_view text(int column) const;
    [[nodiscard]] std::span<const std::uint8_t> blob(int column) const;
    [[nodiscard]] SqlValue value(int column) const;

    [[nodiscard]] bool isReady() const { return m_statement != nullptr; }

private:
    void note(int code);

    std::unique_ptr<sqlite3_stmt, GiveBackStatement> m_statement;
    int m_bindError = SQLITE_OK;
};

} // namespace observo::census
