// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string_view>

namespace observo::test {

/// The checkout that the tests were built from.
std::filesystem::path sourceFolder();

/// tests/data of that checkout: small inputs and golden files, by room.
std::filesystem::path testDataFolder();

/// Where observo, observo-cli and the test programs are.
std::filesystem::path programFolder();

/// The folder of real data (with data/ in it) named by OBSERVO_SHARED; nothing when unset, then a test skips itself.
std::optional<std::filesystem::path> sharedFolder();

/// A new empty folder under the system's temporary one. It and all in it are gone when the value dies.
class TemporaryFolder {
public:
    explicit TemporaryFolder(std::string_view name = "observo-test");
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    const std::filesystem::path& path() const { return m_path; }
    std::filesystem::path operator/(std::string_view name) const { return m_path / name; }

private:
    std::filesystem::path m_path;
};

} // namespace observo::test
