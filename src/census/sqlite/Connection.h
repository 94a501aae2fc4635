// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sqlite/Statement.h"

#include "observo/core/Progress.h"
#include "observo/core/Result.h"

#include <sqlite3.h>

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

namespace observo::census {

/// One guarded SQLite connection with the settings of docs/decisions/0012. Nothing else in the program may open a
/// census: a plain open() and close() of the same file would drop this connection's locks. One thread at a time.
class Connection {
public:
    enum class Access {
        Read,   ///< no lock file, no journal, triggers and views off
        Write,  ///< an existing census
        Create, ///< an existing empty file that becomes a census
    };

    /// The path must be canonical. Opening reads nothing yet, except for `Create`.
    [[nodiscard]] static Result<std::unique_ptr<Connection>> open(const std::filesystem::path& file, Access access);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    [[nodiscard]] const std::filesystem::path& file() const { return m_file; }
    [[nodiscard]] sqlite3* handle() const { return m_handle; }

    /// From the pool when the same text was prepared before.
    [[nodiscard]] Result<Statement> prepare(std::string_view sql);
    void giveBack(sqlite3_stmt* statement);
    /// One or more statements without results.
    [[nodiscard]] Done execute(const std::string& sql, std::string_view doing);
    /// The first column of the first row as text; empty without a row.
    [[nodiscard]] Result<std::string> text(std::string_view sql);
    [[nodiscard]] Result<std::int64_t> number(std::string_view sql);
    /// Changes when another connection has committed.
    [[nodiscard]] Result<std::int64_t> dataVersion();

    /// True when the path no longer leads to the open file.
    [[nodiscard]] bool hasMoved() const;
    /// The first bytes of the file, read through SQLite's own descriptor and without a lock.
    [[nodiscard]] Result<std::array<std::uint8_t, 100>> header() const;
    /// True when the header says that the file is kept with a write-ahead log. It can become so under a connection that
    /// rests, and whoever writes on then writes into a side file that people do not copy.
    [[nodiscard]] Result<bool> isWal() const;
    /// All bytes of the file as they are now, by the same descriptor, into a new private file.
    [[nodiscard]] Done copyBytesTo(const std::filesystem::path& target) const;
    /// A consistent copy of this census in `target`, which must be an empty database.
    [[nodiscard]] Done backupTo(Connection& target, const Progress& progress);

    /// Lets the triggers of the GeoPackage standard use their functions; only after the schema was compared.
    [[nodiscard]] Done trustSchema();
    /// For packing the spatial index; the census' own schema must have been compared.
    [[nodiscard]] Done setDefensive(bool on);
    [[nodiscard]] Error error(int code, std::string_view doing) const;
    [[nodiscard]] bool inTransaction() const { return sqlite3_get_autocommit(m_handle) == 0; }

private:
    Connection(std::filesystem::path file, sqlite3* handle);
    [[nodiscard]] Done configure(Access access);
    [[nodiscard]] Done set(int option, int value);

    std::filesystem::path m_file;
    sqlite3* m_handle = nullptr;
    std::unordered_multimap<std::string_view, sqlite3_stmt*> m_pool; ///< keys point into the statements
};

/// BEGIN IMMEDIATE, and ROLLBACK unless committed.
class Transaction {
public:
    [[nodiscard]] static Result<Transaction> begin(Connection& connection);
    Transaction(Transaction&& other) noexcept;
    Transaction& operator=(Transaction&&) = delete;
    ~Transaction();

    /// After an error the transaction is rolled back; whether it is on disk all the same must then be looked up.
    [[nodiscard]] Done commit();
    void rollBack();

private:
    explicit Transaction(Connection& connection);
    Connection* m_connection;
};

} // namespace observo::census
