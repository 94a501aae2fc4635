// SPDX-License-Identifier: GPL-3.0-or-later
// A reader behind the real fence that has been taken over: it does as the name of the layer says.
#include "fence/Fence.h"
#include "fence/LastWords.h"

#include "observo/feed/FrameOutput.h"

#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>

#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

// The sanitizers shall leave a crash to be a crash. NOLINTBEGIN(bugprone-reserved-identifier): the name is theirs.
extern "C" const char* __asan_default_options();
extern "C" const char* __asan_default_options()
{
    return "handle_segv=0:detect_leaks=0";
}
// NOLINTEND(bugprone-reserved-identifier)

namespace {

using namespace observo;

/// "yes", or why not.
std::string opened(const std::string& name, int flags)
{
    const int descriptor = ::open(name.c_str(), flags, 0600);
    const std::string why = descriptor >= 0 ? "yes" : std::strerror(errno);
    if (descriptor >= 0) {
        ::close(descriptor);
    }
    return why;
}

std::string hungry()
{
    std::vector<std::string> kept;
    while (true) {
        kept.emplace_back(std::size_t{16} * 1024 * 1024, 'x');
    }
}

std::string limits()
{
    rlimit core{};
    rlimit files{};
    rlimit memory{};
    ::getrlimit(RLIMIT_CORE, &core);
    ::getrlimit(RLIMIT_NOFILE, &files);
    ::getrlimit(RLIMIT_AS, &memory);
    return std::to_string(core.rlim_max) + " " + std::to_string(files.rlim_max) + " " + std::to_string(memory.rlim_max);
}

std::string threaded()
{
    std::string told;
    std::thread([&told] { told = "a thread ran"; }).join();
    return told;
}

std::string act(const std::string& wish, const feed::ReaderTask& task)
{
    if (wish == "socket") {
        return std::to_string(::socket(AF_INET, SOCK_STREAM, 0));
    }
    if (wish == "unix socket") {
        return std::to_string(::socket(AF_UNIX, SOCK_STREAM, 0));
    }
    if (wish == "program") {
        char* const nothing[] = {nullptr};
        return std::to_string(::execve("/bin/true", nothing, nothing));
    }
    if (wish == "shell") {
        return std::to_string(std::system("true"));
    }
    if (wish == "fork") {
        return std::to_string(::fork());
    }
    if (wish == "ptrace") {
        return std::to_string(::ptrace(PTRACE_ATTACH, ::getppid(), nullptr, nullptr));
    }
    if (wish == "kill the parent") {
        return std::to_string(::kill(::getppid(), SIGTERM));
    }
    if (wish == "memory") {
        return hungry();
    }
    if (wish == "loop") {
        while (::getppid() >= 0) {
        }
    }
    if (wish == "crash") {
        ::raise(SIGSEGV);
    }
    if (wish == "limits") {
        return limits();
    }
    if (wish == "thread") {
        return threaded();
    }
    if (wish == "more limits") {
        const rlimit more{RLIM_INFINITY, RLIM_INFINITY};
        return ::setrlimit(RLIMIT_NOFILE, &more) == 0 ? "yes" : "no";
    }
    if (wish == "own file") {
        return opened(task.privateFolder + "/new", O_WRONLY | O_CREAT);
    }
    if (wish == "the input") {
        return opened(task.request.file.string(), O_RDONLY);
    }
    if (wish == "write the input") {
        return opened(task.request.file.string(), O_WRONLY);
    }
    return opened(wish, O_RDONLY);
}

} // namespace

int main()
{
    const auto task = feed::readTask(0);
    if (!task) {
        return 1;
    }
    feed::FrameOutput out(1);
    const int input = ::open(task->request.file.c_str(), O_RDONLY | O_CLOEXEC);
    const auto gaps = reader::closeFence({.processor = task->limits.processor,
                                          .memory = task->limits.memory,
                                          .largestFile = 1024 * 1024,
                                          .privateFolder = task->privateFolder,
                                          .files = {input},
                                          .readable = reader::dataFolders()});
    if (!gaps) {
        return static_cast<int>(feed::LastWord::NoFence);
    }
    feed::Layer layer{.name = "probe"};
    layer.columns = {{.name = "answer"}};
    out.file({.format = "probe", .driver = "probe", .layers = {layer}, .fenceGaps = *gaps}, 0, {0});
    out.progress(0.0);
    feed::Row row{.number = 1};
    row.values = {act(task->request.layer, *task)};
    out.row(row);
    out.end();
    ::_exit(0);
}
