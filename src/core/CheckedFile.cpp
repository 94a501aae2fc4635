// SPDX-License-Identifier: GPL-3.0-or-later
#include "observo/core/CheckedFile.h"

#include "observo/core/Ids.h"

#include <sys/stat.h>

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <system_error>
#include <utility>

namespace observo {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kBufferSize = 256UL * 1024;
constexpr ::mode_t kPrivate = 0600;

/// Calls until no signal interrupts.
template <typename Call>
auto uninterrupted(Call call)
{
    auto result = call();
    while (result == -1 && errno == EINTR) {
        result = call();
    }
    return result;
}

fs::path folderOf(const fs::path& file)
{
    return file.has_parent_path() ? file.parent_path() : fs::path(".");
}

/// Where the bytes will stand: a link is followed, so that the file it names is replaced and not the link.
Result<fs::path> placeOf(const fs::path& final)
{
    std::error_code problem;
    if (!fs::is_symlink(fs::symlink_status(final, problem))) {
        return final;
    }
    fs::path target = fs::canonical(final, problem);
    if (problem) {
        return fail(outputError(problem.value(), final));
    }
    return target;
}

/// Refuses what must not be replaced; otherwise the permissions of the file that will be, or private ones.
Result<::mode_t> permissionsFor(const fs::path& final, Overwrite overwrite)
{
    struct ::stat present {};
    if (::lstat(final.c_str(), &present) != 0) {
        if (errno == ENOENT) {
            return kPrivate;
        }
        return fail(outputError(errno, final));
    }
    if (!S_ISREG(present.st_mode)) {
        return fail(Error{.code = ErrorCode::OutputDenied,
                          .what = "the place is taken by something that is not a file",
                          .file = final.string(),
                          .advice = "choose another name"});
    }
    if (overwrite == Overwrite::Refuse) {
        return fail(outputError(EEXIST, final));
    }
    return static_cast<::mode_t>(present.st_mode & 0777U);
}

/// Gives `from` the name `to` unless something has that name, also where the file system knows no such rename (FAT,
/// some network folders): there the name is taken by an empty file first, which can only succeed when it is free.
int renameUnlessThere(const fs::path& from, const fs::path& to)
{
    const int renamed = ::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE);
    if (renamed == 0 || (errno != EINVAL && errno != ENOSYS && errno != ENOTSUP)) {
        return renamed;
    }
    const int taken =
        uninterrupted([&] { return ::open(to.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, kPrivate); });
    if (taken == -1) {
        return -1;
    }
    ::close(taken);
    const int moved = std::rename(from.c_str(), to.c_str());
    if (moved == -1) {
        const int problem = errno;
        ::unlink(to.c_str());
        errno = problem;
    }
    return moved;
}

/// Makes the new name itself survive a power cut. File systems that cannot sync a folder say EINVAL.
int syncFolder(const fs::path& folder)
{
    const int descriptor = uninterrupted([&] { return ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC); });
    if (descriptor == -1) {
        // A folder one may write into but not list cannot be opened, hence not synced.
        return errno == EACCES ? 0 : -1;
    }
    const int synced = uninterrupted([&] { return ::fsync(descriptor); });
    const int problem = errno;
    ::close(descriptor);
    errno = problem;
    return synced == -1 && problem == EINVAL ? 0 : synced;
}

std::string readable(std::uint64_t bytes)
{
    constexpr std::uint64_t kMegabyte = 1000UL * 1000;
    if (bytes < kMegabyte) {
        return std::to_string(bytes) + " bytes";
    }
    return std::to_string((bytes + kMegabyte - 1) / kMegabyte) + " MB";
}

} // namespace

Error outputError(int errnoValue, const fs::path& file, std::uint64_t bytesNeeded)
{
    Error error{.code = ErrorCode::OutputFailed, .what = {}, .file = file.string()};
    switch (errnoValue) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
        error.code = ErrorCode::OutputNoSpace;
        error.bytesNeeded = bytesNeeded;
        error.what = errnoValue == EFBIG ? "the disk takes no file of this size" : "no space left on the disk";
        error.advice = bytesNeeded > 0
                           ? "at least " + readable(bytesNeeded) + " needed: free some space or choose another disk"
                           : "free some space or choose another disk";
        break;
    case EACCES:
    case EPERM:
    case EROFS:
        error.code = ErrorCode::OutputDenied;
        error.what = errnoValue == EROFS ? "the disk is read-only" : "no permission to write here";
        error.advice = "choose another folder or ask for the permission";
        break;
    case EEXIST:
        error.code = ErrorCode::OutputExists;
        error.what = "the file exists already";
        error.advice = "choose another name or allow overwriting";
        break;
    case ENOENT:
    case ENOTDIR:
        error.what = "the folder does not exist";
        error.advice = "create it first or choose another one";
        break;
    default:
        error.what = "writing failed: " + std::generic_category().message(errnoValue);
        error.advice = "check the disk and try again";
        break;
    }
    return error;
}

Result<CheckedFile> CheckedFile::create(const fs::path& final, Overwrite overwrite)
{
    auto place = placeOf(final);
    if (!place) {
        return fail(place.error());
    }
    const auto permissions = permissionsFor(*place, overwrite);
    if (!permissions) {
        return fail(permissions.error());
    }
    // A random name cannot meet another writer's; O_EXCL refuses a link laid there on purpose.
    fs::path temporary = folderOf(*place) / (".observo-" + Uuid::random().text() + ".part");
    const int descriptor = uninterrupted(
        [&] { return ::open(temporary.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, kPrivate); });
    if (descriptor == -1) {
        return fail(outputError(errno, *place));
    }
    // Whoever could read the file that is replaced can read the new one. Disks without permissions refuse; no matter.
    (void)::fchmod(descriptor, *permissions);
    return CheckedFile(std::move(*place), std::move(temporary), descriptor, overwrite);
}

CheckedFile::CheckedFile(fs::path final, fs::path temporary, int descriptor, Overwrite overwrite)
    : m_final(std::move(final)), m_temporary(std::move(temporary)), m_descriptor(descriptor), m_overwrite(overwrite)
{
    m_buffer.reserve(kBufferSize);
}

CheckedFile::CheckedFile(CheckedFile&& other) noexcept
    : m_final(std::move(other.m_final)), m_temporary(std::exchange(other.m_temporary, {})),
      m_buffer(std::move(other.m_buffer)), m_descriptor(std::exchange(other.m_descriptor, -1)),
      m_overwrite(other.m_overwrite), m_written(other.m_written), m_failure(std::move(other.m_failure))
{}

CheckedFile& CheckedFile::operator=(CheckedFile&& other) noexcept
{
    if (this != &other) {
        discard();
        m_final = std::move(other.m_final);
        m_temporary = std::exchange(other.m_temporary, {});
        m_buffer = std::move(other.m_buffer);
        m_descriptor = std::exchange(other.m_descriptor, -1);
        m_overwrite = other.m_overwrite;
        m_written = other.m_written;
        m_failure = std::move(other.m_failure);
    }
    return *this;
}

CheckedFile::~CheckedFile()
{
    discard();
}

Done CheckedFile::write(std::string_view bytes)
{
    if (m_failure) {
        return fail(*m_failure);
    }
    expects(m_descriptor != -1);
    m_written += bytes.size();
    while (!bytes.empty()) {
        const std::string_view part = bytes.substr(0, kBufferSize - m_buffer.size());
        m_buffer.append(part);
        bytes.remove_prefix(part.size());
        if (m_buffer.size() == kBufferSize) {
            if (auto flushed = flush(); !flushed) {
                return flushed;
            }
        }
    }
    return done();
}

Done CheckedFile::write(std::span<const std::byte> bytes)
{
    return write(std::string_view(reinterpret_cast<const char*>(bytes.data()), bytes.size()));
}

Done CheckedFile::flush()
{
    std::string_view rest = m_buffer;
    while (!rest.empty()) {
        const auto count = uninterrupted([&] { return ::write(m_descriptor, rest.data(), rest.size()); });
        if (count <= 0) {
            return refuse(count == 0 ? ENOSPC : errno);
        }
        rest.remove_prefix(static_cast<std::size_t>(count));
    }
    m_buffer.clear();
    return done();
}

Done CheckedFile::seal()
{
    if (m_failure) {
        return fail(*m_failure);
    }
    if (m_descriptor == -1) {
        expects(!m_temporary.empty());
        return done();
    }
    if (auto flushed = flush(); !flushed) {
        return flushed;
    }
    // A disk may report a failed write only here, and a full network folder only at close.
    if (uninterrupted([&] { return ::fsync(m_descriptor); }) == -1) {
        return refuse(errno);
    }
    // After close the descriptor is gone even when it reports a signal or an error: never close twice.
    if (::close(std::exchange(m_descriptor, -1)) == -1 && errno != EINTR) {
        return refuse(errno);
    }
    return done();
}

Done CheckedFile::publish()
{
    if (auto sealed = seal(); !sealed) {
        return sealed;
    }
    const int renamed = m_overwrite == Overwrite::Replace ? std::rename(m_temporary.c_str(), m_final.c_str())
                                                          : renameUnlessThere(m_temporary, m_final);
    if (renamed == -1) {
        return refuse(errno);
    }
    m_temporary.clear();
    if (syncFolder(folderOf(m_final)) == -1) {
        return refuse(errno);
    }
    return done();
}

// The first failure ends the file: the temporary goes at once, so that a full disk has its space back.
Done CheckedFile::refuse(int errnoValue)
{
    m_failure = outputError(errnoValue, m_final, m_written);
    discard();
    return fail(*m_failure);
}

void CheckedFile::discard() noexcept
{
    if (m_descriptor != -1) {
        ::close(std::exchange(m_descriptor, -1));
    }
    if (!m_temporary.empty()) {
        ::unlink(m_temporary.c_str());
        m_temporary.clear();
    }
}

} // namespace observo
