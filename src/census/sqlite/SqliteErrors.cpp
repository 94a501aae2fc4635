// SPDX-License-Identifier: GPL-3.0-or-later
#include "sqlite/SqliteErrors.h"

#include "guard/LockFile.h"

#include <sqlite3.h>

#include <string>
#include <utility>

namespace observo::census {
namespace {

Error lockedError(const std::filesystem::path& file)
{
    Error error{.code = ErrorCode::CensusLocked, .what = "the census is being written by another program"};
    // With our own lock beside it, the other program is one that knows no such locks, and has no name.
    if (const auto note = readLockNote(file); note && !isOwn(*note)) {
        error.what = "the census is locked by " + note->holder() + " since " + note->since;
        error.holder = note->heldBy();
    }
    error.advice = "try again when the other program has finished";
    return error;
}

Error fromPrimaryCode(int code, const std::filesystem::path& file)
{
    switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return lockedError(file);
    case SQLITE_FULL:
        return {.code = ErrorCode::OutputNoSpace,
                .what = "no space is left on the disk of the census",
                .advice = "free some space and try again; nothing was changed"};
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return {.code = ErrorCode::CensusReadOnly,
                .what = "the census cannot be written",
                .advice = "ask for write permission on the file and its folder, or save a copy elsewhere"};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_FORMAT:
        return {.code = ErrorCode::CensusDamaged,
                .what = "the census is damaged or is not a census",
                .advice = "open the newest backup, or recover what can be had into a new file"};
    case SQLITE_CANTOPEN:
        return {.code = ErrorCode::CensusIo,
                .what = "the census or a file beside it cannot be opened",
                .advice = "check the permissions of the file and its folder"};
    case SQLITE_IOERR:
        return {.code = ErrorCode::CensusIo,
                .what = "the disk of the census failed",
                .advice = "check the disk or the network drive, then try again"};
    case SQLITE_TOOBIG:
        return {.code = ErrorCode::InvalidArgument, .what = "a value is too long for the census"};
    default:
        return {.code = ErrorCode::Internal, .what = "the database refused"};
    }
}

} // namespace

Error sqliteError(int code, std::string_view doing, std::string_view detail, const std::filesystem::path& file)
{
    Error error = fromPrimaryCode(code, file);
    if (code == SQLITE_READONLY_DBMOVED) {
        error = {.code = ErrorCode::CensusMoved,
                 .what = "the census was moved, deleted or replaced while open",
                 .advice = "save a copy elsewhere, or open the file again from its new place"};
    }
    error.what += " (while " + std::string(doing) + ": " + std::string(detail) + ")";
    error.file = file.string();
    return error;
}

} // namespace observo::census
