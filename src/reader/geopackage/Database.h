// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Result.h"

#include <sqlite3.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace observo::reader {

struct StatementEnds {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Statement = std::unique_ptr<sqlite3_stmt, StatementEnds>;

/// A database of somebody else, read through the hardened connection of the handbook: read-only, no triggers, views,
/// extensions or functions of the schema, small limits, checked page by page before the first question.
class Database {
public:
    /// `file` is a private copy: a journal beside it is played back first.
    [[nodiscard]] static Result<Database> open(const std::filesystem::path& file);

    [[nodiscard]] Result<Statement> prepare(const std::string& sql) const;
    /// True while there is a row.
    [[nodiscard]] Result<bool> step(const Statement& statement) const;
    /// The first cell of the first row; an empty text when there is none.
    [[nodiscard]] Result<std::string> text(const std::string& sql) const;

private:
    struct Ends {
        void operator()(sqlite3* connection) const { sqlite3_close_v2(connection); }
    };
    using Connection = std::unique_ptr<sqlite3, Ends>;

    explicit Database(Connection connection) : m_connection(std::move(connection)) {}
    [[nodiscard]] Error failed() const;
    [[nodiscard]] Done harden() const;

    Connection m_connection;
};

/// A cell as text, without a copy; empty for NULL.
[[nodiscard]] std::string_view textAt(const Statement& statement, int column);

/// A name of a table or column between double quotes.
[[nodiscard]] std::string quotedName(std::string_view name);

} // namespace observo::reader
