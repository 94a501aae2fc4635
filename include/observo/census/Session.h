// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/census/Log.h"
#include "observo/census/Reader.h"
#include "observo/core/ChangeSet.h"
#include "observo/core/Inventory.h"
#include "observo/core/Progress.h"
#include "observo/core/Result.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace observo::census {

/// Who works, for the log, the lock and the records' "updated by".
struct Actor {
    std::string user;
    std::string host;
    std::string program; ///< "observo" or "observo-cli"

    /// From the operating system.
    [[nodiscard]] static Actor current(std::string program);
};

/// What a new census must know.
struct NewCensus {
    std::string issuingBody;
    std::string istatCode;    ///< six digits
    std::string systemName{}; ///< of the default system; empty: named after the body
};

/// How long the lock is held: the window's until it closes, a command's for its transaction.
enum class LockHolding { UntilClose, PerEdit };

struct OpenOptions {
    Actor actor{};
    LockHolding lock = LockHolding::UntilClose;
    bool readOnly = false;
    /// Take over a lock whose holder's heartbeat has stopped (asked of the person first; logged).
    bool takeOverStaleLock = false;
};

/// What was committed: the set as written (codes numbered, sites made, versions and times filled) and when.
struct Committed {
    ChangeSet changes;
    std::int64_t setId = 0;
    std::string at; ///< UTC
};

/// Whether edits can be made now, and if not, why (locked by whom since when, read-only, damaged, newer, moved).
struct WriteState {
    bool writable = true;
    std::optional<Error> why{};
};

/// What a repair of the structure has put right.
struct Repair {
    std::vector<std::string> repaired{}; ///< one English sentence each; empty when nothing was wrong
    std::filesystem::path backup{};      ///< the census as it was before
};

/// A showing or handing over of data, for the access log.
struct Consultation {
    std::string action; ///< "export", "print", "open", "report"
    std::string what;   ///< file, filter, edition
    std::string reason;
    std::string recipient;
};

/// The one door to a census: lets edits in, keeps inventory and history, and rings one bell when they are on disk.
/// Belongs to one thread. Opening reads only; the first edit takes the lock, makes a backup and writes.
class Session {
public:
    [[nodiscard]] static Result<std::unique_ptr<Session>> create(const std::filesystem::path& file,
                                                                 const NewCensus& census, const OpenOptions& options);
    /// Opens for editing; when that cannot be, the session is read-only and `writeState` says why. Only a file that
    /// cannot be read at all is refused.
    [[nodiscard]] static Result<std::unique_ptr<Session>> open(const std::filesystem::path& file,
                                                               const OpenOptions& options);
    ~Session();
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    /// The calling thread becomes the session's own. A session belongs to one thread at a time; it may go from the job
    /// that opened it to the next one that writes.
    void moveHere();

    [[nodiscard]] const std::filesystem::path& file() const;
    [[nodiscard]] const Census& census() const;
    [[nodiscard]] WriteState writeState() const;
    /// The living cameras now; a copy is a snapshot.
    [[nodiscard]] const Inventory& inventory() const;
    /// Whole records, in the session's thread. A job opens its own with `Reader::snapshot(session.file(), ...)`.
    [[nodiscard]] Reader& reader();

    /// Completes (codes, missing site and system, bookkeeping), checks and writes the set in one transaction, then
    /// rings the bell. An edit whose `before` is no longer what the census holds is refused (RuleBroken) with who
    /// changed it. Refused sets leave nothing behind.
    /// Long the first time (backup) and on a slow disk: the window runs it in a job. Cancelled before the commit it
    /// leaves nothing behind.
    [[nodiscard]] Result<Committed> perform(ChangeSet changes, const Progress& progress = Progress());
    /// A stream of changes in one transaction and bounded memory; may run in a job's thread while the session is
    /// busy (edits meanwhile are refused, reading goes on). Cancel rolls back.
    [[nodiscard]] Result<Committed> perform(ChangeSource& changes, const Progress& progress);

    /// Takes back the latest own set not yet undone, as a new logged set ("Undo: ...").
    [[nodiscard]] Result<Committed> undo(const Progress& progress = Progress());
    [[nodiscard]] Result<Committed> redo(const Progress& progress = Progress());
    /// The label of what undo or redo would do; nothing when there is nothing.
    [[nodiscard]] std::optional<std::string> undoLabel() const;
    [[nodiscard]] std::optional<std::string> redoLabel() const;

    /// Puts the structure right that another program changed (triggers of its own on our tables, ours missing or
    /// altered, the spatial index they keep), after a backup, as a logged set; afterwards the census can be edited
    /// again. CensusDamaged where that would throw data away: then nothing is touched.
    [[nodiscard]] Result<Repair> repair();
    /// Takes the lock and makes the backup as the first edit would, because one is about to be made. Writes nothing
    /// into the census; sooner or later the same is done by the edit itself.
    [[nodiscard]] Done prepare(const Progress& progress);

    /// Enters a consultation into the access log (the user's own log while the census is unedited or read-only).
    [[nodiscard]] Done record(const Consultation& consultation);

    /// Rings after each commit, and with what another program changed. The returned number removes the listener.
    using Listener = std::function<void(const ChangeSet&)>;
    int onChanged(Listener listener);
    void removeListener(int number);
    /// To be called every few seconds: sees edits of other programs, a moved or replaced file, a lost lock; beats the
    /// lock's heart. The error says what happened.
    [[nodiscard]] Done poll();

    /// A consistent copy while in use, through the backup interface, checked, whole or not there.
    [[nodiscard]] Done backupTo(const std::filesystem::path& file, const Progress& progress);
    /// The rotating backups of this census, newest first.
    [[nodiscard]] std::vector<std::filesystem::path> backups() const;
    /// The same without a session.
    [[nodiscard]] static std::vector<std::filesystem::path> backupsOf(const std::filesystem::path& file,
                                                                      CensusId census);
    /// The same for a file that cannot be opened, or is gone: found by its name.
    [[nodiscard]] static std::vector<std::filesystem::path> backupsOf(const std::filesystem::path& file);

private:
    struct Body;
    explicit Session(std::unique_ptr<Body> body);
    std::unique_ptr<Body> m_body;
};

} // namespace observo::census
