// SPDX-License-Identifier: GPL-3.0-or-later
#include "Store.h"

#include <algorithm>
#include <utility>

namespace observo::census {

Error structureError(const std::vector<SchemaDifference>& differences, const std::filesystem::path& file)
{
    std::string all;
    for (const auto& difference : differences) {
        all += (all.empty() ? "" : "; ") + difference.what;
    }
    const bool canBeRepaired = std::ranges::none_of(differences, &std::string::empty, &SchemaDifference::remedy);
    return {.code = ErrorCode::CensusDamaged,
            .what = "the structure of the census was changed by another program: " + all,
            .file = file.string(),
            .advice = canBeRepaired
                          ? "it can be read; to edit it, put the structure right: observo-cli check CENSUS --repair"
                          : "it can be read; to edit, open a backup or merge it into a new census"};
}

Store::Store(std::unique_ptr<Connection> connection, int version)
    : m_connection(std::move(connection)), m_rows(*m_connection), m_sealer(*m_connection, m_rows), m_version(version)
{}

Result<std::unique_ptr<Store>> Store::open(const std::filesystem::path& file)
{
    auto connection = Connection::open(file, Connection::Access::Write);
    if (!connection) {
        return fail(connection.error());
    }
    const auto version = schemaVersionOf(**connection);
    if (!version) {
        return fail(version.error());
    }
    // An older file has the triggers of its own time; they are renewed by the migration.
    if (*version == currentSchemaVersion()) {
        const auto differences = schemaDifferences(**connection);
        if (!differences) {
            return fail(differences.error());
        }
        if (!differences->empty()) {
            return fail(structureError(*differences, file));
        }
    }
    if (auto trusted = (*connection)->trustSchema(); !trusted) {
        return fail(trusted.error());
    }
    return std::unique_ptr<Store>(new Store(std::move(*connection), *version));
}

Done Store::migrate(std::string_view program)
{
    auto transaction = Transaction::begin(*m_connection);
    if (!transaction) {
        return fail(transaction.error());
    }
    if (auto applied = applySchema(*m_connection, m_version, schemaSteps(), program); !applied) {
        return applied;
    }
    if (auto committed = transaction->commit(); !committed) {
        return committed;
    }
    m_version = currentSchemaVersion();
    return done();
}

Done Store::touchContents(const std::string& at, const GeoBox& added)
{
    auto changed = m_connection->prepare("UPDATE gpkg_contents SET last_change = ?1 WHERE table_name = 'camera'");
    if (!changed) {
        return fail(changed.error());
    }
    if (auto ran = changed->bind(1, at).run(); !ran || added.isEmpty()) {
        return ran;
    }
    auto extent = m_connection->prepare(
        "UPDATE gpkg_contents SET min_x = min(coalesce(min_x, ?1), ?1), min_y = min(coalesce(min_y, ?2), ?2), "
        "max_x = max(coalesce(max_x, ?3), ?3), max_y = max(coalesce(max_y, ?4), ?4) WHERE table_name = 'camera'");
    if (!extent) {
        return fail(extent.error());
    }
    return extent->bind(1, added.west).bind(2, added.south).bind(3, added.east).bind(4, added.north).run();
}

} // namespace observo::census
