// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Result.h"

#include <filesystem>

namespace observo::feed {

/// A folder that only this user may enter (0700), in which one reader works. It and all in it are gone when the value
/// dies, also when the reader was killed.
class PrivateFolder {
public:
    /// Inside `parent`, or the system's temporary folder when that is empty.
    [[nodiscard]] static Result<PrivateFolder> make(const std::filesystem::path& parent);
    PrivateFolder(PrivateFolder&& other) noexcept;
    PrivateFolder& operator=(PrivateFolder&& other) noexcept;
    PrivateFolder(const PrivateFolder&) = delete;
    PrivateFolder& operator=(const PrivateFolder&) = delete;
    ~PrivateFolder();

    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }

private:
    explicit PrivateFolder(std::filesystem::path path) : m_path(std::move(path)) {}
    void remove() noexcept;

    std::filesystem::path m_path;
};

} // namespace observo::feed
