// SPDX-License-Identifier: GPL-3.0-or-later
#include "ReaderBody.h"
#include "SessionBody.h"
#include "guard/Clock.h"
#include "schema/Schema.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <utility>

namespace observo::census {
namespace {

std::string contentOf(const Repair& repaired)
{
    const nlohmann::ordered_json json = {{"repaired", repaired.repaired},
                                         {"backup", repaired.backup.filename().string()}};
    return json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

} // namespace

/// What stands in the way of editing must be the structure alone; everything else is refused as an edit would be.
Result<Repair> Session::Body::repair()
{
    if (busy || (blocked && blocked->code != ErrorCode::CensusDamaged)) {
        return fail(busy ? *whyNot() : *blocked);
    }
    if (!blocked) {
        return Repair{};
    }
    if (auto there = checkInPlace(); !there) {
        return fail(there.error());
    }
    if (auto taken = takeLock(); !taken) {
        return fail(taken.error());
    }
    auto repaired = [&]() -> Result<Repair> {
        // Whoever reads in place would keep a WAL alive that has to be ended.
        if (auto reopened = hasWal(file) ? reopenReader() : done(); !reopened) {
            return fail(reopened.error());
        }
        auto connection = Connection::open(file, Connection::Access::Write);
        return connection ? repairThrough(**connection) : Result<Repair>(fail(connection.error()));
    }();
    if (options.lock == LockHolding::PerEdit) {
        lock.reset();
    }
    if (!repaired) {
        return repaired;
    }
    if (auto again = reload(); !again) {
        return fail(again.error());
    }
    findObstacles();
    return repaired;
}

Result<Repair> Session::Body::repairThrough(Connection& connection)
{
    Repair repaired;
    auto backup = Backups(file, census.id).make(connection, Progress());
    if (!backup) {
        auto error = backup.error();
        error.what = "the backup before the repair failed: " + error.what;
        return fail(std::move(error));
    }
    repaired.backup = std::move(*backup);
    auto transaction = Transaction::begin(connection);
    if (!transaction) {
        return fail(transaction.error());
    }
    // Looked for once more, since with the lock held nobody can change it any more.
    const auto differences = schemaDifferences(connection);
    if (!differences) {
        return fail(differences.error());
    }
    if (std::ranges::any_of(*differences, &std::string::empty, &SchemaDifference::remedy)) {
        return fail(structureError(*differences, file));
    }
    for (const auto& difference : *differences) {
        repaired.repaired.push_back(difference.what);
    }
    auto applied = applyRemedies(connection, *differences);
    if (applied) {
        applied = noteRepair(connection, repaired);
    }
    if (applied) {
        applied = transaction->commit();
    }
    return applied ? Result<Repair>(std::move(repaired)) : fail(applied.error());
}

/// What other programs entered before is sealed as theirs; the repair is an entry of its own that names what it met.
Done Session::Body::noteRepair(Connection& connection, const Repair& repaired)
{
    Rows rows(connection);
    Sealer sealer(connection, rows);
    const auto at = utcNow();
    if (const auto foreign = sealer.sealForeign(at); !foreign) {
        return fail(foreign.error());
    }
    const auto content = contentOf(repaired);
    if (auto noted = sealer.append({.at = at, .action = "repair", .content = content}); !noted) {
        return noted;
    }
    auto info = infoOf({.label = "Repair structure", .reason = {}}, at);
    info.canBeUndone = false;
    const auto sealed = sealer.seal(info);
    return sealed ? done() : Done(fail(sealed.error()));
}

} // namespace observo::census
