// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <string>

namespace observo::test {

/// All bytes of a file; empty when there is none.
[[nodiscard]] std::string bytesOf(const std::filesystem::path& file);

/// What a folder holds: name, time of change and bytes of each file in it; of folders in it the name alone.
struct FolderState {
    struct Entry {
        std::int64_t changed = 0; ///< nanoseconds
        std::string bytes;

        friend bool operator==(const Entry&, const Entry&) = default;
    };
    std::map<std::string, Entry> entries;

    [[nodiscard]] static FolderState of(const std::filesystem::path& folder);
    [[nodiscard]] bool has(const std::string& name) const { return entries.contains(name); }
    friend bool operator==(const FolderState&, const FolderState&) = default;
};
/// For messages: the names.
std::ostream& operator<<(std::ostream& stream, const FolderState& state);

/// Runs `work` in a process of its own and gives what it returns, or -1 when it died.
[[nodiscard]] int inAnotherProcess(const std::function<int()>& work);
/// The same as a user who is not root, for whom permissions count; -1 also when that cannot be had.
[[nodiscard]] int asNobody(const std::function<int()>& work);

/// Leaves what a writer leaves that was killed in the midst of writing: half a change in the file, and the journal that
/// takes it back.
void leaveHotJournal(const std::filesystem::path& census);
/// Leaves what a program in WAL mode leaves that was killed after committing `sql`: the commit stands in the WAL alone.
void leaveWal(const std::filesystem::path& census, const std::string& sql);

} // namespace observo::test
