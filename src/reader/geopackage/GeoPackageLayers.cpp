// SPDX-License-Identifier: GPL-3.0-or-later
#include "geopackage/GeoPackageLayers.h"

#include "observo/geo/Crs.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <set>
#include <string_view>
#include <utility>

namespace observo::reader {

namespace {

constexpr std::size_t kMostLayers = 1000;
constexpr std::size_t kMostColumns = 2000; // SQLite's own limit

using Weight = feed::Problem::Weight;

std::string lower(std::string_view text)
{
    std::string lowered(text);
    std::transform(lowered.begin(), lowered.end(), lowered.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return lowered;
}

std::string literal(std::string_view text)
{
    std::string made = "'";
    for (const char c : text) {
        made.append(c == '\'' ? 2 : 1, c);
    }
    return made + "'";
}

/// Names of the things in the schema, in lower case.
struct Schema {
    std::set<std::string> tables;
    std::set<std::string> views;
};

Result<Schema> readSchema(const Database& database)
{
    const auto statement = database.prepare("SELECT type, name, sql FROM sqlite_master");
    if (!statement) {
        return fail(statement.error());
    }
    Schema schema;
    auto more = database.step(*statement);
    for (; more && *more; more = database.step(*statement)) {
        const auto type = textAt(*statement, 0);
        const auto name = lower(textAt(*statement, 1));
        const auto sql = lower(textAt(*statement, 2));
        if (type == "view") {
            schema.views.insert(name);
        } else if (type == "table") {
            if (sql.starts_with("create virtual table") && sql.find("using rtree") == std::string::npos) {
                return fail(
                    Error{.code = ErrorCode::InputUnreadable,
                          .what = "the GeoPackage has a table that runs code of its own: " + name.substr(0, 100),
                          .advice = "ask for an export without it"});
            }
            schema.tables.insert(name);
        }
    }
    return more ? Result<Schema>(std::move(schema)) : Result<Schema>(fail(more.error()));
}

FieldType typeOf(std::string_view declared)
{
    const auto type = lower(declared.substr(0, declared.find('(')));
    if (type == "boolean") {
        return FieldType::Boolean;
    }
    if (type == "tinyint" || type == "smallint" || type == "mediumint" || type == "int" || type == "integer") {
        return FieldType::Integer;
    }
    if (type == "float" || type == "double" || type == "real" || type == "numeric") {
        return FieldType::Real;
    }
    if (type == "date") {
        return FieldType::Date;
    }
    return type == "datetime" ? FieldType::Timestamp : FieldType::Text;
}

int widthOf(std::string_view declared)
{
    const auto open = declared.find('(');
    int width = 0;
    if (open != std::string_view::npos) {
        std::from_chars(declared.data() + open + 1, declared.data() + declared.size(), width);
    }
    return std::clamp(width, 0, 1'000'000);
}

feed::Shape shapeOf(std::string_view type)
{
    const auto name = lower(type);
    if (name == "point" || name == "multipoint") {
        return feed::Shape::Points;
    }
    if (name.find("linestring") != std::string::npos || name.find("curve") == 0) {
        return feed::Shape::Lines;
    }
    if (name.find("polygon") != std::string::npos || name.find("surface") != std::string::npos) {
        return feed::Shape::Polygons;
    }
    return feed::Shape::Mixed;
}

feed::ReferenceSystem systemOf(const Database& database, std::int64_t srs)
{
    feed::ReferenceSystem system;
    if (srs == -1 || srs == 0) { // undefined Cartesian, undefined geographic
        return system;
    }
    const auto statement = database.prepare("SELECT organization, organization_coordsys_id, definition, srs_name FROM "
                                            "gpkg_spatial_ref_sys WHERE srs_id = " +
                                            std::to_string(srs));
    const auto isThere = statement ? database.step(*statement) : Result<bool>(false);
    if (!isThere || !*isThere) {
        return system;
    }
    system.evidence = feed::Evidence::Declared;
    system.name = textAt(*statement, 3);
    const auto organization = lower(textAt(*statement, 0));
    const bool isEpsg = organization == "epsg";
    const auto known =
        geo::Crs::fromText(isEpsg ? "EPSG:" + std::string(textAt(*statement, 1)) : std::string(textAt(*statement, 2)));
    if (known) {
        system.id = known->epsg() != 0 ? known->id() : "";
        system.wkt = known->wkt2();
    }
    return system;
}

Done takeColumns(const Database& database, const std::string& name, GeoPackageTable& table)
{
    const auto statement = database.prepare("PRAGMA table_info(" + quotedName(name) + ")");
    if (!statement) {
        return fail(statement.error());
    }
    int keys = 0;
    auto more = database.step(*statement);
    for (; more && *more && table.columns.size() < kMostColumns; more = database.step(*statement)) {
        const std::string column(textAt(*statement, 1));
        const auto declared = textAt(*statement, 2);
        const bool isKey = sqlite3_column_int(statement->get(), 5) != 0;
        keys += isKey ? 1 : 0;
        if (isKey && lower(declared) == "integer") {
            table.id = column;
        } else if (lower(column) != lower(table.geometry)) {
            table.columns.push_back(column);
            table.layer.columns.push_back({.name = column, .type = typeOf(declared), .width = widthOf(declared)});
        }
    }
    table.id = keys == 1 ? table.id : "";
    return more ? done() : Done(fail(more.error()));
}

std::optional<feed::Box> boxFrom(const Statement& statement, int first)
{
    feed::Box box;
    for (auto* edge : {&box.minX, &box.minY, &box.maxX, &box.maxY}) {
        if (sqlite3_column_type(statement.get(), first) == SQLITE_NULL) {
            return std::nullopt;
        }
        *edge = sqlite3_column_double(statement.get(), first++);
    }
    const bool isFinite = std::isfinite(box.minX + box.minY + box.maxX + box.maxY);
    return isFinite && box.minX <= box.maxX ? std::optional(box) : std::nullopt;
}

/// Which table it is, and what the register of the GeoPackage says of it.
struct Entry {
    std::string name;
    std::string kind;
    std::optional<feed::Box> extent;
};

Result<std::vector<Entry>> readEntries(const Database& database)
{
    const auto statement =
        database.prepare("SELECT table_name, data_type, min_x, min_y, max_x, max_y FROM gpkg_contents");
    if (!statement) {
        return fail(statement.error());
    }
    std::vector<Entry> entries;
    auto more = database.step(*statement);
    for (; more && *more && entries.size() < kMostLayers; more = database.step(*statement)) {
        entries.push_back({.name = std::string(textAt(*statement, 0)),
                           .kind = lower(textAt(*statement, 1)),
                           .extent = boxFrom(*statement, 2)});
    }
    return more ? Result<std::vector<Entry>>(std::move(entries)) : Result<std::vector<Entry>>(fail(more.error()));
}

Result<GeoPackageTable> tableOf(const Database& database, const Entry& entry)
{
    GeoPackageTable table;
    table.layer.name = entry.name;
    table.layer.extent = entry.extent;
    table.layer.encoding = {.evidence = feed::Evidence::Format, .name = "UTF-8"};
    if (entry.kind == "features") {
        const auto statement =
            database.prepare("SELECT column_name, geometry_type_name, srs_id FROM gpkg_geometry_columns WHERE "
                             "lower(table_name) = lower(" +
                             literal(entry.name) + ")");
        const auto isThere = statement ? database.step(*statement) : Result<bool>(fail(statement.error()));
        if (!isThere) {
            return fail(isThere.error());
        }
        if (*isThere) {
            table.geometry = textAt(*statement, 0);
            table.layer.shape = shapeOf(textAt(*statement, 1));
            table.layer.system = systemOf(database, sqlite3_column_int64(statement->get(), 2));
        }
    }
    if (auto taken = takeColumns(database, entry.name, table); !taken) {
        return fail(std::move(taken.error()));
    }
    const auto count = database.text("SELECT count(*) FROM " + quotedName(entry.name));
    if (!count) {
        return fail(count.error());
    }
    table.layer.rows = std::strtoll(count->c_str(), nullptr, 10);
    return table;
}

} // namespace

Result<GeoPackageContents> listContents(const Database& database)
{
    const auto schema = readSchema(database);
    if (!schema) {
        return fail(schema.error());
    }
    if (!schema->tables.contains("gpkg_contents")) {
        return fail(Error{.code = ErrorCode::InputUnreadable,
                          .what = "the file is a database, but no GeoPackage",
                          .advice = "export a GeoPackage from the program that made it"});
    }
    const auto entries = readEntries(database);
    if (!entries) {
        return fail(entries.error());
    }
    GeoPackageContents contents;
    for (const auto& entry : *entries) {
        contents.hasTiles = contents.hasTiles || entry.kind.find("tile") != std::string::npos ||
                            entry.kind.find("coverage") != std::string::npos;
        if (entry.kind != "features" && entry.kind != "attributes") {
            continue;
        }
        if (!schema->tables.contains(lower(entry.name))) {
            const bool isView = schema->views.contains(lower(entry.name));
            contents.problems.push_back(
                {.weight = Weight::Loss,
                 .what = isView ? "\"" + entry.name + "\" is a view, which runs code of the file; it was not read"
                                : "\"" + entry.name + "\" is listed but not there"});
            continue;
        }
        auto table = tableOf(database, entry);
        if (!table) {
            return fail(std::move(table.error()));
        }
        contents.tables.push_back(std::move(*table));
    }
    return contents;
}

} // namespace observo::reader
