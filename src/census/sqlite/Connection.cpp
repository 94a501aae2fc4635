// SPDX-License-Identifier: GPL-3.0-or-later
#include "sqlite/Connection.h"

#include "StoreOptions.h"
#include "sqlite/SqlFunctions.h"
#include "sqlite/SqliteErrors.h"

#include "observo/core/CheckedFile.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace observo::census {
namespace {

constexpr std::int64_t kHeapLimit = 512LL << 20U;
constexpr int kPagesAStep = 1024;
/// Every form that differs in other columns brings its own UPDATE; a session uses a few dozen texts.
constexpr std::size_t kPooled = 100;

/// Denies what a census never needs.
int authorize(void* /*unused*/, int action, const char* first, const char* second, const char* /*database*/,
              const char* /*trigger*/)
{
    static constexpr std::array<std::string_view, 5> kPragmas = {"data_version", "quick_check", "integrity_check",
                                                                 "foreign_key_check", "table_info"};
    switch (action) {
    case SQLITE_ATTACH:
    case SQLITE_DETACH:
        return SQLITE_DENY;
    case SQLITE_FUNCTION: {
        const std::string_view name = second != nullptr ? second : "";
        return name == "load_extension" || name == "fts3_tokenizer" ? SQLITE_DENY : SQLITE_OK;
    }
    case SQLITE_PRAGMA:
        return std::ranges::find(kPragmas, std::string_view(first != nullptr ? first : "")) != kPragmas.end()
                   ? SQLITE_OK
                   : SQLITE_DENY;
    default:
        return SQLITE_OK;
    }
}

int openFlags(Connection::Access access)
{
    const int common = SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOMUTEX;
    return common | (access == Connection::Access::Read ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE);
}

const char* settingsOf(Connection::Access access)
{
    return access == Connection::Access::Read
               ? "PRAGMA query_only=ON; PRAGMA cell_size_check=ON; PRAGMA mmap_size=0; PRAGMA temp_store=MEMORY;"
               : "PRAGMA foreign_keys=ON; PRAGMA recursive_triggers=OFF; PRAGMA cell_size_check=ON; "
                 "PRAGMA mmap_size=0; PRAGMA secure_delete=ON; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-65536;";
}

void setLimits(sqlite3* handle)
{
    static constexpr std::array<std::pair<int, int>, 6> kLimits = {{{SQLITE_LIMIT_LENGTH, 64 << 20U},
                                                                    {SQLITE_LIMIT_SQL_LENGTH, 1 << 20U},
                                                                    {SQLITE_LIMIT_COLUMN, 200},
                                                                    {SQLITE_LIMIT_EXPR_DEPTH, 100},
                                                                    {SQLITE_LIMIT_TRIGGER_DEPTH, 10},
                                                                    {SQLITE_LIMIT_ATTACHED, 0}}};
    for (const auto& [limit, value] : kLimits) {
        sqlite3_limit(handle, limit, value);
    }
}

} // namespace

Connection::Connection(std::filesystem::path file, sqlite3* handle) : m_file(std::move(file)), m_handle(handle) {}

Connection::~Connection()
{
    for (const auto& [sql, statement] : m_pool) {
        sqlite3_finalize(statement);
    }
    sqlite3_close_v2(m_handle);
}

Result<std::unique_ptr<Connection>> Connection::open(const std::filesystem::path& file, Access access)
{
    sqlite3_hard_heap_limit64(kHeapLimit);
    const auto& options = storeOptionsForTests();
    sqlite3* handle = nullptr;
    const int code =
        sqlite3_open_v2(file.c_str(), &handle, openFlags(access), options.vfs.empty() ? nullptr : options.vfs.c_str());
    std::unique_ptr<Connection> connection(new Connection(file, handle));
    if (code != SQLITE_OK) {
        return fail(connection->error(code, "opening"));
    }
    if (auto configured = connection->configure(access); !configured) {
        return fail(configured.error());
    }
    return connection;
}

Done Connection::set(int option, int value)
{
    const int code = sqlite3_db_config(m_handle, option, value, nullptr);
    return code == SQLITE_OK ? done() : Done(fail(error(code, "setting up the database")));
}

Done Connection::configure(Access access)
{
    const auto& options = storeOptionsForTests();
    sqlite3_busy_timeout(m_handle, static_cast<int>(options.busyTimeout.count()));
    setLimits(m_handle);
    const bool reads = access == Access::Read;
    const std::array<std::pair<int, int>, 9> flags = {{{SQLITE_DBCONFIG_DEFENSIVE, 1},
                                                       {SQLITE_DBCONFIG_WRITABLE_SCHEMA, 0},
                                                       {SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
                                                       {SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER, 0},
                                                       {SQLITE_DBCONFIG_DQS_DML, 0},
                                                       {SQLITE_DBCONFIG_DQS_DDL, 0},
                                                       {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
                                                       {SQLITE_DBCONFIG_ENABLE_TRIGGER, reads ? 0 : 1},
                                                       {SQLITE_DBCONFIG_ENABLE_VIEW, 0}}};
    for (const auto& [option, value] : flags) {
        if (auto result = set(option, value); !result) {
            return result;
        }
    }
    if (auto result = registerSqlFunctions(m_handle); result != SQLITE_OK) {
        return fail(error(result, "setting up the database"));
    }
    if (auto result = execute(settingsOf(access), "setting up the database"); !result) {
        return result;
    }
    if (!reads) {
        if (auto result = execute("PRAGMA synchronous=" + options.synchronous, "setting up the database"); !result) {
            return result;
        }
        const auto mode = text("PRAGMA journal_mode=DELETE");
        if (!mode) {
            return fail(mode.error());
        }
        if (*mode != "delete") {
            return fail(Error{.code = ErrorCode::CensusLocked,
                              .what = "another program has the census open for editing",
                              .file = m_file.string(),
                              .advice = "close it there, then try again"});
        }
    }
    // A new census brings pragmas of its own; its guard comes when it is opened again.
    if (access != Access::Create) {
        sqlite3_set_authorizer(m_handle, &authorize, nullptr);
    }
    return done();
}

Result<Statement> Connection::prepare(std::string_view sql)
{
    if (const auto found = m_pool.find(sql); found != m_pool.end()) {
        sqlite3_stmt* known = found->second;
        m_pool.erase(found);
        return Statement(*this, known);
    }
    sqlite3_stmt* statement = nullptr;
    const int code = sqlite3_prepare_v3(m_handle, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                                        &statement, nullptr);
    if (code != SQLITE_OK) {
        return fail(error(code, "reading the structure of the census"));
    }
    return Statement(*this, statement);
}

void Connection::giveBack(sqlite3_stmt* statement)
{
    if (m_pool.size() >= kPooled) {
        sqlite3_finalize(m_pool.begin()->second);
        m_pool.erase(m_pool.begin());
    }
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
    m_pool.emplace(sqlite3_sql(statement), statement);
}

Done Connection::execute(const std::string& sql, std::string_view doing)
{
    const int code = sqlite3_exec(m_handle, sql.c_str(), nullptr, nullptr, nullptr);
    return code == SQLITE_OK ? done() : Done(fail(error(code, doing)));
}

Result<std::string> Connection::text(std::string_view sql)
{
    auto statement = prepare(sql);
    if (!statement) {
        return fail(statement.error());
    }
    const auto row = statement->step();
    if (!row) {
        return fail(row.error());
    }
    return *row ? std::string(statement->text(0)) : std::string();
}

Result<std::int64_t> Connection::number(std::string_view sql)
{
    auto statement = prepare(sql);
    if (!statement) {
        return fail(statement.error());
    }
    const auto row = statement->step();
    if (!row) {
        return fail(row.error());
    }
    return *row ? statement->integer(0) : 0;
}

Result<std::int64_t> Connection::dataVersion()
{
    return number("PRAGMA data_version");
}

bool Connection::hasMoved() const
{
    int moved = 0;
    // A VFS that cannot tell leaves the answer at "no".
    sqlite3_file_control(m_handle, "main", SQLITE_FCNTL_HAS_MOVED, &moved);
    return moved != 0;
}

Result<std::array<std::uint8_t, 100>> Connection::header() const
{
    sqlite3_file* file = nullptr;
    std::array<std::uint8_t, 100> bytes{};
    int code = sqlite3_file_control(m_handle, "main", SQLITE_FCNTL_FILE_POINTER, &file);
    if (code == SQLITE_OK && file->pMethods != nullptr) {
        code = file->pMethods->xRead(file, bytes.data(), static_cast<int>(bytes.size()), 0);
    }
    // Too short is not an error here: the rest is zero and no census begins so.
    if (code != SQLITE_OK && code != SQLITE_IOERR_SHORT_READ) {
        return fail(error(code, "reading the header"));
    }
    return bytes;
}

Result<bool> Connection::isWal() const
{
    // 1 rollback journal, 2 write-ahead log.
    constexpr std::size_t kWriteVersion = 18;
    constexpr std::size_t kReadVersion = 19;
    return header().map([](const auto& bytes) { return bytes[kWriteVersion] == 2 || bytes[kReadVersion] == 2; });
}

Done Connection::copyBytesTo(const std::filesystem::path& target) const
{
    sqlite3_file* file = nullptr;
    sqlite3_int64 size = 0;
    int code = sqlite3_file_control(m_handle, "main", SQLITE_FCNTL_FILE_POINTER, &file);
    if (code == SQLITE_OK) {
        code = file->pMethods->xFileSize(file, &size);
    }
    if (code != SQLITE_OK) {
        return fail(error(code, "copying"));
    }
    auto out = CheckedFile::create(target, Overwrite::Refuse);
    if (!out) {
        return fail(out.error());
    }
    std::vector<char> block(1U << 20U);
    for (sqlite3_int64 at = 0; at < size; at += static_cast<sqlite3_int64>(block.size())) {
        const auto length =
            static_cast<int>(std::min<sqlite3_int64>(size - at, static_cast<sqlite3_int64>(block.size())));
        code = file->pMethods->xRead(file, block.data(), length, at);
        if (code != SQLITE_OK && code != SQLITE_IOERR_SHORT_READ) {
            return fail(error(code, "copying"));
        }
        if (auto written = out->write(std::string_view(block.data(), static_cast<std::size_t>(length))); !written) {
            return written;
        }
    }
    return out->publish();
}

Done Connection::backupTo(Connection& target, const Progress& progress)
{
    sqlite3_backup* backup = sqlite3_backup_init(target.m_handle, "main", m_handle, "main");
    if (backup == nullptr) {
        return fail(target.error(sqlite3_extended_errcode(target.m_handle), "copying the census"));
    }
    int code = SQLITE_OK;
    while (code == SQLITE_OK && !progress.cancelled()) {
        code = sqlite3_backup_step(backup, kPagesAStep);
        const int total = sqlite3_backup_pagecount(backup);
        progress.report(total == 0 ? 1.0 : 1.0 - static_cast<double>(sqlite3_backup_remaining(backup)) / total);
    }
    const int finish = sqlite3_backup_finish(backup);
    if (progress.cancelled()) {
        return fail(Error{.code = ErrorCode::Cancelled, .what = "cancelled", .file = m_file.string()});
    }
    if (code != SQLITE_DONE || finish != SQLITE_OK) {
        return fail(target.error(code != SQLITE_DONE ? code : finish, "copying the census"));
    }
    return done();
}

Done Connection::trustSchema()
{
    // Until 3.44 the R-tree is not marked innocuous and its triggers fail without trust (docs/decisions/0012).
    static constexpr int kRtreeInnocuous = 3044000;
    return sqlite3_libversion_number() < kRtreeInnocuous ? set(SQLITE_DBCONFIG_TRUSTED_SCHEMA, 1) : done();
}

Done Connection::setDefensive(bool on)
{
    return set(SQLITE_DBCONFIG_DEFENSIVE, on ? 1 : 0);
}

Error Connection::error(int code, std::string_view doing) const
{
    const char* detail =
        m_handle != nullptr && sqlite3_errcode(m_handle) != SQLITE_OK ? sqlite3_errmsg(m_handle) : sqlite3_errstr(code);
    return sqliteError(code, doing, detail, m_file);
}

Transaction::Transaction(Connection& connection) : m_connection(&connection) {}

Transaction::Transaction(Transaction&& other) noexcept : m_connection(std::exchange(other.m_connection, nullptr)) {}

Transaction::~Transaction()
{
    rollBack();
}

void Transaction::rollBack()
{
    if (m_connection != nullptr && m_connection->inTransaction()) {
        // Nothing can be done about a failing ROLLBACK: the journal will be rolled back by the next opening.
        sqlite3_exec(m_connection->handle(), "ROLLBACK", nullptr, nullptr, nullptr);
    }
    m_connection = nullptr; // which may be closed before this value dies
}

Result<Transaction> Transaction::begin(Connection& connection)
{
    if (auto begun = connection.execute("BEGIN IMMEDIATE", "starting to write"); !begun) {
        return fail(begun.error());
    }
    return Transaction(connection);
}

Done Transaction::commit()
{
    auto committed = m_connection->execute("COMMIT", "saving");
    if (committed) {
        m_connection = nullptr;
    }
    return committed;
}

} // namespace observo::census
