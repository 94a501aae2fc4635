// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

struct sqlite3;

namespace observo::test {

/// Another program in the middle of writing the same file: what a slow disk or a second editor looks like. From
/// `Reserved` on nobody else can write, from `Exclusive` on nobody else can read either. Ends with its destruction.
class BusyNeighbour {
public:
    enum class Holds { Reserved, Exclusive };

    BusyNeighbour(const std::filesystem::path& file, Holds holds);
    ~BusyNeighbour();
    BusyNeighbour(const BusyNeighbour&) = delete;
    BusyNeighbour& operator=(const BusyNeighbour&) = delete;

    /// Whether it got its lock.
    [[nodiscard]] bool isBusy() const { return m_busy; }

private:
    sqlite3* m_handle = nullptr;
    bool m_busy = false;
};

} // namespace observo::test
