// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace observo::test {

/// One call of the finished program to the system, known by its name and its place among the calls of that name.
struct SystemCall {
    std::string name;
    std::size_t number = 0; ///< from 1
    std::string line;       ///< as strace shows it
};

/// What the system answers instead of doing what it was asked.
struct SystemFault {
    std::string call;
    std::size_t number = 0;
    std::string error; ///< "ENOSPC"
    bool fromThenOn = false;
};

/// How a run of the program ended, and all that it said.
struct ProgramRun {
    int status = -1; ///< -1 when it did not end by itself
    std::string said;
};

/// Runs observo-cli in a folder of its own: the user's folders and the temporary one lie in it too.
class TracedProgram {
public:
    explicit TracedProgram(std::filesystem::path folder);

    /// Why programs cannot be traced here; nothing when they can.
    [[nodiscard]] static std::optional<std::string> obstacle();

    [[nodiscard]] ProgramRun run(const std::vector<std::string>& arguments) const;
    /// A run that goes well; all calls of it that write, sync, truncate, name, remove, or open for writing in the
    /// folder.
    [[nodiscard]] std::vector<SystemCall> changesOf(const std::vector<std::string>& arguments) const;
    /// A run in which one call fails, or that one and all later ones of its name.
    [[nodiscard]] ProgramRun runUnder(const SystemFault& fault, const std::vector<std::string>& arguments) const;

private:
    [[nodiscard]] std::string commandLine(const std::string& tracer, const std::vector<std::string>& arguments) const;

    std::filesystem::path m_folder;
};

} // namespace observo::test
