// SPDX-License-Identifier: GPL-3.0-or-later
#include "geopackage/GeoPackageSource.h"

#include "geopackage/Database.h"
#include "geopackage/GeoPackageLayers.h"
#include "geopackage/GeoPackageValues.h"
#include "geopackage/GeometryBlob.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

namespace observo::reader {

namespace {

/// A GeoPackage over our own connection.
class GeoPackageSource final : public Source {
public:
    [[nodiscard]] Done open(const StagedInput& input);
    [[nodiscard]] const feed::FileInfo& info() const override { return m_info; }
    [[nodiscard]] Done read(const ReadPlan& plan, feed::FrameOutput& out) override;

private:
    [[nodiscard]] static std::string queryFor(const GeoPackageTable& table, const ReadPlan& plan);

    std::optional<Database> m_database;
    std::vector<GeoPackageTable> m_tables;
    feed::FileInfo m_info;
};

Done GeoPackageSource::open(const StagedInput& input)
{
    auto database = Database::open(input.file);
    if (!database) {
        return fail(std::move(database.error()));
    }
    m_database.emplace(std::move(*database));
    auto contents = listContents(*m_database);
    if (!contents) {
        return fail(std::move(contents.error()));
    }
    m_info.format = wordsOf(input.format).format;
    m_info.driver = wordsOf(input.format).driver;
    m_info.problems = std::move(contents->problems);
    m_tables = std::move(contents->tables);
    for (const auto& table : m_tables) {
        m_info.layers.push_back(table.layer);
    }
    m_info.isPicture = m_tables.empty() && contents->hasTiles;
    if (m_tables.empty() && !m_info.isPicture) {
        return fail(Error{.code = ErrorCode::InputNotUnderstood,
                          .what = m_info.problems.empty() ? "there is no layer in the GeoPackage"
                                                          : m_info.problems.front().what,
                          .advice = "ask for an export with its rows in tables"});
    }
    return done();
}

std::string GeoPackageSource::queryFor(const GeoPackageTable& table, const ReadPlan& plan)
{
    std::string query = "SELECT " + (table.id.empty() ? std::string("rowid") : quotedName(table.id));
    query += ", " + (table.geometry.empty() || !(plan.withGeometry || plan.box) ? std::string("NULL")
                                                                                : quotedName(table.geometry));
    for (const auto column : plan.columns) {
        query += ", " + quotedName(table.columns[column]);
    }
    return query + " FROM " + quotedName(table.layer.name);
}

Done GeoPackageSource::read(const ReadPlan& plan, feed::FrameOutput& out)
{
    constexpr std::int64_t kOften = 1024;
    const auto& table = m_tables[plan.layer];
    const auto statement = m_database->prepare(queryFor(table, plan));
    if (!statement) {
        return fail(statement.error());
    }
    const auto total = static_cast<double>(std::max<std::int64_t>(1, table.layer.rows.value_or(1)));
    feed::Row row;
    row.values.resize(plan.columns.size());
    std::int64_t looked = 0;
    auto more = m_database->step(*statement);
    for (; more && *more && !plan.isFull(out.rows()); more = m_database->step(*statement)) {
        auto* const cells = statement->get();
        row.number = sqlite3_column_int64(cells, 0);
        row.geometry.clear();
        row.raw.clear();
        row.problems.clear();
        if (sqlite3_column_type(cells, 1) == SQLITE_BLOB) {
            takeGeometryBlob({static_cast<const char*>(sqlite3_column_blob(cells, 1)),
                              static_cast<std::size_t>(sqlite3_column_bytes(cells, 1))},
                             row);
        }
        for (std::uint32_t i = 0; i < plan.columns.size(); ++i) {
            takeCell(cells, static_cast<int>(i) + 2, table.layer.columns[plan.columns[i]], i, row);
        }
        const bool isWanted = !plan.box || row.geometry.meets(*plan.box);
        if (!plan.withGeometry) {
            row.geometry.clear();
        }
        if (isWanted) {
            out.row(row);
        }
        if (++looked % kOften == 0) {
            out.progress(std::min(1.0, static_cast<double>(looked) / total));
        }
    }
    return more ? done() : Done(fail(more.error()));
}

} // namespace

Result<std::unique_ptr<Source>> openGeoPackage(StagedInput& input, const feed::Request&)
{
    auto source = std::make_unique<GeoPackageSource>();
    if (auto opened = source->open(input); !opened) {
        return fail(std::move(opened.error()));
    }
    return source;
}

} // namespace observo::reader
