// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/TestPlaces.h"

#include "observo/census/Session.h"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace observo::test {

/// A folder of its own with one census in it, and sessions of people with names. The user's data and state folders lie
/// in it too, so that no test touches the real ones.
class CensusFolder {
public:
    CensusFolder();
    ~CensusFolder();
    CensusFolder(const CensusFolder&) = delete;
    CensusFolder& operator=(const CensusFolder&) = delete;

    [[nodiscard]] std::filesystem::path file() const { return m_folder / "census.gpkg"; }
    [[nodiscard]] std::filesystem::path path(std::string_view name) const { return m_folder / name; }
    [[nodiscard]] const std::filesystem::path& folder() const { return m_folder.path(); }

    /// Creates the census; a failure stops the test with the error's message.
    [[nodiscard]] std::unique_ptr<census::Session> create(std::string_view user = "anna") const;
    [[nodiscard]] std::unique_ptr<census::Session> open(std::string_view user = "anna") const;
    [[nodiscard]] std::unique_ptr<census::Reader> reader() const;

private:
    TemporaryFolder m_folder;
    std::string m_oldState;
    std::string m_oldData;
};

[[nodiscard]] census::OpenOptions optionsOf(std::string_view user);

/// The message of a Result's error for assertion texts; empty when there is none.
template <typename T>
[[nodiscard]] std::string messageOf(const Result<T>& result)
{
    return result ? std::string() : result.error().message();
}

/// One camera added through the session, as it is in the census afterwards.
[[nodiscard]] Camera addCamera(census::Session& session, const Camera& camera);
/// The camera as the file has it now.
[[nodiscard]] Camera stored(census::Session& session, CameraId id);
/// All cameras, sites, systems and the census without their bookkeeping, as text; equal texts mean equal content.
[[nodiscard]] std::string contentOf(census::Reader& reader);
[[nodiscard]] std::vector<census::LogEntry> logOf(census::Reader& reader);

/// Runs SQL on a file as any other program for GeoPackages would; the error message, or empty.
[[nodiscard]] std::string sqlite(const std::filesystem::path& file, const std::string& sql);
/// The same for a query; rows joined by newline, columns by '|'.
[[nodiscard]] std::string query(const std::filesystem::path& file, const std::string& sql);
/// Runs a command; its exit status, with what it printed in `output`.
int run(const std::string& command, std::string* output = nullptr);

} // namespace observo::test
