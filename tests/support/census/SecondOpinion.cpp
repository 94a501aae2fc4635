// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/census/SecondOpinion.h"

#include "support/census/CensusModel.h"

#include <sqlite3.h>
#include <sys/wait.h>

#include <array>
#include <cstdio>
#include <cstring>
#include <memory>
#include <stdexcept>
#include <vector>

namespace observo::test {

namespace {

struct Close {
    void operator()(sqlite3* database) const { sqlite3_close_v2(database); }
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Database = std::unique_ptr<sqlite3, Close>;
using Statement = std::unique_ptr<sqlite3_stmt, Close>;

[[noreturn]] void refuse(sqlite3* database)
{
    throw std::runtime_error(sqlite3_errmsg(database));
}

// The GeoPackage functions that R-tree triggers call, for points alone: header of 8 bytes, then WKB.
void pointIsEmpty(sqlite3_context* context, int, sqlite3_value** values)
{
    sqlite3_result_int(context, sqlite3_value_type(values[0]) == SQLITE_NULL ? 1 : 0);
}

template <int Ordinate>
void pointOrdinate(sqlite3_context* context, int, sqlite3_value** values)
{
    const auto* blob = static_cast<const unsigned char*>(sqlite3_value_blob(values[0]));
    const int size = sqlite3_value_bytes(values[0]);
    constexpr std::array<int, 8> kEnvelopeBytes{0, 32, 48, 48, 64, 0, 0, 0};
    if (blob == nullptr || size < 8) {
        sqlite3_result_null(context);
        return;
    }
    const int at = 8 + kEnvelopeBytes[static_cast<std::size_t>((blob[3] >> 1) & 7)] + 5 + Ordinate * 8;
    if (at + 8 > size) {
        sqlite3_result_null(context);
        return;
    }
    double value = 0;
    std::memcpy(&value, blob + at, sizeof value);
    sqlite3_result_double(context, value);
}

Database openPlain(const std::filesystem::path& file)
{
    sqlite3* opened = nullptr;
    const int code = sqlite3_open_v2(file.c_str(), &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_EXRESCODE, nullptr);
    Database database(opened);
    if (code != SQLITE_OK) {
        refuse(opened);
    }
    sqlite3_busy_timeout(opened, 2000);
    addGeoPackageFunctions(opened);
    return database;
}

Statement prepare(const Database& database, const std::string& sql)
{
    sqlite3_stmt* prepared = nullptr;
    if (sqlite3_prepare_v2(database.get(), sql.c_str(), -1, &prepared, nullptr) != SQLITE_OK) {
        refuse(database.get());
    }
    return Statement(prepared);
}

bool step(const Database& database, const Statement& statement)
{
    const int code = sqlite3_step(statement.get());
    if (code != SQLITE_ROW && code != SQLITE_DONE) {
        refuse(database.get());
    }
    return code == SQLITE_ROW;
}

std::string columnText(const Statement& statement, int column)
{
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement.get(), column));
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement.get(), column));
    return bytes == nullptr ? std::string() : std::string(bytes, size);
}

std::vector<std::string> firstColumn(const Database& database, const std::string& sql)
{
    std::vector<std::string> values;
    const auto statement = prepare(database, sql);
    while (step(database, statement)) {
        values.push_back(columnText(statement, 0));
    }
    return values;
}

std::uint64_t digestOfTable(const Database& database, const std::string& table, std::uint64_t digest)
{
    const auto rows = prepare(database, "SELECT * FROM \"" + table + "\"");
    while (step(database, rows)) {
        for (int column = 0; column < sqlite3_column_count(rows.get()); ++column) {
            const char type = static_cast<char>('0' + sqlite3_column_type(rows.get(), column));
            digest = digestOf(std::string_view(&type, 1), digest);
            digest = digestOf(columnText(rows, column), digest);
        }
    }
    return digest;
}

} // namespace

void addGeoPackageFunctions(sqlite3* database)
{
    constexpr int kFlags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
    sqlite3_create_function_v2(database, "ST_IsEmpty", 1, kFlags, nullptr, pointIsEmpty, nullptr, nullptr, nullptr);
    for (const char* name : {"ST_MinX", "ST_MaxX"}) {
        sqlite3_create_function_v2(database, name, 1, kFlags, nullptr, pointOrdinate<0>, nullptr, nullptr, nullptr);
    }
    for (const char* name : {"ST_MinY", "ST_MaxY"}) {
        sqlite3_create_function_v2(database, name, 1, kFlags, nullptr, pointOrdinate<1>, nullptr, nullptr, nullptr);
    }
}

std::string integrityOf(const std::filesystem::path& file)
{
    try {
        const auto database = openPlain(file);
        for (const auto& line : firstColumn(database, "PRAGMA integrity_check")) {
            if (line != "ok") {
                return line;
            }
        }
        const auto dangling = firstColumn(database, "PRAGMA foreign_key_check");
        return dangling.empty() ? "ok" : "dangling reference in " + dangling.front();
    } catch (const std::runtime_error& error) {
        return error.what();
    }
}

std::uint64_t fingerprintOf(const std::filesystem::path& file)
{
    try {
        const auto database = openPlain(file);
        std::uint64_t digest = kDigestStart;
        const auto tables = firstColumn(database, "SELECT name FROM sqlite_schema WHERE type = 'table' "
                                                  "AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name");
        for (const auto& table : tables) {
            digest = digestOfTable(database, table, digestOf(table, digest));
        }
        return digest;
    } catch (const std::runtime_error&) {
        return 0;
    }
}

void runSql(const std::filesystem::path& file, const std::string& sql)
{
    const auto database = openPlain(file);
    if (sqlite3_exec(database.get(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) {
        refuse(database.get());
    }
}

void runAroundTriggers(const std::filesystem::path& file, const std::string& sql)
{
    const std::string ours = "FROM sqlite_schema WHERE type = 'trigger' AND sql IS NOT NULL AND name NOT LIKE 'rtree%'";
    const auto drop = sqlValue(file, "SELECT group_concat('DROP TRIGGER \"' || name || '\";', '') " + ours);
    const auto restore = sqlValue(file, "SELECT group_concat(sql || ';', char(10)) " + ours);
    runSql(file, "BEGIN;" + drop + sql + ";" + restore + "COMMIT;");
}

std::string sqlValue(const std::filesystem::path& file, const std::string& sql)
{
    const auto values = firstColumn(openPlain(file), sql);
    return values.empty() ? std::string() : values.front();
}

std::string validatorSays(const std::filesystem::path& file)
{
    const auto run = [](const std::string& command) {
        std::string said;
        FILE* pipe = ::popen(command.c_str(), "r");
        if (pipe == nullptr) {
            throw std::runtime_error("cannot start " + command);
        }
        std::array<char, 4096> buffer{};
        while (const auto size = std::fread(buffer.data(), 1, buffer.size(), pipe)) {
            said.append(buffer.data(), size);
        }
        const int status = ::pclose(pipe);
        return std::pair(WIFEXITED(status) ? WEXITSTATUS(status) : -1, said);
    };
    if (run("/usr/bin/python3 -c 'import osgeo_utils.samples.validate_gpkg' 2>&1").first != 0) {
        return "absent";
    }
    const auto [status, said] =
        run("/usr/bin/python3 -m osgeo_utils.samples.validate_gpkg '" + file.string() + "' 2>&1");
    return status == 0 ? "ok" : said;
}

} // namespace observo::test
