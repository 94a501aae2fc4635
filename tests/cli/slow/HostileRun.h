// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace observo::test {

/// A file of the hostile corpus (tests/hostile/make_hostile.py).
struct HostileFile {
    std::filesystem::path file;
    std::string verdict; ///< error, clean, either
    std::string what;
};

/// Makes the corpus in a folder and gives its list; throws where the maker fails.
[[nodiscard]] std::vector<HostileFile> makeHostileFiles(const std::filesystem::path& folder);

/// How a program ended and what it and those that it started took.
struct MeasuredRun {
    int status = -1; ///< -1: a signal ended it, or it did not end within two minutes
    double processorSeconds = 0.0;
    double mebibytes = 0.0; ///< the most that one process had in memory
    std::string out;
    std::string err;
};

/// Runs a program with its user's folders and the temporary one inside `home`.
[[nodiscard]] MeasuredRun runMeasured(const std::vector<std::string>& words, const std::filesystem::path& home);

} // namespace observo::test
