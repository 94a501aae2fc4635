// SPDX-License-Identifier: GPL-3.0-or-later
#include "sqlite/ReadAccess.h"

#include "schema/Schema.h"

#include <sys/stat.h>

#include <array>
#include <string_view>
#include <system_error>
#include <utility>

namespace observo::census {
namespace {

constexpr int kCopyAttempts = 5;
constexpr std::string_view kMagic = "SQLite format 3";

std::filesystem::path besides(const std::filesystem::path& file, std::string_view ending)
{
    auto side = file;
    side += ending;
    return side;
}

Error notACensus(const std::filesystem::path& file, std::string why)
{
    return {.code = ErrorCode::CensusDamaged,
            .what = "the file is damaged or is not a census: " + std::move(why),
            .file = file.string(),
            .advice = "open the newest backup, or import the file into a census"};
}

Result<std::filesystem::path> canonicalFile(const std::filesystem::path& file)
{
    std::error_code failed;
    auto canonical = std::filesystem::canonical(file, failed);
    if (failed) {
        const bool denied = failed == std::errc::permission_denied;
        return fail(Error{.code = denied ? ErrorCode::CensusReadOnly : ErrorCode::CensusMissing,
                          .what = denied ? "the census may not be read" : "there is no such census",
                          .file = file.string(),
                          .advice = denied ? "ask for permission to read it" : "check the name and the folder"});
    }
    if (!std::filesystem::is_regular_file(canonical, failed)) {
        return fail(notACensus(file, "it is no regular file"));
    }
    return canonical;
}

/// True when the journal beside the file has to be rolled back before anything can be read.
Result<bool> isHot(Connection& connection)
{
    if (!std::filesystem::exists(besides(connection.file(), "-journal"))) {
        return false;
    }
    const auto probe = connection.number("SELECT count(*) FROM sqlite_master");
    if (probe) {
        return false;
    }
    switch (sqlite3_extended_errcode(connection.handle())) {
    case SQLITE_READONLY_ROLLBACK:
    case SQLITE_READONLY_RECOVERY:
    case SQLITE_BUSY_RECOVERY:
    case SQLITE_CANTOPEN:
        return true;
    default:
        return fail(probe.error());
    }
}

/// Copies the file and its journal or WAL while nobody changes them, and lets SQLite settle the copy.
Done copyWithSide(const Connection& original, const std::filesystem::path& copy, std::string_view ending)
{
    const auto side = besides(original.file(), ending);
    std::error_code failed;
    for (int attempt = 0; attempt < kCopyAttempts; ++attempt) {
        const auto before = std::pair(FileMark::of(original.file()), FileMark::of(side));
        std::filesystem::remove(copy, failed);
        std::filesystem::remove(besides(copy, ending), failed);
        if (auto copied = original.copyBytesTo(copy); !copied) {
            return copied;
        }
        if (before.second.size >= 0) {
            // The journal has no locks of ours to lose, so it may be opened like any file.
            std::filesystem::copy_file(side, besides(copy, ending), failed);
            if (failed && FileMark::of(side).size >= 0) {
                return fail(Error{.code = ErrorCode::CensusIo,
                                  .what = "the journal beside the census cannot be copied: " + failed.message(),
                                  .file = side.string(),
                                  .advice = "check its permissions"});
            }
            // The copy has the permissions of the original, which may be to read alone; settling it means writing.
            std::filesystem::permissions(besides(copy, ending), std::filesystem::perms(0600), failed);
        }
        if (before == std::pair(FileMark::of(original.file()), FileMark::of(side))) {
            const auto settled = Connection::open(copy, Connection::Access::Write);
            return settled
                       ? (*settled)->number("SELECT count(*) FROM sqlite_master").map([](auto) { return DoneValue{}; })
                       : Done(fail(settled.error()));
        }
    }
    return fail(Error{.code = ErrorCode::CensusLocked,
                      .what = "another program is writing the census without pause",
                      .file = original.file().string(),
                      .advice = "close it there, then try again"});
}

Result<ReadAccess> openCopy(ReadAccess access, std::string_view ending)
{
    auto folder = PrivateFolder::create();
    if (!folder) {
        return fail(folder.error());
    }
    const auto copy = (*folder)->path() / "census.gpkg";
    if (auto copied = copyWithSide(*access.connection, copy, ending); !copied) {
        return fail(copied.error());
    }
    auto connection = Connection::open(copy, Connection::Access::Read);
    if (!connection) {
        return fail(connection.error());
    }
    access.connection = std::move(*connection);
    access.folder = std::move(*folder);
    return access;
}

Result<ReadAccess> openInPlace(const std::filesystem::path& file)
{
    auto canonical = canonicalFile(file);
    if (!canonical) {
        return fail(canonical.error());
    }
    auto connection = Connection::open(*canonical, Connection::Access::Read);
    if (!connection) {
        return fail(connection.error());
    }
    const auto header = (*connection)->header();
    if (!header) {
        return fail(header.error());
    }
    const std::string_view start(reinterpret_cast<const char*>(header->data()), kMagic.size());
    if (start != kMagic) {
        return fail(notACensus(*canonical, "it does not begin like one"));
    }
    ReadAccess access{.file = std::move(*canonical), .folder = nullptr, .connection = std::move(*connection)};
    const auto wal = access.connection->isWal();
    if (!wal) {
        return fail(wal.error());
    }
    if (*wal) {
        access.journal = "wal";
        return openCopy(std::move(access), "-wal");
    }
    const auto hot = isHot(*access.connection);
    if (!hot) {
        return fail(hot.error());
    }
    if (*hot) {
        access.journal = "hot";
        return openCopy(std::move(access), "-journal");
    }
    return access;
}

} // namespace

FileMark FileMark::of(const std::filesystem::path& file)
{
    struct stat status {};
    if (::stat(file.c_str(), &status) != 0) {
        return {};
    }
    constexpr std::int64_t kBillion = 1'000'000'000;
    return {.device = status.st_dev,
            .inode = status.st_ino,
            .size = status.st_size,
            .changed = status.st_mtim.tv_sec * kBillion + status.st_mtim.tv_nsec};
}

std::array<FileMark, 3> marksOf(const std::filesystem::path& census)
{
    return {FileMark::of(census), FileMark::of(besides(census, "-journal")), FileMark::of(besides(census, "-wal"))};
}

bool hasWal(const std::filesystem::path& census)
{
    return FileMark::of(besides(census, "-wal")).size >= 0;
}

Result<ReadAccess> ReadAccess::open(const std::filesystem::path& file)
{
    auto access = openInPlace(file);
    if (!access) {
        return access;
    }
    if (const auto version = schemaVersionOf(*access->connection); !version) {
        auto error = version.error();
        error.file = access->file.string();
        return fail(std::move(error));
    }
    return access;
}

Done copyCensus(Connection& from, const std::filesystem::path& target, const Progress& progress)
{
    if (auto made = createPrivateFile(target); !made) {
        return made;
    }
    auto copy = Connection::open(target, Connection::Access::Create);
    if (!copy) {
        return fail(copy.error());
    }
    return from.backupTo(**copy, progress);
}

Result<ReadAccess> ReadAccess::snapshot(const std::filesystem::path& file, const Progress& progress)
{
    auto access = open(file);
    if (!access || access->isCopy()) {
        return access;
    }
    auto folder = PrivateFolder::create();
    if (!folder) {
        return fail(folder.error());
    }
    const auto copy = (*folder)->path() / "census.gpkg";
    if (auto copied = copyCensus(*access->connection, copy, progress); !copied) {
        return fail(copied.error());
    }
    auto connection = Connection::open(copy, Connection::Access::Read);
    if (!connection) {
        return fail(connection.error());
    }
    access->connection = std::move(*connection);
    access->folder = std::move(*folder);
    return access;
}

} // namespace observo::census
