// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/TestPlaces.h"

#include <filesystem>
#include <string>
#include <vector>

namespace observo::test {

/// What a run of the command line gave.
struct CliOutcome {
    int status = -1;
    std::string out;
    std::string err;
};

/// Runs the command line in this process, with English messages unless the arguments say otherwise.
CliOutcome runCli(const std::vector<std::string>& arguments);

/// A folder with a new census in it, and short words for what most tests do with it.
class CliCensus {
public:
    CliCensus();

    [[nodiscard]] const std::filesystem::path& folder() const { return m_folder.path(); }
    [[nodiscard]] std::string file() const { return (m_folder.path() / "census.gpkg").string(); }
    [[nodiscard]] std::string path(const std::string& name) const { return (m_folder.path() / name).string(); }
    /// Runs COMMAND on the census with further arguments.
    [[nodiscard]] CliOutcome run(const std::string& command, std::vector<std::string> arguments = {}) const;
    /// The UUID of a camera added at a place in Torino, with settings.
    [[nodiscard]] std::string add(const std::vector<std::string>& settings = {},
                                  const std::string& at = "7.6869,45.0703") const;

private:
    TemporaryFolder m_folder;
};

} // namespace observo::test
