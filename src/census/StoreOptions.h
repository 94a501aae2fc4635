// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <string>

namespace observo::census {

/// How the store opens SQLite. The program uses the defaults; tests put a failing disk or a weaker setting under it.
struct StoreOptions {
    std::string vfs{};                 ///< name of a registered SQLite VFS; empty: the system's own
    std::string synchronous = "EXTRA"; ///< docs/decisions/0012: DELETE without EXTRA loses the last edit
    std::chrono::milliseconds busyTimeout{5000};
    bool backups = true; ///< whether a session's first edit makes its rotating backup
};

/// The options of every store opened from now on in this process. Not for use while sessions are in other threads.
inline StoreOptions& storeOptionsForTests()
{
    static StoreOptions options;
    return options;
}

} // namespace observo::census
