// SPDX-License-Identifier: GPL-3.0-or-later
#include "ReaderBody.h"
#include "SessionBody.h"
#include "history/Foreign.h"

#include <utility>

namespace observo::census {
namespace {

constexpr std::size_t kFollowed = 1000;

/// Cameras without a place are known to the file but cannot stand on the map.
bool isPlaced(const Record& record)
{
    const auto* camera = std::get_if<Camera>(&record);
    return camera == nullptr || isValid(camera->position);
}

} // namespace

ChangeSet placed(ChangeSet changes)
{
    for (auto& change : changes.changes) {
        if (change.after && !isPlaced(*change.after)) {
            change.before = change.before ? std::move(change.before) : change.after;
            change.after.reset();
        }
    }
    return changes;
}

/// Whether the path still leads to the file that was opened.
Done Session::Body::checkInPlace() const
{
    const auto now = FileMark::of(file);
    if (now.isSameFile(mark)) {
        return done();
    }
    return fail(Error{.code = ErrorCode::CensusMoved,
                      .what = now.size < 0 ? "the census was moved or deleted while open"
                                           : "the census was replaced by another file while open",
                      .file = file.string(),
                      .advice = "save a copy elsewhere, or open the file again from its new place"});
}

/// Another program may have switched the file to WAL while our connection rested. Ours must not go on with it: edits
/// would stand in a side file that people do not copy, and nobody could end the WAL. The next edit switches back, or
/// says that somebody is in the way; until then a copy is read.
Done Session::Body::leaveWal()
{
    if (!store) {
        return done();
    }
    const auto wal = store->connection().isWal();
    if (!wal) {
        return fail(wal.error());
    }
    if (!*wal) {
        return done();
    }
    store.reset();
    marks = {}; // what the copy holds has not been looked at
    return reopenReader();
}

/// Follows what other programs have committed since: exactly where the log tells it, else by reading all again.
Done Session::Body::catchUp()
{
    if (store && ReaderInsides::of(*reader).access.isCopy()) {
        // A journal or WAL was settled with the first edit, so the reader can leave its copy.
        if (auto reopened = reopenReader(); !reopened) {
            return reopened;
        }
    }
    behind = true; // until everything was followed
    auto& connection = watching();
    const auto last = connection.number("SELECT coalesce(max(seq), 0) FROM change_log");
    if (!last) {
        return fail(last.error());
    }
    if (*last == seen) {
        behind = false;
        return done();
    }
    auto changes = changesAfter(connection, seen, kFollowed);
    if (!changes) {
        return fail(changes.error());
    }
    ChangeSet notice{.label = "Edited elsewhere", .reason = {}, .changes = {}};
    if (*changes) {
        notice = std::move(**changes);
        inventory.apply(placed(notice));
    } else {
        auto cameras = reader->inventory(Progress());
        if (!cameras) {
            return fail(cameras.error());
        }
        inventory = std::move(*cameras);
    }
    for (const auto& change : notice.changes) {
        if (change.after && std::holds_alternative<Census>(*change.after)) {
            census = std::get<Census>(*change.after);
        }
    }
    if (auto loaded = history.load(connection, options.actor.user); !loaded) {
        return loaded;
    }
    seen = *last;
    behind = false;
    pending.push_back(std::move(notice));
    return refreshLabels();
}

Done Session::Body::poll()
{
    if (busy) {
        return done(); // the stream holds the connection; its end rings
    }
    deliverPending();
    if (auto there = checkInPlace(); !there) {
        return there;
    }
    if (lock && !lock->isHeld()) {
        return fail(Error{.code = ErrorCode::CensusLocked,
                          .what = "somebody else has taken over the lock of this census",
                          .file = file.string(),
                          .advice = "open it again before you edit"});
    }
    if (auto left = leaveWal(); !left) {
        return left;
    }
    if (!store && (ReaderInsides::of(*reader).access.isCopy() || hasWal(file))) {
        if (marksOf(file) != marks) {
            if (auto again = reload(); !again) {
                return again;
            }
            pending.push_back({.label = "Edited elsewhere", .reason = {}, .changes = {}});
        }
        deliverPending();
        return done();
    }
    const auto version = watching().dataVersion();
    if (!version) {
        return fail(version.error());
    }
    if (*version == dataVersion && !behind) {
        return done();
    }
    dataVersion = *version;
    auto caught = catchUp();
    deliverPending();
    return caught;
}

void Session::Body::ring(const ChangeSet& changes)
{
    // A listener may remove itself, so the list is walked by number.
    for (auto next = listeners.begin(); next != listeners.end();) {
        const int number = next->first;
        const auto listener = next->second;
        listener(changes);
        next = listeners.upper_bound(number);
    }
}

void Session::Body::deliverPending()
{
    std::vector<ChangeSet> notices;
    notices.swap(pending);
    for (const auto& notice : notices) {
        ring(notice);
    }
}

} // namespace observo::census
