// SPDX-License-Identifier: GPL-3.0-or-later
#include "Staging.h"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <string>
#include <system_error>
#include <utility>

namespace observo::exchange {
namespace {

namespace fs = std::filesystem;

/// One file of the set: where it goes, and where what it replaces waits.
struct Move {
    fs::path from;
    fs::path to;
    fs::path old;
    bool isOldKept = false;
    bool isPlaced = false;
};

Done putInPlace(Move& move, Overwrite overwrite)
{
    std::error_code error;
    if (overwrite == Overwrite::Replace && fs::exists(move.to, error)) {
        if (::rename(move.to.c_str(), move.old.c_str()) != 0) {
            return fail(outputError(errno, move.to));
        }
        move.isOldKept = true;
    }
    // link() refuses an existing name, which rename() would replace without a word.
    if (::link(move.from.c_str(), move.to.c_str()) == 0) {
        ::unlink(move.from.c_str());
        move.isPlaced = true;
        return done();
    }
    if (errno == EEXIST) {
        return fail(outputError(EEXIST, move.to));
    }
    // Some file systems (vfat, exfat) have no links.
    if (fs::exists(move.to, error)) {
        return fail(outputError(EEXIST, move.to));
    }
    if (::rename(move.from.c_str(), move.to.c_str()) != 0) {
        return fail(outputError(errno, move.to));
    }
    move.isPlaced = true;
    return done();
}

void takeBack(std::vector<Move>& moves)
{
    for (Move& move : moves) {
        if (move.isPlaced) {
            ::unlink(move.to.c_str());
        }
        if (move.isOldKept) {
            ::rename(move.old.c_str(), move.to.c_str());
        }
    }
}

Done syncFolder(const fs::path& folder)
{
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) {
        return fail(outputError(errno, folder));
    }
    const int synced = ::fsync(descriptor);
    const int why = errno;
    ::close(descriptor);
    // EINVAL: a file system that cannot sync folders (some network ones); the files themselves are synced.
    return synced == 0 || why == EINVAL ? done() : Done(fail(outputError(why, folder)));
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
        std::error_code ignored;
        fs::remove_all(m_folder, ignored);
        m_folder.clear();
    }
}

Result<std::vector<fs::path>> Staging::publish(const std::vector<fs::path>& files, Overwrite overwrite)
{
    const fs::path waiting = m_folder / "replaced";
    std::error_code error;
    fs::create_directory(waiting, error);
    std::vector<Move> moves;
    for (const fs::path& file : files) {
        moves.push_back({.from = file, .to = m_target / file.filename(), .old = waiting / file.filename()});
    }
    std::vector<fs::path> placed;
    for (Move& move : moves) {
        if (auto done = putInPlace(move, overwrite); !done) {
            takeBack(moves);
            return fail(done.error());
        }
        placed.push_back(move.to);
    }
    if (auto synced = syncFolder(m_target); !synced) {
        takeBack(moves);
        return fail(synced.error());
    }
    discard();
    return placed;
}

} // namespace observo::exchange
