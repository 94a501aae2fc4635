// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/EditQueue.h"

#include <QPointer>

#include <algorithm>
#include <mutex>
#include <utility>

namespace observo::app {

CensusView CensusView::of(const census::Session& session)
{
    return {.file = session.file(),
            .census = session.census(),
            .inventory = session.inventory(),
            .undoLabel = session.undoLabel(),
            .redoLabel = session.redoLabel(),
            .state = session.writeState()};
}

Result<OpenedCensus> OpenedCensus::of(Result<std::unique_ptr<census::Session>> session)
{
    if (!session) {
        return fail(session.error());
    }
    auto reader = census::Reader::open((*session)->file());
    if (!reader) {
        return fail(reader.error());
    }
    return OpenedCensus{std::move(*session), std::move(*reader)};
}

/// One turn with the session. The pool runs it, or the queue itself when it ends before the pool came to it.
class EditQueue::Hand {
public:
    Hand(std::shared_ptr<census::Session> session, std::shared_ptr<std::vector<ChangeSet>> rung, Work work,
         bool readsCopy)
        : m_session(std::move(session)), m_rung(std::move(rung)), m_work(std::move(work)), m_readsCopy(readsCopy)
    {}

    /// Whoever comes second waits until the first has done it.
    void run(const Progress& progress)
    {
        std::call_once(m_once, [&] { work(progress); });
    }

    Outcome outcome = fail(ErrorCode::Internal, "the edit was not run");
    CensusView view;
    News news;

private:
    void work(const Progress& progress)
    {
        m_session->moveHere();
        outcome = m_work(*m_session, progress);
        news.notices = std::exchange(*m_rung, {});
        view = CensusView::of(*m_session);
        // In a WAL or beside a hot journal the session reads a copy, and so must the window.
        const bool copy = m_session->reader().isCopy();
        if (copy != m_readsCopy || (copy && !news.notices.empty())) {
            if (auto reader = census::Reader::open(m_session->file())) {
                news.reader = std::move(*reader);
            }
        }
        m_session.reset();
    }

    std::once_flag m_once;
    std::shared_ptr<census::Session> m_session;
    std::shared_ptr<std::vector<ChangeSet>> m_rung;
    Work m_work;
    bool m_readsCopy = false;
};

EditQueue::EditQueue(jobs::Jobs& jobs, std::unique_ptr<census::Session> session, std::function<void(News)> take)
    : m_jobs(jobs), m_session(std::move(session)), m_rung(std::make_shared<std::vector<ChangeSet>>()),
      m_take(std::move(take)), m_view(CensusView::of(*m_session))
{
    m_session->onChanged([rung = m_rung](const ChangeSet& changes) { rung->push_back(changes); });
}

EditQueue::~EditQueue()
{
    stopPreparing();
    while (!m_turns.empty()) {
        if (!m_hand && m_turns.front().kind == Turn::Kind::Edit && rebase(m_turns.front())) {
            m_hand = handFor(m_turns.front());
        }
        const auto hand = std::exchange(m_hand, nullptr);
        const auto turn = takeFirst();
        if (hand) {
            hand->run(Progress());
            noteChain(turn, hand->outcome);
        }
    }
}

void EditQueue::edit(ChangeSet changes, Then then)
{
    add({.changes = std::move(changes), .then = std::move(then)});
}

void EditQueue::compose(Compose compose, Then then)
{
    add({.work = [compose = std::move(compose)](census::Session& session, const Progress& progress) -> Outcome {
             auto changes = compose(session.reader(), progress.part(0.0, 0.5));
             if (!changes) {
                 return fail(changes.error());
             }
             return changes->isEmpty() ? census::Committed{}
                                       : session.perform(std::move(*changes), progress.part(0.5, 1.0));
         },
         .then = std::move(then)});
}

void EditQueue::write(Work work, Then then, const QString& title)
{
    add({.work = std::move(work), .then = std::move(then), .title = title});
}

void EditQueue::prepare()
{
    if (std::exchange(m_prepared, true)) {
        return;
    }
    add({.kind = Turn::Kind::Prepare,
         .work = [](census::Session& session, const Progress& progress) -> Outcome {
             if (const auto prepared = session.prepare(progress); !prepared) {
                 return fail(prepared.error());
             }
             return census::Committed{};
         },
         // What hinders it is told with the edit, if one follows.
         .then = [this](const Outcome& outcome) { m_prepared = outcome.has_value(); }});
}

void EditQueue::look(Then then)
{
    if (m_turns.empty()) {
        add({.kind = Turn::Kind::Look,
             .work = [](census::Session& session, const Progress&) -> Outcome {
                 if (const auto polled = session.poll(); !polled) {
                     return fail(polled.error());
                 }
                 return census::Committed{};
             },
             .then = std::move(then)});
    }
}

void EditQueue::whenDone(QObject* context, std::function<void()> then)
{
    if (!isSaving()) {
        stopPreparing();
    }
    // Later than now, because it may end this queue.
    add({.kind = Turn::Kind::Mark, .then = [context = QPointer(context), then = std::move(then)](const Outcome&) {
             if (context) {
                 QMetaObject::invokeMethod(context, then, Qt::QueuedConnection);
             }
         }});
}

/// Nobody waits for a backup that no edit follows.
void EditQueue::stopPreparing()
{
    if (m_hand && m_turns.front().kind == Turn::Kind::Prepare) {
        m_jobs.cancel(m_job);
    }
}

bool EditQueue::isSaving() const
{
    return std::ranges::any_of(m_turns, [](const Turn& turn) { return turn.kind == Turn::Kind::Edit; });
}

std::optional<Record> EditQueue::pending(const Uuid& uuid) const
{
    for (auto turn = m_turns.rbegin(); turn != m_turns.rend(); ++turn) {
        if (!turn->changes) {
            continue;
        }
        const auto found = std::ranges::find_if(
            turn->changes->changes, [&](const Change& change) { return change.after && change.uuid() == uuid; });
        if (found != turn->changes->changes.end()) {
            return found->after;
        }
    }
    return std::nullopt;
}

std::optional<std::string> EditQueue::pendingLabel() const
{
    for (auto turn = m_turns.rbegin(); turn != m_turns.rend(); ++turn) {
        if (turn->kind == Turn::Kind::Edit) {
            return turn->changes ? turn->changes->label : std::string();
        }
    }
    return std::nullopt;
}

void EditQueue::add(Turn turn)
{
    m_turns.push_back(std::move(turn));
    noteSaving();
    startNext();
}

void EditQueue::startNext()
{
    while (!m_hand && !m_telling && !m_turns.empty()) {
        if (m_turns.front().kind == Turn::Kind::Mark) {
            tell(takeFirst(), census::Committed{});
            continue;
        }
        if (const auto ready = rebase(m_turns.front()); !ready) {
            tell(takeFirst(), fail(ready.error()));
            continue;
        }
        m_hand = handFor(m_turns.front());
        m_job = m_jobs.start(
            titleOf(m_turns.front()),
            [hand = m_hand](const Progress& progress) {
                hand->run(progress);
                return hand;
            },
            this, [this](const std::shared_ptr<Hand>& hand) { finish(*hand); });
    }
}

QString EditQueue::titleOf(const Turn& turn) const
{
    if (!turn.title.isEmpty()) {
        return turn.title;
    }
    switch (turn.kind) {
    case Turn::Kind::Edit:
        return m_prepared ? tr("Saving") : tr("Backup before the first edit");
    case Turn::Kind::Prepare:
        return tr("Backup before the first edit");
    default:
        return {};
    }
}

std::shared_ptr<EditQueue::Hand> EditQueue::handFor(Turn& turn)
{
    auto work = std::move(turn.work);
    if (turn.changes) {
        work = [changes = *turn.changes](census::Session& session, const Progress& progress) {
            return session.perform(changes, progress);
        };
    }
    return std::make_shared<Hand>(m_session, m_rung, std::move(work), m_readsCopy);
}

/// Puts an edit that was made while others of its records were being saved on what they have left.
Done EditQueue::rebase(Turn& turn)
{
    if (!turn.changes) {
        return done();
    }
    for (auto& change : turn.changes->changes) {
        const auto link = change.before ? m_chain.find(change.uuid()) : m_chain.end();
        if (link == m_chain.end()) {
            continue;
        }
        if (!link->second.latest) {
            return fail(*link->second.refused);
        }
        if (change.after) {
            change = rebased(change, *link->second.latest);
        } else {
            change.before = link->second.latest;
        }
    }
    return done();
}

/// Remembers what a turn has left of the records that edits behind it are about.
void EditQueue::noteChain(const Turn& turn, const Outcome& outcome)
{
    if (outcome) {
        for (const auto& change : outcome->changes.changes) {
            if (change.after) {
                m_chain[change.uuid()] = {.latest = change.after};
            }
        }
    } else if (turn.changes) {
        for (const auto& change : turn.changes->changes) {
            m_chain[change.uuid()] = change.before ? Link{.latest = change.before} : Link{.refused = outcome.error()};
        }
    }
    std::erase_if(m_chain, [&](const auto& entry) {
        const auto isAbout = [&](const Turn& later) {
            return later.changes && std::ranges::any_of(later.changes->changes, [&](const Change& change) {
                       return change.uuid() == entry.first;
                   });
        };
        return std::ranges::none_of(m_turns, isAbout);
    });
}

void EditQueue::finish(Hand& hand)
{
    m_hand.reset();
    m_view = std::move(hand.view);
    const auto turn = takeFirst();
    m_prepared = m_prepared || (turn.kind == Turn::Kind::Edit && hand.outcome);
    m_readsCopy = hand.news.reader ? hand.news.reader->isCopy() : m_readsCopy;
    noteChain(turn, hand.outcome);
    // The next turn waits until this one is told: views read the census now, which a commit would hold up.
    m_telling = true;
    m_take(std::move(hand.news));
    tell(turn, hand.outcome);
    m_telling = false;
    startNext();
}

EditQueue::Turn EditQueue::takeFirst()
{
    auto turn = std::move(m_turns.front());
    m_turns.pop_front();
    return turn;
}

void EditQueue::tell(const Turn& turn, const Outcome& outcome)
{
    if (turn.then) {
        turn.then(outcome);
    }
    noteSaving();
}

void EditQueue::noteSaving()
{
    if (isSaving() != m_wasSaving) {
        m_wasSaving = !m_wasSaving;
        emit savingChanged();
    }
}

} // namespace observo::app
