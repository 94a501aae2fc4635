// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/census/Session.h"
#include "observo/core/Result.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

namespace observo::census {

/// What stands in a lock file: who holds the census, and a counter that beats while the holder lives.
struct LockNote {
    std::string user;
    std::string host;
    std::string program;
    std::string machine; ///< tells two machines of one name apart
    std::string boot;    ///< and two runs of one machine
    std::int64_t process = 0;
    std::string processStart; ///< against a number given out again
    std::string id;
    std::string since; ///< UTC
    bool untilClose = true;
    std::uint64_t beat = 0;

    /// "anna on town-hall (observo)"
    [[nodiscard]] std::string holder() const;
    /// The same for an Error.
    [[nodiscard]] LockHolder heldBy() const;
    friend bool operator==(const LockNote&, const LockNote&) = default;
};

/// "<name>.lock" beside the census.
[[nodiscard]] std::filesystem::path lockFileOf(const std::filesystem::path& census);
/// The note in the lock file of a census; nothing when there is none or it cannot be read.
[[nodiscard]] std::optional<LockNote> readLockNote(const std::filesystem::path& census);
/// True when the note's process ran on this machine and is no more.
[[nodiscard]] bool isHolderGone(const LockNote& note);
/// True when this very process holds it.
[[nodiscard]] bool isOwn(const LockNote& note);

/// How to get a lock.
struct LockWish {
    Actor actor;
    LockHolding holding = LockHolding::UntilClose;
    bool takeOverStale = false;
    std::chrono::milliseconds patience{5000};    ///< for a holder that keeps it for one edit
    std::chrono::milliseconds staleAfter{60000}; ///< without a beat, on our own monotonic clock
    std::chrono::milliseconds beatEvery{10000};
};

/// The lock file while we hold it. It only informs people: SQLite's locks and the row versions protect. A thread beats
/// its heart; destroyed, the file is gone.
class LockFile {
public:
    /// CensusLocked, with holder and time, when somebody else holds it. The lock of a dead process of this machine is
    /// taken over at once.
    [[nodiscard]] static Result<std::unique_ptr<LockFile>> acquire(const std::filesystem::path& census,
                                                                   const LockWish& wish);
    ~LockFile();
    LockFile(const LockFile&) = delete;
    LockFile& operator=(const LockFile&) = delete;

    /// Whose lock was taken over to get this one, until the log has it.
    [[nodiscard]] const std::optional<LockNote>& takenFrom() const { return m_takenFrom; }
    void forgetTaken() { m_takenFrom.reset(); }
    /// False once somebody else removed or replaced the file.
    [[nodiscard]] bool isHeld() const;

private:
    LockFile(std::filesystem::path file, LockNote note, std::chrono::milliseconds beatEvery);
    void beat();

    std::filesystem::path m_file;
    LockNote m_note;
    std::optional<LockNote> m_takenFrom;
    std::chrono::milliseconds m_beatEvery;
    std::atomic<bool> m_held = true;
    std::mutex m_mutex;
    std::condition_variable m_stop;
    bool m_stopping = false;
    std::thread m_heart;
};

/// Remembers when a lock's beat was last seen to change, by this process' monotonic clock.
[[nodiscard]] std::chrono::milliseconds silenceOf(const std::filesystem::path& census, const LockNote& note);

} // namespace observo::census
