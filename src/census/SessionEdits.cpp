// SPDX-License-Identifier: GPL-3.0-or-later
#include "Clock.h"
#include "ReaderBody.h"
#include "Schema.h"
#include "SessionBody.h"
#include "StoreOptions.h"

#include "observo/core/CheckedFile.h"

#include <nlohmann/json.hpp>

#include <utility>

namespace observo::census {
namespace {

constexpr std::chrono::hours kBackupEvery{1};

/// Resets a flag whichever way a function is left.
class WhileBusy {
public:
    explicit WhileBusy(std::atomic<bool>& flag) : m_flag(&flag) { flag = true; }
    ~WhileBusy() { *m_flag = false; }
    WhileBusy(const WhileBusy&) = delete;
    WhileBusy& operator=(const WhileBusy&) = delete;

private:
    std::atomic<bool>* m_flag;
};

GeoBox boxOf(const std::vector<Change>& changes)
{
    GeoBox box;
    for (const auto& change : changes) {
        const auto* camera = change.after ? std::get_if<Camera>(&*change.after) : nullptr;
        if (camera != nullptr && isValid(camera->position)) {
            box.include(camera->position);
        }
    }
    return box;
}

std::string takenOverNote(const LockNote& from)
{
    const nlohmann::ordered_json json = {{"holder", from.holder()}, {"since", from.since}, {"process", from.process}};
    return json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

bool needsReopening(const Error& error)
{
    return error.code == ErrorCode::CensusIo || error.code == ErrorCode::CensusDamaged ||
           error.code == ErrorCode::OutputNoSpace || error.code == ErrorCode::CensusMoved;
}

} // namespace

/// Why an edit would be refused now, without trying.
std::optional<Error> Session::Body::whyNot() const
{
    if (blocked) {
        return blocked;
    }
    if (auto there = checkInPlace(); !there) {
        return there.error();
    }
    if (busy) {
        return Error{.code = ErrorCode::CensusLocked,
                     .what = "this program is writing a large set just now",
                     .file = file.string(),
                     .advice = "wait until it has finished"};
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
                .advice = "wait until it is closed there; until then it can be read"};
    const auto silence = silenceOf(file, *note);
    if (silence >= LockWish().staleAfter) {
        error.advice = "its holder has given no sign for " + std::to_string(silence.count() / 1000) +
                       " seconds; the lock can be taken over";
    }
    return error;
}

/// Lock, connection, backup and schema, in this order, when they are not there yet.
Done Session::Body::prepareWriting()
{
    if (blocked) {
        return fail(*blocked);
    }
    if (auto there = checkInPlace(); !there) {
        return there;
    }
    if (lock && !lock->isHeld()) {
        return fail(Error{.code = ErrorCode::CensusLocked,
                          .what = "somebody else has taken over the lock of this census",
                          .file = file.string(),
                          .advice = "open it again"});
    }
    if (!lock) {
        auto acquired = LockFile::acquire(
            file, {.actor = options.actor, .holding = options.lock, .takeOverStale = options.takeOverStaleLock});
        if (!acquired) {
            return fail(acquired.error());
        }
        lock = std::move(*acquired);
    }
    if (store) {
        return done();
    }
    auto opened = Store::open(file);
    if (!opened) {
        return fail(opened.error());
    }
    store = std::move(*opened);
    if (auto backed = makeBackup(); !backed) {
        store.reset();
        return backed;
    }
    if (store->schemaVersion() < currentSchemaVersion()) {
        if (auto migrated = store->migrate(options.actor.program); !migrated) {
            store.reset();
            return migrated;
        }
    }
    // A journal or WAL is settled now, so the reader can leave its copy.
    const bool fromCopy = ReaderInsides::of(*reader).access.isCopy();
    const auto version = store->connection().dataVersion();
    if (!version) {
        return fail(version.error());
    }
    dataVersion = *version;
    if (auto caught = fromCopy ? reload() : catchUp(); !caught) {
        return caught;
    }
    return done();
}

Done Session::Body::makeBackup()
{
    const Backups backups(file, census.id);
    const auto age = backups.age();
    const bool recent = options.lock == LockHolding::PerEdit && age && *age < kBackupEvery;
    const bool migrates = store->schemaVersion() < currentSchemaVersion();
    if (backedUp || isNew || (recent && !migrates) || !storeOptionsForTests().backups) {
        return done();
    }
    const auto made = backups.make(store->connection(), Progress());
    if (!made) {
        auto error = made.error();
        error.what = "the backup before the first edit failed: " + error.what;
        return fail(std::move(error));
    }
    backedUp = true;
    return done();
}

Result<Committed> Session::Body::commit(const Wish& wish, const Work& work)
{
    if (busy) {
        return fail(*whyNot());
    }
    const WhileBusy guard(busy);
    auto prepared = prepareWriting();
    auto committed = prepared ? write(wish, work) : Result<Committed>(fail(prepared.error()));
    if (options.lock == LockHolding::PerEdit) {
        lock.reset();
    }
    if (!committed) {
        return committed;
    }
    if (std::this_thread::get_id() == owner) {
        deliverPending();
    }
    return committed;
}

/// Rows of other programs, a lock taken over and the user's own access log become sets of their own.
Done Session::Body::takeOverNotes(const std::string& at)
{
    auto& sealer = store->sealer();
    if (const auto foreign = sealer.sealForeign(at); !foreign) {
        return fail(foreign.error());
    }
    SetInfo info{.at = at, .actor = options.actor.user, .host = options.actor.host, .program = options.actor.program};
    if (lock && lock->takenFrom()) {
        const auto note = takenOverNote(*lock->takenFrom());
        if (auto noted = sealer.append({.at = at, .action = "lock", .content = note}); !noted) {
            return noted;
        }
        info.label = "Take over lock";
        if (const auto sealed = sealer.seal(info); !sealed) {
            return fail(sealed.error());
        }
    }
    const auto consulted = AccessLog(census.id).read();
    if (!consulted) {
        return fail(consulted.error());
    }
    for (const auto& entry : consulted->entries) {
        const auto content = contentOf(entry.consultation);
        if (auto noted = sealer.append({.at = entry.at, .action = entry.consultation.action, .content = content});
            !noted) {
            return noted;
        }
        const auto sealed = sealer.seal({.at = entry.at,
                                         .actor = entry.actor.user,
                                         .host = entry.actor.host,
                                         .program = entry.actor.program,
                                         .label = consulted->intact ? "Consultation" : "Consultation (log not intact)",
                                         .reason = entry.consultation.reason,
                                         .recipient = entry.consultation.recipient});
        if (!sealed) {
            return fail(sealed.error());
        }
    }
    return done();
}

Result<Committed> Session::Body::write(const Wish& wish, const Work& work)
{
    const std::string at = utcNow();
    auto& connection = store->connection();
    auto transaction = Transaction::begin(connection);
    if (!transaction) {
        return fail(afterFailure(transaction.error(), at));
    }
    if (auto caught = catchUp(); !caught) {
        return fail(afterFailure(caught.error(), at));
    }
    ChangeWriter writer(connection, store->rows(), {.at = at, .by = options.actor.user, .reason = wish.reason});
    auto written = takeOverNotes(at);
    if (written) {
        written = work(writer);
    }
    if (written && writer.count() == 0) {
        return Committed{.changes = {.label = wish.label, .reason = wish.reason, .changes = {}}, .setId = 0, .at = at};
    }
    if (written) {
        written = store->touchContents(at, boxOf(writer.written()));
    }
    Result<std::int64_t> setId = 0;
    if (written) {
        setId = store->sealer().seal({.at = at,
                                      .actor = options.actor.user,
                                      .host = options.actor.host,
                                      .program = options.actor.program,
                                      .label = wish.label,
                                      .reason = wish.reason,
                                      .recipient = wish.recipient,
                                      .undoes = wish.undoes,
                                      .redoes = wish.redoes});
        written = setId ? done() : Done(fail(setId.error()));
    }
    const auto last = connection.number("SELECT coalesce(max(seq), 0) FROM change_log");
    if (written && !last) {
        written = fail(last.error());
    }
    if (written) {
        written = transaction->commit();
    }
    if (!written) {
        {
            const auto rolledBack = std::move(*transaction);
        }
        return fail(afterFailure(written.error(), at));
    }
    AccessLog(census.id).clear();
    seen = *last;
    Committed committed{
        .changes = {.label = wish.label, .reason = wish.reason, .changes = {}}, .setId = *setId, .at = at};
    if (writer.count() <= ChangeWriter::kKept) {
        committed.changes.changes = std::move(writer.written());
    }
    follow(committed, wish);
    return committed;
}

/// Brings what is in memory up to what is on disk, and queues the bell.
void Session::Body::follow(const Committed& committed, const Wish& wish)
{
    if (committed.changes.isEmpty()) {
        if (auto cameras = reader->inventory(Progress())) {
            inventory = std::move(*cameras);
        }
    } else {
        inventory.apply(placed(committed.changes));
    }
    for (const auto& change : committed.changes.changes) {
        const auto* own = change.after ? std::get_if<Census>(&*change.after) : nullptr;
        if (own != nullptr) {
            census = *own;
        }
    }
    history.add(committed.setId, wish.undoes, wish.redoes);
    // A label that cannot be read leaves the menu without a name; the history itself is right.
    static_cast<void>(refreshLabels());
    const std::lock_guard guard(pendingMutex);
    pending.push_back(committed.changes);
}

/// After a failed write: close, open again, compare, then tell (RELIABILITY section 5).
Error Session::Body::afterFailure(Error error, const std::string& at)
{
    if (!needsReopening(error)) {
        return error;
    }
    store.reset();
    auto access = ReadAccess::open(file);
    if (!access) {
        return error;
    }
    auto row = access->connection->prepare("SELECT count(*) FROM change_set WHERE at = ? AND actor = ? AND host IS ?");
    if (!row) {
        return error;
    }
    const auto found = row->bind(1, at).bind(2, options.actor.user).bindOptional(3, options.actor.host).step();
    if (found && *found && row->integer(0) > 0) {
        error.what += "; the edit is in the file all the same";
        error.advice = "check the disk, and save a copy elsewhere";
        if (reload()) {
            const std::lock_guard guard(pendingMutex);
            pending.push_back({.label = "Edited", .reason = {}, .changes = {}});
        }
    } else if (found) {
        error.what += "; nothing was changed";
    }
    return error;
}

Done Session::Body::noteConsultation(const Consultation& consultation)
{
    const std::string at = utcNow();
    const bool ours = store && lock && !whyNot();
    if (!ours) {
        return AccessLog(census.id).append({.at = at, .actor = options.actor, .consultation = consultation});
    }
    auto transaction = Transaction::begin(store->connection());
    if (!transaction) {
        return fail(transaction.error());
    }
    if (auto taken = takeOverNotes(at); !taken) {
        return taken;
    }
    const auto content = contentOf(consultation);
    if (auto noted = store->sealer().append({.at = at, .action = consultation.action, .content = content}); !noted) {
        return noted;
    }
    const auto sealed = store->sealer().seal({.at = at,
                                              .actor = options.actor.user,
                                              .host = options.actor.host,
                                              .program = options.actor.program,
                                              .label = "Consultation",
                                              .reason = consultation.reason,
                                              .recipient = consultation.recipient});
    if (!sealed) {
        return fail(sealed.error());
    }
    auto committed = transaction->commit();
    if (committed) {
        AccessLog(census.id).clear();
    }
    return committed;
}

} // namespace observo::census
