// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/Schema.h"

#include "EmbeddedSchema.h"
#include "guard/Clock.h"
#include "rows/RecordSql.h"
#include "schema/Triggers.h"
#include "sqlite/Connection.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <map>
#include <set>

namespace observo::census {
namespace {

struct SchemaObject {
    std::string type;
    std::string table;
    std::string sql;
};
using SchemaObjects = std::map<std::string, SchemaObject, std::less<>>;

int versionIn(std::string_view name)
{
    int version = 0;
    std::from_chars(name.data(), name.data() + std::min<std::size_t>(name.size(), 4), version);
    return version;
}

/// What stands in the sqlite_master of a census that this program has just made. The statements are our own, so a
/// failure is a fault of the program.
SchemaObjects knownObjects()
{
    sqlite3* handle = nullptr;
    expects(sqlite3_open(":memory:", &handle) == SQLITE_OK);
    for (const auto& step : schemaSteps()) {
        expects(sqlite3_exec(handle, std::string(step.sql).c_str(), nullptr, nullptr, nullptr) == SQLITE_OK);
    }
    for (const auto kind : kRecordKinds) {
        for (const auto& trigger : logTriggers(kind)) {
            expects(sqlite3_exec(handle, trigger.sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK);
        }
    }
    SchemaObjects objects;
    const auto take = [](void* target, int /*count*/, char** values, char** /*names*/) {
        const auto text = [&](int i) { return std::string(values[i] != nullptr ? values[i] : ""); };
        (*static_cast<SchemaObjects*>(target))[text(0)] = {text(1), text(2), text(3)};
        return 0;
    };
    expects(sqlite3_exec(handle, "SELECT name, type, tbl_name, sql FROM sqlite_master", take, &objects, nullptr) ==
            SQLITE_OK);
    sqlite3_close(handle);
    return objects;
}

Result<SchemaObjects> objectsOf(Connection& connection)
{
    auto rows = connection.prepare("SELECT name, type, tbl_name, sql FROM sqlite_master");
    if (!rows) {
        return fail(rows.error());
    }
    SchemaObjects objects;
    while (true) {
        const auto row = rows->step();
        if (!row) {
            return fail(row.error());
        }
        if (!*row) {
            return objects;
        }
        objects[std::string(rows->text(0))] = {std::string(rows->text(1)), std::string(rows->text(2)),
                                               std::string(rows->text(3))};
    }
}

/// Tables to which other programs may add columns; all others keep their text.
bool mayGrow(std::string_view table)
{
    return table.starts_with("gpkg_") ||
           std::ranges::any_of(kRecordKinds, [&](RecordKind kind) { return nameOf(kind) == table; });
}

/// GDAL counts features by triggers of its own, in files that have its table for that.
bool isFeatureCount(const SchemaObject& trigger)
{
    for (const auto& [event, sign] : {std::pair{"INSERT", "+"}, std::pair{"DELETE", "-"}}) {
        std::string lower(event);
        std::ranges::transform(lower, lower.begin(), [](char c) { return static_cast<char>(c | 0x20); });
        if (trigger.sql == "CREATE TRIGGER \"trigger_" + lower + "_feature_count_" + trigger.table + "\" AFTER " +
                               event + " ON \"" + trigger.table +
                               "\" BEGIN UPDATE gpkg_ogr_contents SET feature_count = feature_count " + sign +
                               " 1 WHERE lower(table_name) = lower('" + trigger.table + "'); END") {
            return true;
        }
    }
    return false;
}

std::string dropTrigger(std::string_view name)
{
    std::string sql = "DROP TRIGGER IF EXISTS \"";
    for (const char c : name) {
        sql += c == '"' ? std::string("\"\"") : std::string(1, c);
    }
    return sql + "\";";
}

void compareKnown(const std::string& name, const SchemaObject& known, const SchemaObjects& found,
                  std::vector<SchemaDifference>& differences)
{
    const auto at = found.find(name);
    const std::string what = known.type + " \"" + name + "\"";
    // A trigger holds no data, so that it can be made anew; a table that is another one cannot.
    const std::string remedy = known.type == "trigger" ? dropTrigger(name) + known.sql + ";" : std::string();
    if (at == found.end()) {
        differences.push_back({what + " is missing", remedy});
    } else if (at->second.type != known.type) {
        differences.push_back({what + " is something else", {}});
    } else if (at->second.table != known.table) {
        differences.push_back({what + " is something else", remedy});
    } else if (at->second.sql != known.sql && !(known.type == "table" && mayGrow(name))) {
        differences.push_back({what + " is not the one this program made", remedy});
    }
}

} // namespace

std::vector<SchemaStep> schemaSteps()
{
    std::vector<SchemaStep> steps;
    for (const auto& file : embeddedSchema()) {
        steps.push_back({versionIn(file.name), file.name, file.text});
    }
    return steps;
}

int currentSchemaVersion()
{
    static const int version = schemaSteps().back().version;
    return version;
}

std::string schemaVersionText(int version)
{
    return std::to_string(version) + ".0.0";
}

Done createLogTriggers(Connection& connection)
{
    for (const auto kind : kRecordKinds) {
        for (const auto& trigger : logTriggers(kind)) {
            if (auto made = connection.execute(trigger.sql, "making the triggers of the change log"); !made) {
                return made;
            }
        }
    }
    return done();
}

Done dropLogTriggers(Connection& connection)
{
    for (const auto kind : kRecordKinds) {
        for (const auto& trigger : logTriggers(kind)) {
            if (auto dropped = connection.execute("DROP TRIGGER IF EXISTS " + trigger.name, "setting triggers aside");
                !dropped) {
                return dropped;
            }
        }
    }
    return done();
}

Done applySchema(Connection& connection, int from, const std::vector<SchemaStep>& steps, std::string_view program)
{
    if (auto dropped = dropLogTriggers(connection); !dropped) {
        return dropped;
    }
    for (const auto& step : steps) {
        if (step.version <= from) {
            continue;
        }
        if (auto applied = connection.execute(std::string(step.sql), "applying " + std::string(step.name)); !applied) {
            return applied;
        }
        auto noted = connection.prepare("INSERT INTO observo_schema (version, applied_at, program) VALUES (?, ?, ?)");
        if (!noted) {
            return fail(noted.error());
        }
        if (auto ran = noted->bind(1, std::int64_t{step.version}).bind(2, utcNow()).bind(3, program).run(); !ran) {
            return ran;
        }
    }
    return createLogTriggers(connection);
}

Result<int> schemaVersionOf(Connection& connection)
{
    const auto known = connection.number("SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name IN "
                                         "('observo_schema', 'camera', 'site', 'system', 'census', 'change_log')");
    if (!known) {
        return fail(known.error());
    }
    if (*known != 6) {
        return fail(Error{.code = ErrorCode::CensusDamaged,
                          .what = "the file is not a census of this program",
                          .file = connection.file().string(),
                          .advice = "open a census, or import the file into one"});
    }
    const auto version = connection.number("SELECT max(version) FROM observo_schema");
    if (!version) {
        return fail(version.error());
    }
    if (*version > currentSchemaVersion()) {
        return fail(Error{.code = ErrorCode::CensusNewer,
                          .what = "the census was written by a newer version of the program (schema " +
                                  std::to_string(*version) + ", this program knows " +
                                  std::to_string(currentSchemaVersion()) + ")",
                          .file = connection.file().string(),
                          .advice = "open it with the newer version"});
    }
    return static_cast<int>(*version);
}

Result<std::vector<SchemaDifference>> schemaDifferences(Connection& connection)
{
    static const SchemaObjects known = knownObjects();
    const auto found = objectsOf(connection);
    if (!found) {
        return fail(found.error());
    }
    std::vector<SchemaDifference> differences;
    for (const auto& [name, object] : known) {
        compareKnown(name, object, *found, differences);
    }
    for (const auto& [name, object] : *found) {
        const auto table = known.find(object.table);
        const bool isOurs = table != known.end() && table->second.type == "table";
        if (object.type == "trigger" && isOurs && !known.contains(name) && !isFeatureCount(object)) {
            differences.push_back(
                {"trigger \"" + name + "\" on table \"" + object.table + "\" is not ours", dropTrigger(name)});
        }
    }
    const auto completing = connection.number("SELECT value FROM observo_counter WHERE name = 'completing'");
    if (!completing) {
        return fail(completing.error());
    }
    if (*completing != 0) {
        differences.push_back({"the switch that silences the change log is on",
                               "UPDATE observo_counter SET value = 0 WHERE name = 'completing';"});
    }
    return differences;
}

Done applyRemedies(Connection& connection, const std::vector<SchemaDifference>& differences)
{
    // All that does not belong goes before anything is written that it could meet.
    for (const auto& difference : differences) {
        if (auto applied = connection.execute(difference.remedy, "putting the structure right"); !applied) {
            return applied;
        }
    }
    return connection.execute("DELETE FROM rtree_camera_geom; INSERT INTO rtree_camera_geom "
                              "SELECT fid, observo_lon(geom), observo_lon(geom), observo_lat(geom), observo_lat(geom) "
                              "FROM camera WHERE observo_lon(geom) IS NOT NULL",
                              "making the spatial index anew");
}

} // namespace observo::census
