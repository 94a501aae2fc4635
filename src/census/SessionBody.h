// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Store.h"
#include "guard/Backups.h"
#include "guard/LockFile.h"
#include "history/AccessLog.h"
#include "history/History.h"
#include "rows/ChangeWriter.h"
#include "sqlite/ReadAccess.h"

#include "observo/census/Session.h"

#include <array>
#include <atomic>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace observo::census {

/// All that a session holds. Its functions stand in Session*.cpp by topic: opening, edits, history, watching.
struct Session::Body {
    OpenOptions options;
    std::filesystem::path file;
    FileMark mark;                 ///< of the file that was opened
    std::array<FileMark, 3> marks; ///< of file, journal and WAL when they were read
    std::unique_ptr<Reader> reader;
    std::unique_ptr<Store> store; ///< from the first edit on
    std::unique_ptr<LockFile> lock;
    std::optional<Error> blocked; ///< why it cannot be edited at all
    bool isNew = false;           ///< made by this session: nothing to back up yet
    bool backedUp = false;

    Census census;
    Inventory inventory;
    History history;
    std::optional<std::string> undoLabel;
    std::optional<std::string> redoLabel;
    std::int64_t seen = 0;        ///< the last log entry that inventory and history know
    std::int64_t dataVersion = 0; ///< of the connection that watches

    std::map<int, Listener> listeners;
    int nextListener = 1;
    std::thread::id owner = std::this_thread::get_id();
    std::atomic<bool> busy = false;   ///< something is being written
    std::atomic<bool> behind = false; ///< the file has moved on without the owner's thread
    std::vector<ChangeSet> pending;   ///< notices not yet rung

    // SessionOpening.cpp
    [[nodiscard]] Done load();
    [[nodiscard]] Done reload();
    [[nodiscard]] Done reopenReader();
    void findObstacles();
    [[nodiscard]] Done takeLock();
    [[nodiscard]] Connection& watching();

    // SessionEdits.cpp
    struct Wish {
        std::string label;
        std::string reason;
        std::string recipient{};
        std::int64_t undoes = 0;
        std::int64_t redoes = 0;
        bool isLarge = false; ///< more changes than the bell names one by one
        Progress progress{};
        bool canBeUndone = true;
    };
    /// What a set has left in the open transaction.
    struct Written {
        std::int64_t setId = 0;
        std::int64_t last = 0; ///< entry of the log
        std::vector<Change> changes{};
    };
    using Work = std::function<Done(ChangeWriter&)>;
    [[nodiscard]] Result<Committed> commit(const Wish& wish, const Work& work);
    [[nodiscard]] SetInfo infoOf(const Wish& wish, const std::string& at) const;
    [[nodiscard]] Result<Written> writeSet(const SetInfo& info, bool isLarge, const Work& work);
    [[nodiscard]] Result<Committed> write(const Wish& wish, const Work& work);
    void follow(const Committed& committed, const Wish& wish);
    [[nodiscard]] Done takeOverNotes(const std::string& at);
    void forgetNotes();
    [[nodiscard]] Done noteConsultation(const Consultation& consultation);

    // SessionPreparing.cpp
    [[nodiscard]] std::optional<Error> whyNot() const;
    [[nodiscard]] Done prepare(const Progress& progress);
    [[nodiscard]] Done prepareWriting(const Progress& progress);
    [[nodiscard]] Done takeLockToWrite();
    [[nodiscard]] Done openStore(const Progress& progress);
    [[nodiscard]] Done migrateStore();
    [[nodiscard]] Done makeBackup(const Progress& progress);

    // SessionRecovery.cpp
    [[nodiscard]] Error afterFailure(Error error, const std::string& at, std::int64_t setId = 0);
    [[nodiscard]] Result<bool> isOnDisk(const std::string& at, std::int64_t setId);

    // SessionRepair.cpp
    [[nodiscard]] Result<Repair> repair();
    [[nodiscard]] Result<Repair> repairThrough(Connection& connection);
    [[nodiscard]] Done noteRepair(Connection& connection, const Repair& repaired);

    // SessionHistory.cpp
    [[nodiscard]] Done catchUpBeforeHistory();
    [[nodiscard]] Result<Committed> undo(const Progress& progress);
    [[nodiscard]] Result<Committed> redo(const Progress& progress);
    [[nodiscard]] Result<Committed> takeBack(Wish wish, std::int64_t setId);
    [[nodiscard]] Done refreshLabels();

    // SessionWatch.cpp
    [[nodiscard]] Done poll();
    [[nodiscard]] Done catchUp();
    [[nodiscard]] Done leaveWal();
    [[nodiscard]] Done checkInPlace() const;
    [[nodiscard]] bool isHome() const { return std::this_thread::get_id() == owner; }
    void ring(const ChangeSet& changes);
    void deliverPending();
};

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

[[nodiscard]] Error busyError(const std::filesystem::path& file);
[[nodiscard]] Error cancelledError(const std::filesystem::path& file);

/// The same changes for the inventory: a camera without a place is none that can be drawn.
[[nodiscard]] ChangeSet placed(ChangeSet changes);

} // namespace observo::census
