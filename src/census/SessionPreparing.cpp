// SPDX-License-Identifier: GPL-3.0-or-later
#include "ReaderBody.h"
#include "SessionBody.h"
#include "StoreOptions.h"
#include "schema/Schema.h"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <utility>

namespace observo::census {
namespace {

constexpr std::chrono::hours kBackupEvery{1};

} // namespace

Error busyError(const std::filesystem::path& file)
{
    return {.code = ErrorCode::CensusLocked,
            .what = "this program is writing a large set just now",
            .file = file.string(),
            .advice = "wait until it has finished"};
}

Error cancelledError(const std::filesystem::path& file)
{
    return {.code = ErrorCode::Cancelled, .what = "cancelled", .file = file.string(), .advice = "nothing was changed"};
}

/// Why an edit would be refused now, without trying. While a stream is written in another thread, nothing else of the
/// session may be looked at.
std::optional<Error> Session::Body::whyNot() const
{
    if (busy) {
        return busyError(file);
    }
    if (blocked) {
        return blocked;
    }
    if (auto there = checkInPlace(); !there) {
        return there.error();
    }
    if (lock) {
        return std::nullopt;
    }
    const auto note = readLockNote(file);
    if (!note || isHolderGone(*note)) {
        return std::nullopt;
    }
    Error error{.code = ErrorCode::CensusLocked,
                .what = "the census is locked by " + note->holder() + " since " + note->since,
                .file = file.string(),
                .advice = "wait until it is closed there; until then it can be read",
                .holder = note->heldBy()};
    const auto silence = silenceOf(file, *note);
    if (silence >= LockWish().staleAfter) {
        error.advice = "its holder has given no sign for " + std::to_string(silence.count() / 1000) +
                       " seconds; the lock can be taken over";
    }
    return error;
}

/// Lock, connection, backup and schema, in this order, when they are not there yet.
Done Session::Body::prepareWriting(const Progress& progress)
{
    if (auto locked = takeLockToWrite(); !locked) {
        return locked;
    }
    if (!store) {
        if (auto opened = openStore(progress); !opened) {
            return opened;
        }
    }
    if (progress.cancelled()) {
        return fail(cancelledError(file));
    }
    return migrateStore();
}

/// The same but for the schema, which is the first thing that an edit changes.
Done Session::Body::prepare(const Progress& progress)
{
    if (busy.exchange(true)) {
        return fail(busyError(file));
    }
    const WhileBusy guard(busy);
    if (auto locked = takeLockToWrite(); !locked) {
        return locked;
    }
    return store ? done() : openStore(progress);
}

Done Session::Body::takeLockToWrite()
{
    if (blocked) {
        return fail(*blocked);
    }
    if (auto there = checkInPlace(); !there) {
        return there;
    }
    if (auto taken = takeLock(); !taken) {
        return taken;
    }
    return leaveWal();
}

Done Session::Body::openStore(const Progress& progress)
{
    if (hasWal(file) && !ReaderInsides::of(*reader).access.isCopy()) {
        if (auto reopened = reopenReader(); !reopened) {
            return reopened;
        }
    }
    auto opened = Store::open(file);
    if (!opened) {
        return fail(opened.error());
    }
    store = std::move(*opened);
    if (auto backed = makeBackup(progress); !backed) {
        store.reset();
        return backed;
    }
    const auto version = store->connection().dataVersion();
    if (!version) {
        return fail(version.error());
    }
    dataVersion = *version;
    behind = true; // what came between reading and now
    return done();
}

Done Session::Body::migrateStore()
{
    if (store->schemaVersion() >= currentSchemaVersion()) {
        return done();
    }
    auto migrated = store->migrate(options.actor.program);
    if (!migrated) {
        store.reset();
        return migrated;
    }
    const auto version = store->connection().dataVersion();
    if (!version) {
        return fail(version.error());
    }
    dataVersion = *version;
    return done();
}

Done Session::Body::makeBackup(const Progress& progress)
{
    const Backups backups(file, census.id);
    const auto age = backups.age();
    const bool recent = options.lock == LockHolding::PerEdit && age && *age < kBackupEvery;
    const bool migrates = store->schemaVersion() < currentSchemaVersion();
    if (backedUp || isNew || (recent && !migrates) || !storeOptionsForTests().backups) {
        return done();
    }
    const auto made = backups.make(store->connection(), progress);
    if (!made) {
        auto error = made.error();
        if (error.code == ErrorCode::Cancelled) {
            return fail(cancelledError(file));
        }
        if (error.code == ErrorCode::OutputNoSpace) {
            error.bytesNeeded = static_cast<std::uint64_t>(std::max<std::int64_t>(0, FileMark::of(file).size));
        }
        error.what = "the backup before the first edit failed: " + error.what;
        return fail(std::move(error));
    }
    backedUp = true;
    return done();
}

} // namespace observo::census
