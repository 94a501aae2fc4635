// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/TestPlaces.h"

#include <cstddef>
#include <filesystem>

namespace observo::exchange {

/// A file system of its own in memory, of a few mebibytes; only root can mount one.
class SmallDisk {
public:
    explicit SmallDisk(std::size_t bytes);
    ~SmallDisk();
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;

    [[nodiscard]] bool isMounted() const { return m_isMounted; }
    [[nodiscard]] const std::filesystem::path& path() const { return m_folder.path(); }
    /// Leaves so many bytes free, by a file called "ballast".
    void fillAllBut(std::size_t bytes) const;

private:
    test::TemporaryFolder m_folder;
    bool m_isMounted = false;
};

} // namespace observo::exchange
