// SPDX-License-Identifier: GPL-3.0-or-later
#include "fence/Fence.h"

#include "fence/FileFence.h"
#include "fence/LastWords.h"
#include "fence/SystemCalls.h"

#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <system_error>

// Sanitizers map terabytes of address space for themselves.
#if defined(__SANITIZE_ADDRESS__)
#define OBSERVO_SANITIZED 1
#else
#define OBSERVO_SANITIZED 0
#endif

namespace observo::reader {

namespace fs = std::filesystem;

namespace {

bool limit(__rlimit_resource_t resource, rlim_t soft, rlim_t hard)
{
    const rlimit wanted{soft, hard};
    if (::setrlimit(resource, &wanted) == 0) {
        return true;
    }
    // A lower limit that somebody set before us is as good.
    rlimit now{};
    return ::getrlimit(resource, &now) == 0 && now.rlim_cur <= soft;
}

Done limitResources(const FencePlan& plan)
{
    const auto seconds = static_cast<rlim_t>(plan.processor.count());
    bool good = limit(RLIMIT_CPU, seconds, seconds + 2) && limit(RLIMIT_CORE, 0, 0) &&
                limit(RLIMIT_FSIZE, plan.largestFile, plan.largestFile) && limit(RLIMIT_NOFILE, 64, 64);
    if (plan.memory != 0 && OBSERVO_SANITIZED == 0) {
        good = good && limit(RLIMIT_AS, plan.memory, plan.memory);
    }
    return good ? done()
                : Done(fail(ErrorCode::Internal, std::string("limits cannot be set: ") + std::strerror(errno)));
}

void trySocket()
{
    const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    if (socket >= 0) {
        ::close(socket);
    }
}

void tryProgram()
{
    char* const nothing[] = {nullptr};
    ::execve("/observo-no-such-program", nothing, nothing);
}

bool canOpen(const char* name)
{
    const int descriptor = ::open(name, O_RDONLY | O_CLOEXEC);
    if (descriptor >= 0) {
        ::close(descriptor);
    }
    return descriptor >= 0;
}

Done tryFence(bool filesAreLimited)
{
    if (!isCaught(trySocket) || !isCaught(tryProgram)) {
        return fail(ErrorCode::Internal, "a forbidden system call was not caught");
    }
    if (filesAreLimited && (canOpen("/") || canOpen("/etc/passwd") || canOpen("/proc/self/maps"))) {
        return fail(ErrorCode::Internal, "a forbidden file could be opened");
    }
    return done();
}

} // namespace

Result<std::vector<std::string>> closeFence(const FencePlan& plan)
{
    prepareLastWords();
    if (auto limited = limitResources(plan); !limited) {
        return fail(std::move(limited.error()));
    }
    if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 || ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) != 0) {
        return fail(ErrorCode::Internal, "rights cannot be given up");
    }
    const auto filesAreLimited = limitFiles(plan);
    if (!filesAreLimited) {
        return fail(filesAreLimited.error());
    }
    if (auto limited = limitSystemCalls(); !limited) {
        return fail(std::move(limited.error()));
    }
    if (auto held = tryFence(*filesAreLimited); !held) {
        return fail(std::move(held.error()));
    }
    std::vector<std::string> gaps;
    if (!*filesAreLimited) {
        gaps.emplace_back("this kernel has no Landlock: which files a reader opens is not limited");
    }
    return gaps;
}

std::vector<fs::path> dataFolders()
{
    std::vector<fs::path> found;
    for (const char* folder : {"/usr/share/proj", "/usr/share/gdal", "/usr/local/share/proj", "/usr/local/share/gdal",
                               "/usr/lib/x86_64-linux-gnu/gconv", "/usr/lib/aarch64-linux-gnu/gconv",
                               "/usr/lib64/gconv", "/usr/lib/gconv", "/usr/lib/locale"}) {
        std::error_code ignored;
        if (fs::is_directory(folder, ignored)) {
            found.emplace_back(folder);
        }
    }
    return found;
}

} // namespace observo::reader
