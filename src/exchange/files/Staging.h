// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/CheckedFile.h"
#include "observo/core/Result.h"

#include <filesystem>
#include <string>
#include <vector>

namespace observo::exchange {

/// A private folder beside the output in which a set of files is made and read back before it gets its place.
/// Destroyed without `publish`, it leaves nothing behind.
class Staging {
public:
    /// Makes the folder (0700). Fails as writing there would: denied, no space, no such folder.
    [[nodiscard]] static Result<Staging> beside(const std::filesystem::path& output);

    Staging(Staging&& other) noexcept;
    Staging& operator=(Staging&& other) noexcept;
    Staging(const Staging&) = delete;
    Staging& operator=(const Staging&) = delete;
    ~Staging();

    [[nodiscard]] const std::filesystem::path& folder() const { return m_folder; }

    /// Moves the files named from the private folder to the output's, the whole set or none of it, and syncs the
    /// folder. With Overwrite::Refuse a file that exists is an error. With Overwrite::Replace each file takes the
    /// place of the old one in one step and inherits its permissions, and the `outdated` files go; what was there is
    /// kept until all is done and put back when something cannot be done. Returns the final paths.
    [[nodiscard]] Result<std::vector<std::filesystem::path>>
    publish(const std::vector<std::string>& names, Overwrite overwrite, const std::vector<std::string>& outdated = {});

private:
    Staging(std::filesystem::path folder, std::filesystem::path target);
    void discard() noexcept;

    std::filesystem::path m_folder;
    std::filesystem::path m_target;
};

} // namespace observo::exchange
