// SPDX-License-Identifier: GPL-3.0-or-later
#include "ReaderBody.h"
#include "SessionBody.h"
#include "StoreOptions.h"
#include "guard/Clock.h"
#include "history/BulkLog.h"
#include "schema/Schema.h"

#include "observo/core/CheckedFile.h"

#include <nlohmann/json.hpp>

#include <utility>

namespace observo::census {
namespace {

constexpr std::chrono::hours kBackupEvery{1};

/// Resets a flag whichever way a function is left.
class WhileBusy {
public:
    explicit WhileBusy(std::atomic<bool>& flag) : m_flag(&flag) {}
    ~WhileBusy() { *m_flag = false; }
    WhileBusy(const WhileBusy&) = delete;
    WhileBusy& operator=(const WhileBusy&) = delete;

private:
    std::atomic<bool>* m_flag;
};

std::string takenOverNote(const LockNote& from)
{
    const nlohmann::ordered_json json = {{"holder", from.holder()}, {"since", from.since}, {"process", from.process}};
    return json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

Error busyError(const std::filesystem::path& file)
{
    return {.code = ErrorCode::CensusLocked,
            .what = "this program is writing a large set just now",
            .file = file.string(),
            .advice = "wait until it has finished"};
}

Error walError(const std::filesystem::path& file)
{
    return {.code = ErrorCode::CensusLocked,
            .what = "another program has just opened the census for editing",
            .file = file.string(),
            .advice = "try again; close it there if it stays so"};
}

} // namespace

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
    if (auto taken = takeLock(); !taken) {
        return taken;
    }
    if (auto left = leaveWal(); !left) {
        return left;
    }
    if (store) {
        return done();
    }
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
    const auto version = store->connection().dataVersion();
    if (!version) {
        return fail(version.error());
    }
    dataVersion = *version;
    behind = true; // what came between reading and now
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
    if (busy.exchange(true)) {
        return fail(busyError(file));
    }
    auto committed = [&] {
        const WhileBusy guard(busy);
        auto prepared = prepareWriting();
        auto written = prepared ? write(wish, work) : Result<Committed>(fail(prepared.error()));
        if (options.lock == LockHolding::PerEdit) {
            lock.reset();
        }
        return written;
    }();
    // The bell rings when the session is free again, so that a listener may edit; from another thread it waits.
    if (isHome()) {
        if (behind) {
            static_cast<void>(catchUp()); // what fails here fails again, and is told, at the next poll
        }
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
    const auto consulted = AccessLog(census.id).takeOver();
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

/// What was taken over is on disk and must not be taken over again.
void Session::Body::forgetNotes()
{
    AccessLog(census.id).forgetTaken();
    if (lock) {
        lock->forgetTaken();
    }
}

SetInfo Session::Body::infoOf(const Wish& wish, const std::string& at) const
{
    return {.at = at,
            .actor = options.actor.user,
            .host = options.actor.host,
            .program = options.actor.program,
            .label = wish.label,
            .reason = wish.reason,
            .recipient = wish.recipient,
            .undoes = wish.undoes,
            .redoes = wish.redoes};
}

/// The records and the log of one set. A large one writes its log itself, while the triggers are set aside.
Result<Session::Body::Written> Session::Body::writeSet(const SetInfo& info, bool isLarge, const Work& work)
{
    std::unique_ptr<BulkLog> log;
    if (isLarge) {
        auto begun = BulkLog::begin(store->connection(), store->rows(), info);
        if (!begun) {
            return fail(begun.error());
        }
        log = std::move(*begun);
    }
    ChangeWriter writer(store->connection(), store->rows(), {.at = info.at, .by = info.actor, .reason = info.reason},
                        log.get());
    if (auto worked = work(writer); !worked) {
        return fail(worked.error());
    }
    if (writer.count() == 0) {
        return Written{};
    }
    if (auto finished = writer.finish(); !finished) {
        return fail(finished.error());
    }
    if (auto touched = store->touchContents(info.at, writer.box()); !touched) {
        return fail(touched.error());
    }
    const auto setId = log ? log->finish() : store->sealer().seal(info);
    if (!setId) {
        return fail(setId.error());
    }
    const auto last = store->connection().number("SELECT coalesce(max(seq), 0) FROM change_log");
    if (!last) {
        return fail(last.error());
    }
    Written written{.setId = *setId, .last = *last, .changes = {}};
    if (writer.count() <= ChangeWriter::kKept) {
        written.changes = std::move(writer.written());
    }
    return written;
}

Result<Committed> Session::Body::write(const Wish& wish, const Work& work)
{
    const std::string at = utcNow();
    auto transaction = Transaction::begin(store->connection());
    if (!transaction) {
        return fail(afterFailure(transaction.error(), at));
    }
    // With the lock held nobody can switch the journal any more; in the moment before somebody may have.
    if (const auto wal = store->connection().isWal(); !wal || *wal) {
        transaction->rollBack();
        return fail(wal ? walError(file) : wal.error());
    }
    auto prepared = isHome() ? catchUp() : done();
    if (prepared) {
        prepared = takeOverNotes(at);
    }
    auto written = prepared ? writeSet(infoOf(wish, at), wish.isLarge, work) : Result<Written>(fail(prepared.error()));
    Committed committed{.changes = {.label = wish.label, .reason = wish.reason, .changes = {}}, .setId = 0, .at = at};
    if (written && written->setId == 0) {
        return committed; // nothing was changed; the transaction goes
    }
    // SQLite looks for a moved file when it begins to write, and a long transaction began long ago.
    auto saved = written ? checkInPlace() : Done(fail(written.error()));
    if (saved) {
        saved = transaction->commit();
    }
    if (!saved) {
        transaction->rollBack();
        return fail(afterFailure(saved.error(), at, written ? written->setId : 0));
    }
    forgetNotes();
    committed.setId = written->setId;
    committed.changes.changes = std::move(written->changes);
    if (isHome()) {
        seen = written->last;
        follow(committed, wish);
    } else {
        behind = true;
    }
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
    pending.push_back(committed.changes);
}

Done Session::Body::noteConsultation(const Consultation& consultation)
{
    const std::string at = utcNow();
    if (auto left = leaveWal(); !left) {
        return left;
    }
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
        forgetNotes();
    }
    return committed;
}

} // namespace observo::census
