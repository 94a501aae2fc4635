// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/Staging.h"

#include <sys/stat.h>

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <system_error>
#include <utility>

namespace observo::exchange {
namespace {

namespace fs = std::filesystem;

constexpr ::mode_t kPermissions = 0777;
constexpr ::mode_t kPrivate = 0600;

/// One file of the set on its way: what it replaces is kept under `old` until the whole set is in place.
struct Move {
    fs::path from; ///< empty when an outdated file only goes
    fs::path to;
    fs::path old;
    bool isOldKept = false;
    bool isPlaced = false;
};

/// Keeps the old file, if there is one, and gives the new one its permissions.
Done keepOld(Move& move)
{
    struct ::stat present {};
    if (::lstat(move.to.c_str(), &present) != 0) {
        return errno == ENOENT ? done() : Done(fail(outputError(errno, move.to)));
    }
    if (!S_ISREG(present.st_mode)) {
        return fail(Error{.code = ErrorCode::OutputDenied,
                          .what = "the place is taken by something that is not a file",
                          .file = move.to.string(),
                          .advice = "choose another name"});
    }
    // A second name keeps the old file while the first one is replaced in one step: there is no moment without it.
    // Where there are no second names (FAT) it moves away for that moment.
    const bool isKept =
        ::link(move.to.c_str(), move.old.c_str()) == 0 || ::rename(move.to.c_str(), move.old.c_str()) == 0;
    if (!isKept) {
        return fail(outputError(errno, move.to));
    }
    move.isOldKept = true;
    if (!move.from.empty()) {
        (void)::chmod(move.from.c_str(), present.st_mode & kPermissions); // FAT knows none
    }
    return done();
}

/// Gives the new file a name that nothing has.
Done place(Move& move)
{
    (void)::chmod(move.from.c_str(), kPrivate); // whatever a library made it
    int placed = ::renameat2(AT_FDCWD, move.from.c_str(), AT_FDCWD, move.to.c_str(), RENAME_NOREPLACE);
    if (placed != 0 && (errno == EINVAL || errno == ENOSYS || errno == ENOTSUP)) {
        struct ::stat present {};
        errno = EEXIST;
        placed = ::lstat(move.to.c_str(), &present) == 0 ? -1 : std::rename(move.from.c_str(), move.to.c_str());
    }
    if (placed != 0) {
        return fail(outputError(errno, move.to));
    }
    move.isPlaced = true;
    return done();
}

Done replace(Move& move)
{
    if (auto kept = keepOld(move); !kept) {
        return kept;
    }
    if (!move.isOldKept) {
        return move.from.empty() ? done() : place(move);
    }
    const int moved = move.from.empty() ? ::unlink(move.to.c_str()) : std::rename(move.from.c_str(), move.to.c_str());
    // An old file that could only be moved away is gone from its place already.
    if (moved != 0 && !(move.from.empty() && errno == ENOENT)) {
        return fail(outputError(errno, move.to));
    }
    move.isPlaced = !move.from.empty();
    return done();
}

/// Puts everything back as it was; false when an old file could not go back.
bool takeBack(std::vector<Move>& moves)
{
    bool isBack = true;
    for (Move& move : moves) {
        if (move.isOldKept) {
            // Two names of one file: renaming does nothing, and the second name goes with the folder.
            isBack = std::rename(move.old.c_str(), move.to.c_str()) == 0 && isBack;
        } else if (move.isPlaced) {
            ::unlink(move.to.c_str());
        }
    }
    return isBack;
}

Done syncFolder(const fs::path& folder)
{
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) {
        // A folder one may write into but not list cannot be opened, hence not synced.
        return errno == EACCES ? done() : Done(fail(outputError(errno, folder)));
    }
    const int synced = ::fsync(descriptor);
    const int why = errno;
    ::close(descriptor);
    // EINVAL: a file system that cannot sync folders (some network ones); the files themselves are synced.
    return synced == 0 || why == EINVAL ? done() : Done(fail(outputError(why, folder)));
}

Done moveAll(std::vector<Move>& moves, Overwrite overwrite, const fs::path& target)
{
    for (Move& move : moves) {
        auto moved = overwrite == Overwrite::Replace ? replace(move) : place(move);
        if (!moved) {
            return moved;
        }
    }
    return syncFolder(target);
}

} // namespace

Result<Staging> Staging::beside(const fs::path& output)
{
    std::error_code error;
    const fs::path target = fs::absolute(output, error).parent_path();
    std::string name = (target / ".observo-export-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) {
        const int why = errno;
        Error refused = outputError(why, output);
        if (why == ENOENT) {
            refused.what = "the folder " + target.string() + " does not exist";
            refused.advice = "make the folder first, or choose another one";
        }
        return fail(refused);
    }
    return Staging(name, target);
}

Staging::Staging(fs::path folder, fs::path target) : m_folder(std::move(folder)), m_target(std::move(target)) {}

Staging::Staging(Staging&& other) noexcept
    : m_folder(std::exchange(other.m_folder, {})), m_target(std::move(other.m_target))
{}

Staging& Staging::operator=(Staging&& other) noexcept
{
    if (this != &other) {
        discard();
        m_folder = std::exchange(other.m_folder, {});
        m_target = std::move(other.m_target);
    }
    return *this;
}

Staging::~Staging()
{
    discard();
}

void Staging::discard() noexcept
{
    if (!m_folder.empty()) {
        // Twice, since one refusal in the middle leaves all the rest lying about.
        std::error_code failed;
        for (int attempt = 0; attempt < 2; ++attempt) {
            fs::remove_all(m_folder, failed);
            if (!failed) {
                break;
            }
        }
        m_folder.clear();
    }
}

Result<std::vector<fs::path>> Staging::publish(const std::vector<std::string>& names, Overwrite overwrite,
                                               const std::vector<std::string>& outdated)
{
    const fs::path waiting = m_folder / "replaced";
    if (::mkdir(waiting.c_str(), S_IRWXU) != 0 && errno != EEXIST) {
        return fail(outputError(errno, waiting));
    }
    std::vector<Move> moves;
    std::vector<fs::path> placed;
    for (const std::string& name : names) {
        moves.push_back({.from = m_folder / name, .to = m_target / name, .old = waiting / name});
        placed.push_back(m_target / name);
    }
    for (const std::string& name : overwrite == Overwrite::Replace ? outdated : std::vector<std::string>{}) {
        moves.push_back({.from = {}, .to = m_target / name, .old = waiting / name});
    }
    if (auto moved = moveAll(moves, overwrite, m_target); !moved) {
        if (!takeBack(moves)) {
            // The old files must not go with the folder.
            moved.error().advice = "the old files are kept in " + waiting.string() + ": put them back";
            m_folder.clear();
        }
        return fail(moved.error());
    }
    discard();
    return placed;
}

} // namespace observo::exchange
