// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sqlite/Connection.h"
#include "sqlite/PrivateFolder.h"

#include "observo/core/Progress.h"
#include "observo/core/Result.h"

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

namespace observo::census {

/// What tells one state of a file and what lies beside it from another, without opening anything.
struct FileMark {
    std::uint64_t device = 0;
    std::uint64_t inode = 0;
    std::int64_t size = -1;   ///< -1 when there is no file
    std::int64_t changed = 0; ///< nanoseconds

    [[nodiscard]] static FileMark of(const std::filesystem::path& file);
    [[nodiscard]] bool isSameFile(const FileMark& other) const
    {
        return size >= 0 && other.size >= 0 && device == other.device && inode == other.inode;
    }
    friend bool operator==(const FileMark&, const FileMark&) = default;
};

/// The marks of a census, its journal and its WAL.
[[nodiscard]] std::array<FileMark, 3> marksOf(const std::filesystem::path& census);
/// True when another program has the census open in WAL mode, or left it so. Whoever reads in place then takes part in
/// the WAL, and nobody can end it.
[[nodiscard]] bool hasWal(const std::filesystem::path& census);

/// A census opened for reading alone, in place or as a private copy. Nothing is written beside the original.
struct ReadAccess {
    std::filesystem::path file;            ///< canonical
    std::unique_ptr<PrivateFolder> folder; ///< of the copy, when there is one; outlives the connection
    std::unique_ptr<Connection> connection;
    std::string journal = "delete"; ///< "delete", "wal" or "hot", as found beside the original

    [[nodiscard]] bool isCopy() const { return folder != nullptr; }

    /// Checks that the file is a census whose version this program knows.
    [[nodiscard]] static Result<ReadAccess> open(const std::filesystem::path& file);
    /// A consistent private copy, whatever happens to the original afterwards.
    [[nodiscard]] static Result<ReadAccess> snapshot(const std::filesystem::path& file, const Progress& progress);
};

/// Writes a consistent copy of a census into the new file `target`, which is empty or missing before.
[[nodiscard]] Done copyCensus(Connection& from, const std::filesystem::path& target, const Progress& progress);

} // namespace observo::census
