// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Result.h"

#include <filesystem>
#include <memory>

namespace observo::census {

/// A folder of our own (0700) under the system's temporary one; it and all in it are gone when the value dies.
class PrivateFolder {
public:
    [[nodiscard]] static Result<std::unique_ptr<PrivateFolder>> create();
    ~PrivateFolder();
    PrivateFolder(const PrivateFolder&) = delete;
    PrivateFolder& operator=(const PrivateFolder&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }

private:
    explicit PrivateFolder(std::filesystem::path path);
    std::filesystem::path m_path;
};

/// A new empty file of our own (0600), for SQLite to fill.
[[nodiscard]] Done createPrivateFile(const std::filesystem::path& file);

} // namespace observo::census
