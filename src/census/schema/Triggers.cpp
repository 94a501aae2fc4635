// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/Triggers.h"

#include "rows/RecordSql.h"

#include <algorithm>
#include <cstddef>

namespace observo::census {
namespace {

constexpr std::string_view kNow = "strftime('%Y-%m-%dT%H:%M:%fZ', 'now')";
constexpr std::string_view kIdle = "(SELECT value FROM observo_counter WHERE name = 'completing') = 0";
/// SQLite's parser nests a chain of || as deep as it is long, and our limit is 100.
constexpr std::size_t kGroup = 16;

std::string replaced(std::string text, std::string_view what, std::string_view with)
{
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size())) {
        text.replace(at, what.size(), with);
    }
    return text;
}

/// A value as JSON that reads back exactly: reals with 17 digits, geometry in hexadecimal.
std::string jsonOf(const std::string& value, const FieldInfo* field)
{
    if (field == nullptr) {
        return "CASE WHEN " + value + " IS NULL THEN 'null' ELSE '\"' || hex(" + value + ") || '\"' END";
    }
    const bool isText = field->type == FieldType::Text || field->type == FieldType::Code ||
                        field->type == FieldType::Codes || field->type == FieldType::Uuid ||
                        field->type == FieldType::Json;
    if (isText) {
        return "json_quote(" + value + ")";
    }
    // Infinite is no JSON number.
    return replaced("CASE typeof(@) WHEN 'real' THEN CASE WHEN abs(@) < 9e999 THEN printf('%!.17g', @) "
                    "ELSE json_quote(CAST(@ AS TEXT)) END ELSE json_quote(@) END",
                    "@", value);
}

/// '{...}' of the parts, each of which begins with a comma or is empty.
std::string objectOf(const std::vector<std::string>& parts)
{
    std::string all;
    for (std::size_t i = 0; i < parts.size(); i += kGroup) {
        all += i == 0 ? "(" : " ||\n        (";
        for (std::size_t j = i; j < std::min(i + kGroup, parts.size()); ++j) {
            all += (j == i ? "" : " ||\n         ") + parts[j];
        }
        all += ")";
    }
    return "'{' || substr(\n        " + all + ", 2) || '}'";
}

/// All columns of a row that have a value.
std::string fullImage(const RecordTable& table, const std::string& row)
{
    std::vector<std::string> parts;
    for (std::size_t i = 0; i < table.columns().size(); ++i) {
        const std::string column(table.columns()[i]);
        const std::string value = row + '.' + column;
        parts.push_back("CASE WHEN " + value + " IS NULL THEN '' ELSE ',\"" + column + "\":' || " +
                        jsonOf(value, table.fieldOf(i)) + " END");
    }
    return objectOf(parts);
}

/// The columns in which `row` differs from `other`, with the values of `row`.
std::string changedImage(const RecordTable& table, const std::string& row, const std::string& other)
{
    std::vector<std::string> parts;
    for (std::size_t i = 0; i < table.columns().size(); ++i) {
        const std::string column(table.columns()[i]);
        const std::string value = row + '.' + column;
        parts.push_back("CASE WHEN " + value + " IS " + other + '.' + column + " THEN '' ELSE ',\"" + column +
                        "\":' || " + jsonOf(value, table.fieldOf(i)) + " END");
    }
    return objectOf(parts);
}

std::string uuidExpression(std::string_view given)
{
    constexpr std::string_view kMade =
        "lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-' || "
        "substr('89ab', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))";
    return replaced("CASE WHEN @ LIKE '________-____-____-____-____________' AND lower(@) NOT GLOB '*[^0-9a-f-]*' "
                    "THEN lower(@) ELSE ",
                    "@", given) +
           std::string(kMade) + " END";
}

/// True for a row that lacks what every record of ours has.
std::string isIncomplete(const RecordTable& table)
{
    std::string test = replaced("NEW.@ IS NULL OR NEW.@ NOT LIKE '________-____-____-____-____________' OR NEW.@ GLOB "
                                "'*[^0-9a-f-]*'",
                                "@", table.idColumn());
    if (table.hasBook()) {
        test += replaced(" OR NEW.@ IS NULL OR NEW.@ = '' OR NEW.body_istat IS NULL OR NEW.row_version IS NULL OR "
                         "NEW.created_at IS NULL OR NEW.updated_at IS NULL",
                         "@", table.codeColumn());
    } else {
        test += " OR NEW.updated_at IS NULL";
    }
    return test;
}

std::string completingSwitch(std::string_view value, const std::string& condition)
{
    return "    UPDATE observo_counter SET value = " + std::string(value) + " WHERE name = 'completing' AND (" +
           condition + ");\n";
}

/// The next free number, counting on from the last one given out.
std::string numbering(const RecordTable& table)
{
    std::string sql = "    UPDATE observo_counter SET value = (WITH RECURSIVE n(v) AS (SELECT value + 1 UNION ALL "
                      "SELECT v + 1 FROM n WHERE EXISTS (SELECT 1 FROM @ WHERE @code = printf('@prefix-%04d', v))) "
                      "SELECT max(v) FROM n)\n    WHERE name = '@' AND (NEW.@code IS NULL OR NEW.@code = '');\n";
    sql = replaced(std::move(sql), "@prefix", codePrefix(table.kind()));
    sql = replaced(std::move(sql), "@code", table.codeColumn());
    return replaced(std::move(sql), "@", table.name());
}

std::string completion(const RecordTable& table)
{
    const std::string table_name(table.name());
    const std::string incomplete = isIncomplete(table);
    const std::string id(table.idColumn());
    std::string sql;
    if (table.hasBook()) {
        sql += numbering(table);
    }
    sql += completingSwitch("1", incomplete);
    sql += "    UPDATE " + table_name + " SET " + id + " = " + uuidExpression("NEW." + id);
    if (table.hasBook()) {
        const std::string code(table.codeColumn());
        sql += ",\n        " + code + " = coalesce(nullif(NEW." + code + ", ''), printf('" +
               std::string(codePrefix(table.kind())) + "-%04d', (SELECT value FROM observo_counter WHERE name = '" +
               table_name + "')))";
        sql += ",\n        body_istat = coalesce(NEW.body_istat, (SELECT istat_code FROM census LIMIT 1))"
               ",\n        row_version = coalesce(NEW.row_version, 1)"
               ",\n        created_at = coalesce(NEW.created_at, " +
               std::string(kNow) + "),\n        created_by = coalesce(NEW.created_by, 'other program')" +
               ",\n        updated_by = coalesce(NEW.updated_by, 'other program')";
    }
    sql += ",\n        updated_at = coalesce(NEW.updated_at, " + std::string(kNow) +
           ")\n    WHERE fid = NEW.fid AND (" + incomplete + ");\n";
    return sql + completingSwitch("0", incomplete);
}

std::string logLine(const RecordTable& table, std::string_view action, const std::string& uuid)
{
    return "    INSERT INTO change_log (at, action, kind, record) VALUES (" + std::string(kNow) + ", '" +
           std::string(action) + "', '" + std::string(table.name()) + "', " + uuid + ");\n";
}

Trigger insertTrigger(const RecordTable& table)
{
    const std::string name(table.name());
    const std::string uuid = "(SELECT " + std::string(table.idColumn()) + " FROM " + name + " WHERE fid = NEW.fid)";
    std::string sql = "CREATE TRIGGER observo_" + name + "_insert AFTER INSERT ON " + name + "\nBEGIN\n";
    sql += completion(table);
    sql += "    DELETE FROM row_seal WHERE uuid = " + uuid + ";\n";
    sql += "    DELETE FROM tombstone WHERE uuid = " + uuid + ";\n";
    sql += logLine(table, "add", uuid);
    sql += "    INSERT INTO log_payload (seq, salt, before, after)\n    SELECT last_insert_rowid(), randomblob(16), "
           "NULL, " +
           fullImage(table, "c") + "\n    FROM " + name + " AS c WHERE c.fid = NEW.fid;\nEND";
    return {"observo_" + name + "_insert", sql};
}

/// An update that leaves the version (cameras and so on) or the time (census) as it was came from another program.
std::string bump(const RecordTable& table)
{
    const std::string name(table.name());
    const std::string now(kNow);
    const std::string untouched = table.hasBook()
                                      ? "NEW.row_version IS NULL OR NEW.row_version <= coalesce(OLD.row_version, 0)"
                                      : "NEW.updated_at IS OLD.updated_at";
    const std::string set = table.hasBook() ? "row_version = coalesce(OLD.row_version, 0) + 1, updated_at = " + now +
                                                  ", updated_by = 'other program'"
                                            : "updated_at = " + now;
    return completingSwitch("1", untouched) + "    UPDATE " + name + " SET " + set + "\n    WHERE fid = NEW.fid AND (" +
           untouched + ");\n" + completingSwitch("0", untouched);
}

Trigger updateTrigger(const RecordTable& table)
{
    const std::string name(table.name());
    const std::string uuid = "OLD." + std::string(table.idColumn());
    std::string sql = "CREATE TRIGGER observo_" + name + "_update AFTER UPDATE ON " + name + "\nWHEN " +
                      std::string(kIdle) + "\nBEGIN\n";
    sql += bump(table);
    sql += "    DELETE FROM row_seal WHERE uuid = " + uuid + ";\n";
    sql += logLine(table, "change", uuid);
    sql += "    INSERT INTO log_payload (seq, salt, before, after)\n    SELECT last_insert_rowid(), randomblob(16), " +
           changedImage(table, "OLD", "c") + ",\n        " + changedImage(table, "c", "OLD") + "\n    FROM " + name +
           " AS c WHERE c.fid = NEW.fid;\nEND";
    return {"observo_" + name + "_update", sql};
}

Trigger deleteTrigger(const RecordTable& table)
{
    const std::string name(table.name());
    const std::string uuid = "OLD." + std::string(table.idColumn());
    const std::string place = table.hasBook() ? "OLD.body_istat, OLD." + std::string(table.codeColumn())
                                              : std::string("OLD.istat_code, NULL");
    std::string sql = "CREATE TRIGGER observo_" + name + "_delete AFTER DELETE ON " + name + "\nBEGIN\n";
    sql += "    DELETE FROM row_seal WHERE uuid = " + uuid + ";\n";
    sql += logLine(table, "remove", uuid);
    sql += "    INSERT INTO log_payload (seq, salt, before, after)\n    VALUES (last_insert_rowid(), randomblob(16), " +
           fullImage(table, "OLD") + ", NULL);\n";
    sql += "    DELETE FROM tombstone WHERE uuid = " + uuid + ";\n";
    sql += "    INSERT INTO tombstone (uuid, kind, body_istat, code, removed_at, removed_by, last_state)\n    SELECT " +
           uuid + ", '" + name + "', " + place +
           ", at, 'other program', before\n    FROM change_log JOIN log_payload " +
           "USING (seq) WHERE seq = (SELECT max(seq) FROM change_log) AND " + uuid + " IS NOT NULL;\nEND";
    return {"observo_" + name + "_delete", sql};
}

/// A record keeps its identity for life.
Trigger identityTrigger(const RecordTable& table)
{
    const std::string name(table.name());
    const std::string id(table.idColumn());
    return {"observo_" + name + "_identity", "CREATE TRIGGER observo_" + name + "_identity BEFORE UPDATE OF " + id +
                                                 " ON " + name + "\nWHEN NEW." + id + " IS NOT OLD." + id + " AND " +
                                                 std::string(kIdle) + "\nBEGIN\n    SELECT RAISE(ABORT, '" + id +
                                                 " identifies the record and cannot be changed');\nEND"};
}

} // namespace

std::string_view codePrefix(RecordKind kind)
{
    switch (kind) {
    case RecordKind::Camera:
        return "TC";
    case RecordKind::Site:
        return "P";
    case RecordKind::System:
        return "I";
    case RecordKind::Census:
        break;
    }
    return {};
}

std::vector<Trigger> logTriggers(RecordKind kind)
{
    const auto& table = schemaTable(kind);
    return {insertTrigger(table), updateTrigger(table), deleteTrigger(table), identityTrigger(table)};
}

} // namespace observo::census
