// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/census/Session.h"
#include "observo/core/ChangeSet.h"
#include "observo/core/Inventory.h"
#include "observo/jobs/Jobs.h"

#include <QObject>
#include <QString>

#include <deque>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace observo::app {

/// An open census as the window shows it: what the session held at the end of its last turn.
struct CensusView {
    std::filesystem::path file;
    Census census{};
    Inventory inventory{};
    std::optional<std::string> undoLabel{};
    std::optional<std::string> redoLabel{};
    census::WriteState state{};

    [[nodiscard]] static CensusView of(const census::Session& session);
};

/// A census that was opened: the session, which goes to the queue, and the reader, which stays with the window.
struct OpenedCensus {
    std::unique_ptr<census::Session> session;
    std::unique_ptr<census::Reader> reader;

    /// Runs in a job.
    [[nodiscard]] static Result<OpenedCensus> of(Result<std::unique_ptr<census::Session>> session);
};

/// Owns the session of the window and takes it from job to job, so that the GUI thread never waits for the disk: edits
/// in their order, one at a time, looks at what other programs do between them. An edit that was made on top of one
/// still being saved is put on what that one left. Ending the queue writes what still waits in it.
class EditQueue : public QObject {
    Q_OBJECT

public:
    using Outcome = Result<census::Committed>;
    using Then = std::function<void(const Outcome&)>;
    /// Runs in the job, with the session to itself.
    using Work = std::function<Outcome(census::Session&, const Progress&)>;
    /// Makes a change set in the job of what the census holds by then.
    using Compose = std::function<Result<ChangeSet>(census::Reader&, const Progress&)>;
    /// What a turn brought besides its outcome: what the bell rang, and a new reader when the old one has fallen
    /// behind.
    struct News {
        std::vector<ChangeSet> notices;
        std::unique_ptr<census::Reader> reader;
    };

    EditQueue(jobs::Jobs& jobs, std::unique_ptr<census::Session> session, std::function<void(News)> take);
    ~EditQueue() override;

    [[nodiscard]] const CensusView& view() const { return m_view; }
    void setReadsCopy(bool copy) { m_readsCopy = copy; }

    void edit(ChangeSet changes, Then then);
    void compose(Compose compose, Then then);
    /// Undo, redo, an entry in the access log: whatever else writes.
    /// `title` is what the foot of the window calls it; empty: as any other edit.
    void write(Work work, Then then, const QString& title = {});
    /// Lock and backup ahead of the first edit; nothing when that was asked before.
    void prepare();
    /// Sees what others did, when nothing else is to be done.
    void look(Then then);
    /// Calls back from the event loop, while `context` lives, when all that was added before is on disk or refused.
    void whenDone(QObject* context, std::function<void()> then);

    /// True while something that a person did is not yet on disk.
    [[nodiscard]] bool isSaving() const;
    /// A record as the edits that wait will leave it; nothing when none of them touches it.
    [[nodiscard]] std::optional<Record> pending(const Uuid& uuid) const;
    /// The label of the last edit that waits, empty when it has none; nothing when none waits.
    [[nodiscard]] std::optional<std::string> pendingLabel() const;

signals:
    void savingChanged();

private:
    struct Turn {
        enum class Kind { Edit, Prepare, Look, Mark };
        Kind kind = Kind::Edit;
        std::optional<ChangeSet> changes{}; ///< of an edit made from what was shown
        Work work{};
        Then then{};
        QString title{};
    };
    class Hand;
    /// What became of a record that an edit further back in the queue is about.
    struct Link {
        std::optional<Record> latest{};
        std::optional<Error> refused{}; ///< it was never added
    };

    void add(Turn turn);
    void startNext();
    [[nodiscard]] Done rebase(Turn& turn);
    [[nodiscard]] std::shared_ptr<Hand> handFor(Turn& turn);
    void finish(Hand& hand);
    void noteChain(const Turn& turn, const Outcome& outcome);
    [[nodiscard]] Turn takeFirst();
    void tell(const Turn& turn, const Outcome& outcome);
    void stopPreparing();
    [[nodiscard]] QString titleOf(const Turn& turn) const;
    void noteSaving();

    jobs::Jobs& m_jobs;
    std::shared_ptr<census::Session> m_session;
    std::shared_ptr<std::vector<ChangeSet>> m_rung; ///< touched only by who has the session
    std::function<void(News)> m_take;
    CensusView m_view;
    std::deque<Turn> m_turns; ///< the first one runs while there is a hand
    std::shared_ptr<Hand> m_hand;
    std::map<Uuid, Link> m_chain;
    bool m_readsCopy = false;
    bool m_prepared = false;
    bool m_wasSaving = false;
    bool m_telling = false;
    int m_job = 0;
};

} // namespace observo::app
