// SPDX-License-Identifier: GPL-3.0-or-later
#include "geopackage/Database.h"

#include "fence/LastWords.h"

#include <array>
#include <system_error>
#include <utility>

namespace observo::reader {

namespace {

constexpr int kLongest = 64 * 1024 * 1024; // of a text or a geometry

Error damaged(std::string what)
{
    return {.code = ErrorCode::InputUnreadable,
            .what = std::move(what),
            .advice = "the GeoPackage is damaged: get it again, or ask for another export"};
}

/// Reading alone, and no function that reaches outside.
int authorise(void*, int action, const char*, const char* second, const char*, const char*)
{
    switch (action) {
    case SQLITE_SELECT:
    case SQLITE_READ:
    case SQLITE_PRAGMA:
        return SQLITE_OK;
    case SQLITE_FUNCTION: {
        const std::string_view name = second != nullptr ? second : "";
        return name == "load_extension" || name == "fts3_tokenizer" ? SQLITE_DENY : SQLITE_OK;
    }
    default:
        return SQLITE_DENY;
    }
}

/// Brings the copy to its last whole state, as the program that left the journal would have done.
void playJournalBack(const std::filesystem::path& file)
{
    std::error_code ignored;
    if (!std::filesystem::exists(file.string() + "-wal", ignored) &&
        !std::filesystem::exists(file.string() + "-journal", ignored)) {
        return;
    }
    sqlite3* connection = nullptr;
    if (sqlite3_open_v2(file.c_str(), &connection, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOFOLLOW, nullptr) ==
        SQLITE_OK) {
        sqlite3_db_config(connection, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
        sqlite3_exec(connection, "PRAGMA trusted_schema=OFF; PRAGMA journal_mode=DELETE", nullptr, nullptr, nullptr);
    }
    sqlite3_close_v2(connection);
}

} // namespace

Result<Database> Database::open(const std::filesystem::path& file)
{
    playJournalBack(file);
    sqlite3* opened = nullptr;
    const int code = sqlite3_open_v2(file.c_str(), &opened,
                                     SQLITE_OPEN_READONLY | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_EXRESCODE, nullptr);
    Database database{Connection(opened)};
    if (code != SQLITE_OK) {
        return fail(database.failed());
    }
    if (auto hardened = database.harden(); !hardened) {
        return fail(std::move(hardened.error()));
    }
    const auto checked = database.text("PRAGMA quick_check(1)");
    if (!checked) {
        return fail(checked.error());
    }
    if (*checked != "ok") {
        return fail(damaged("the GeoPackage does not hold together: " + checked->substr(0, 200)));
    }
    return database;
}

Done Database::harden() const
{
    auto* const connection = m_connection.get();
    constexpr std::array<std::pair<int, int>, 9> kSwitches = {{{SQLITE_DBCONFIG_DEFENSIVE, 1},
                                                               {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
                                                               {SQLITE_DBCONFIG_ENABLE_TRIGGER, 0},
                                                               {SQLITE_DBCONFIG_ENABLE_VIEW, 0},
                                                               {SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
                                                               {SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER, 0},
                                                               {SQLITE_DBCONFIG_WRITABLE_SCHEMA, 0},
                                                               {SQLITE_DBCONFIG_DQS_DML, 0},
                                                               {SQLITE_DBCONFIG_DQS_DDL, 0}}};
    for (const auto& [name, value] : kSwitches) {
        if (sqlite3_db_config(connection, name, value, nullptr) != SQLITE_OK) {
            return fail(failed());
        }
    }
    sqlite3_limit(connection, SQLITE_LIMIT_LENGTH, kLongest);
    sqlite3_limit(connection, SQLITE_LIMIT_SQL_LENGTH, 1024 * 1024);
    sqlite3_limit(connection, SQLITE_LIMIT_EXPR_DEPTH, 100);
    sqlite3_limit(connection, SQLITE_LIMIT_TRIGGER_DEPTH, 1);
    sqlite3_limit(connection, SQLITE_LIMIT_ATTACHED, 0);
    constexpr const char* kSettings = "PRAGMA query_only=ON; PRAGMA cell_size_check=ON; PRAGMA mmap_size=0; "
                                      "PRAGMA temp_store=MEMORY; PRAGMA recursive_triggers=OFF";
    if (sqlite3_exec(connection, kSettings, nullptr, nullptr, nullptr) != SQLITE_OK) {
        return fail(failed());
    }
    sqlite3_set_authorizer(connection, authorise, nullptr);
    return done();
}

Result<Statement> Database::prepare(const std::string& sql) const
{
    sqlite3_stmt* made = nullptr;
    if (sqlite3_prepare_v2(m_connection.get(), sql.c_str(), -1, &made, nullptr) != SQLITE_OK) {
        return fail(failed());
    }
    return Statement(made);
}

Result<bool> Database::step(const Statement& statement) const
{
    const int code = sqlite3_step(statement.get());
    if (code == SQLITE_ROW || code == SQLITE_DONE) {
        return code == SQLITE_ROW;
    }
    return fail(failed());
}

Result<std::string> Database::text(const std::string& sql) const
{
    const auto statement = prepare(sql);
    if (!statement) {
        return fail(statement.error());
    }
    const auto isThere = step(*statement);
    if (!isThere) {
        return fail(isThere.error());
    }
    return *isThere ? std::string(textAt(*statement, 0)) : std::string();
}

Error Database::failed() const
{
    if (sqlite3_errcode(m_connection.get()) == SQLITE_NOMEM) {
        endOutOfMemory();
    }
    return damaged(std::string("the GeoPackage cannot be read: ") + sqlite3_errmsg(m_connection.get()));
}

std::string_view textAt(const Statement& statement, int column)
{
    const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement.get(), column));
    const auto length = sqlite3_column_bytes(statement.get(), column);
    return text == nullptr ? std::string_view() : std::string_view(text, static_cast<std::size_t>(length));
}

std::string quotedName(std::string_view name)
{
    std::string text = "\"";
    for (const char c : name) {
        text.append(c == '"' ? 2 : 1, c);
    }
    return text + "\"";
}

} // namespace observo::reader
