// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace observo::test {

/// The calls of SQLite that reach the disk.
enum class IoCall { Open, Delete, Access, Read, Write, Truncate, Sync, FileSize, Lock, CheckReservedLock };

/// "xRead", "xWrite", ...: as SQLite names them.
std::string_view nameOf(IoCall call);

/// Which call fails and how.
struct Fault {
    enum class Kind {
        WithoutEffect, ///< the call does nothing
        AfterEffect,   ///< the call does its work (a write half of it) and fails all the same
        DiskFull,      ///< writes that would make a file longer fail with SQLITE_FULL, the others succeed
    };
    std::int64_t at = 0;     ///< counted from 1; 0: none
    bool fromThenOn = false; ///< and every call after it
    Kind kind = Kind::WithoutEffect;
};

/// A call that was made to fail.
struct FailedCall {
    IoCall call = IoCall::Open;
    std::string file;
    std::int64_t number = 0;
};

/// What happened to the disk, in order, as a power cut must know it.
struct IoEvent {
    enum class Kind { Create, Write, Truncate, Sync, Delete };
    Kind kind = Kind::Write;
    std::string file;
    std::int64_t offset = 0; ///< of a write; the new size of a truncation
    std::string bytes{};     ///< of a write
    bool directorySynced = false;
};

/// An SQLite VFS over the system's own. Counts every call that touches the disk, makes the chosen one fail, and tells
/// a listener what was written. Registered under `kName` as long as it lives; one at a time, for one thread.
class FaultVfs {
public:
    static constexpr const char* kName = "observo-fault";

    FaultVfs();
    ~FaultVfs();
    FaultVfs(const FaultVfs&) = delete;
    FaultVfs& operator=(const FaultVfs&) = delete;

    /// Starts counting anew; the fault holds until `heal`.
    void arm(const Fault& fault);
    /// From now on every call succeeds; counting goes on.
    void heal();

    std::int64_t calls() const;
    const std::vector<FailedCall>& failed() const;

    using Listener = std::function<void(const IoEvent&)>;
    void listen(Listener listener);

    struct Body;

private:
    std::unique_ptr<Body> m_body;
};

} // namespace observo::test
