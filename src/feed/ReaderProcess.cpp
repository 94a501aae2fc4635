// SPDX-License-Identifier: GPL-3.0-or-later
#include "ReaderProcess.h"

#include "observo/feed/FrameOutput.h"

#include <sys/mman.h>
#include <sys/wait.h>

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <string>
#include <system_error>
#include <utility>

namespace observo::feed {

namespace {

Error notStarted(const std::string& what, int why)
{
    return {.code = ErrorCode::Internal,
            .what = what + ": " + std::strerror(why),
            .advice = "install Observo again: its file reader belongs beside it"};
}

/// Closes a descriptor when it goes.
class Descriptor {
public:
    explicit Descriptor(int number) : m_number(number) {}
    ~Descriptor()
    {
        if (m_number >= 0) {
            ::close(m_number);
        }
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    [[nodiscard]] int get() const { return m_number; }
    int release() { return std::exchange(m_number, -1); }

private:
    int m_number;
};

/// A file in memory with the task in it, at its start.
Result<int> memoryWith(std::string_view task)
{
    Descriptor memory(::memfd_create("observo-task", MFD_CLOEXEC));
    if (memory.get() < 0) {
        return fail(notStarted("no memory for the reader's task", errno));
    }
    while (!task.empty()) {
        const auto written = ::write(memory.get(), task.data(), task.size());
        if (written < 0 && errno != EINTR) {
            return fail(notStarted("the reader's task cannot be written", errno));
        }
        task.remove_prefix(written > 0 ? static_cast<std::size_t>(written) : 0);
    }
    ::lseek(memory.get(), 0, SEEK_SET);
    return memory.release();
}

/// Descriptors, signals and process group of the child.
class SpawnPlan {
public:
    SpawnPlan(int input, int output)
    {
        ::posix_spawn_file_actions_init(&m_actions);
        ::posix_spawn_file_actions_adddup2(&m_actions, input, STDIN_FILENO);
        ::posix_spawn_file_actions_adddup2(&m_actions, output, STDOUT_FILENO);
        // Libraries that cry on the terminal are not for people; what matters comes in frames.
        ::posix_spawn_file_actions_addopen(&m_actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
        ::posix_spawn_file_actions_addclosefrom_np(&m_actions, STDERR_FILENO + 1);

        ::posix_spawnattr_init(&m_attributes);
        sigset_t none;
        sigset_t all;
        ::sigemptyset(&none);
        ::sigfillset(&all);
        ::posix_spawnattr_setsigmask(&m_attributes, &none);
        ::posix_spawnattr_setsigdefault(&m_attributes, &all);
        ::posix_spawnattr_setpgroup(&m_attributes, 0);
        ::posix_spawnattr_setflags(&m_attributes,
                                   POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
    }
    ~SpawnPlan()
    {
        ::posix_spawn_file_actions_destroy(&m_actions);
        ::posix_spawnattr_destroy(&m_attributes);
    }
    SpawnPlan(const SpawnPlan&) = delete;
    SpawnPlan& operator=(const SpawnPlan&) = delete;

    [[nodiscard]] int run(pid_t& process, const std::filesystem::path& program,
                          const std::filesystem::path& folder) const
    {
        std::string name = program.filename().string();
        std::array environment = {std::string("LC_ALL=C.UTF-8"), "TMPDIR=" + folder.string(),
                                  "HOME=" + folder.string()};
        std::array<char*, 2> arguments = {name.data(), nullptr};
        std::array<char*, 4> variables = {environment[0].data(), environment[1].data(), environment[2].data(), nullptr};
        return ::posix_spawn(&process, program.c_str(), &m_actions, &m_attributes, arguments.data(), variables.data());
    }

private:
    posix_spawn_file_actions_t m_actions{};
    posix_spawnattr_t m_attributes{};
};

} // namespace

Result<ReaderProcess> ReaderProcess::start(const std::filesystem::path& program, std::string_view task,
                                           const std::filesystem::path& folder)
{
    const auto memory = memoryWith(task);
    if (!memory) {
        return fail(memory.error());
    }
    const Descriptor input(*memory);
    std::array<int, 2> pipe{};
    if (::pipe2(pipe.data(), O_CLOEXEC) != 0) {
        return fail(notStarted("no pipe to the reader can be made", errno));
    }
    Descriptor ours(pipe[0]);
    const Descriptor theirs(pipe[1]);
    constexpr int kRoomy = 1024 * 1024;
    ::fcntl(ours.get(), F_SETPIPE_SZ, kRoomy); // fewer turns between the two; the default works too

    pid_t process = -1;
    const int why = SpawnPlan(input.get(), theirs.get()).run(process, program, folder);
    if (why != 0) {
        return fail(notStarted("the file reader " + program.string() + " cannot be started", why));
    }
    return ReaderProcess(process, ours.release());
}

ReaderProcess::ReaderProcess(ReaderProcess&& other) noexcept
    : m_process(std::exchange(other.m_process, -1)), m_output(std::exchange(other.m_output, -1)),
      m_ending(other.m_ending)
{}

ReaderProcess& ReaderProcess::operator=(ReaderProcess&& other) noexcept
{
    std::swap(m_process, other.m_process);
    std::swap(m_output, other.m_output);
    std::swap(m_ending, other.m_ending);
    return *this;
}

ReaderProcess::~ReaderProcess()
{
    kill();
    if (m_output >= 0) {
        ::close(m_output);
    }
    static_cast<void>(wait());
}

ReaderProcess::Heard ReaderProcess::read(std::span<char> into, std::size_t& got, std::chrono::milliseconds patience)
{
    got = 0;
    pollfd waiting{.fd = m_output, .events = POLLIN, .revents = 0};
    if (::poll(&waiting, 1, static_cast<int>(patience.count())) <= 0) {
        return Heard::Nothing; // also when a signal came between
    }
    const auto count = ::read(m_output, into.data(), into.size());
    if (count < 0) {
        return errno == EINTR ? Heard::Nothing : Heard::End;
    }
    got = static_cast<std::size_t>(count);
    return count == 0 ? Heard::End : Heard::Bytes;
}

void ReaderProcess::kill()
{
    // While it has not been waited for, the number is still its own.
    if (m_process > 0) {
        ::kill(m_process, SIGKILL);
    }
}

Ending ReaderProcess::wait()
{
    if (m_process <= 0) {
        return m_ending;
    }
    int status = 0;
    pid_t waited = -1;
    do {
        waited = ::waitpid(m_process, &status, 0);
    } while (waited < 0 && errno == EINTR);
    m_process = -1;
    if (waited > 0 && WIFSIGNALED(status)) {
        m_ending.signal = WTERMSIG(status);
    } else if (waited > 0 && WIFEXITED(status)) {
        m_ending.exitCode = WEXITSTATUS(status);
    }
    return m_ending;
}

std::filesystem::path standardReader()
{
    std::error_code failed;
    return std::filesystem::read_symlink("/proc/self/exe", failed).parent_path() / "observo-reader";
}

} // namespace observo::feed
