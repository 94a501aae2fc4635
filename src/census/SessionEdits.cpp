// SPDX-License-Identifier: GPL-3.0-or-later
#include "ReaderBody.h"
#include "SessionBody.h"
#include "guard/Clock.h"
#include "history/BulkLog.h"

#include <nlohmann/json.hpp>

#include <utility>

namespace observo::census {
namespace {

std::string takenOverNote(const LockNote& from)
{
    const nlohmann::ordered_json json = {{"holder", from.holder()}, {"since", from.since}, {"process", from.process}};
    return json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

Error walError(const std::filesystem::path& file)
{
    return {.code = ErrorCode::CensusLocked,
            .what = "another program has just opened the census for editing",
            .file = file.string(),
            .advice = "try again; close it there if it stays so"};
}

} // namespace

Result<Committed> Session::Body::commit(const Wish& wish, const Work& work)
{
    if (busy.exchange(true)) {
        return fail(busyError(file));
    }
    auto committed = [&] {
        const WhileBusy guard(busy);
        auto prepared = prepareWriting(wish.progress);
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
            .redoes = wish.redoes,
            .canBeUndone = wish.canBeUndone};
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
    if (saved && wish.progress.cancelled()) {
        saved = fail(cancelledError(file));
    }
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
    if (wish.canBeUndone) {
        history.add(committed.setId, wish.undoes, wish.redoes);
    }
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
