// SPDX-License-Identifier: GPL-3.0-or-later
#include "ReaderBody.h"
#include "SessionBody.h"

#include <utility>

namespace observo::census {
namespace {

bool needsReopening(const Error& error)
{
    return error.code == ErrorCode::CensusIo || error.code == ErrorCode::CensusDamaged ||
           error.code == ErrorCode::OutputNoSpace || error.code == ErrorCode::CensusMoved;
}

} // namespace

/// After a failed write: close, open again, compare, then tell. `setId` is the number that the
/// set had been given, 0 when it had come less far.
Error Session::Body::afterFailure(Error error, const std::string& at, std::int64_t setId)
{
    if (!needsReopening(error)) {
        return error;
    }
    store.reset();
    behind = true;
    if (!checkInPlace()) {
        return error;
    }
    const auto there = isOnDisk(at, setId);
    if (there && *there) {
        error.what += "; the edit is in the file all the same";
        error.advice = "check the disk, and save a copy elsewhere";
    } else if (there) {
        error.what += "; nothing was changed";
    }
    return error;
}

/// Opening for writing rolls back what the failed commit left beside the file, so that reading can go on in place.
/// While the disk takes no writes at all, a private copy is read.
Result<bool> Session::Body::isOnDisk(const std::string& at, std::int64_t setId)
{
    if (auto again = Store::open(file)) {
        store = std::move(*again);
    } else if (auto reopened = reopenReader(); !reopened) {
        return fail(reopened.error());
    }
    auto row = watching().prepare("SELECT count(*) FROM change_set WHERE id = ? AND at = ? AND actor = ?");
    if (!row) {
        return fail(row.error());
    }
    const auto found = row->bind(1, setId).bind(2, at).bind(3, options.actor.user).step();
    if (!found) {
        return fail(found.error());
    }
    return row->integer(0) > 0;
}

} // namespace observo::census
