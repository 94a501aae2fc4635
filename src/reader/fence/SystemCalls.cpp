// SPDX-License-Identifier: GPL-3.0-or-later
#include "fence/SystemCalls.h"

#include <sys/ioctl.h>

#include <sched.h>
#include <seccomp.h>
#include <termios.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <memory>
#include <string>

namespace observo::reader {

namespace {

/// By name, so that what another architecture or an older library does not know is simply not there.
constexpr std::array kAllowed = {
    "read",
    "write",
    "pread64",
    "pwrite64",
    "readv",
    "writev",
    "preadv",
    "pwritev",
    "lseek",
    "_llseek",
    "close",
    "close_range",
    "fstat",
    "stat",
    "lstat",
    "fstat64",
    "stat64",
    "lstat64",
    "newfstatat",
    "fstatat64",
    "statx",
    "access",
    "faccessat",
    "faccessat2",
    "open",
    "openat",
    "readlink",
    "readlinkat",
    "getdents",
    "getdents64",
    "fcntl",
    "fcntl64",
    "dup",
    "dup2",
    "dup3",
    "ftruncate",
    "ftruncate64",
    "truncate",
    "fsync",
    "fdatasync",
    "fallocate",
    "fadvise64",
    "unlink",
    "unlinkat",
    "rename",
    "renameat",
    "renameat2",
    "mkdir",
    "mkdirat",
    "rmdir",
    "symlink",
    "symlinkat",
    "statfs",
    "fstatfs",
    "flock",
    "umask",
    "getcwd",
    "mmap",
    "mmap2",
    "munmap",
    "mremap",
    "mprotect",
    "madvise",
    "mincore",
    "msync",
    "brk",
    "memfd_create",
    "membarrier",
    "futex",
    "futex_time64",
    "set_robust_list",
    "get_robust_list",
    "set_tid_address",
    "rseq",
    "exit",
    "exit_group",
    "rt_sigaction",
    "rt_sigprocmask",
    "rt_sigreturn",
    "sigreturn",
    "sigaltstack",
    "restart_syscall",
    "getpid",
    "getppid",
    "gettid",
    "getuid",
    "geteuid",
    "getgid",
    "getegid",
    "clock_gettime",
    "clock_gettime64",
    "clock_getres",
    "clock_nanosleep",
    "nanosleep",
    "gettimeofday",
    "time",
    "times",
    "getrusage",
    "sched_yield",
    "sched_getaffinity",
    "getrandom",
    "uname",
    "sysinfo",
    "getrlimit",
    "ugetrlimit",
    "poll",
    "ppoll",
    "arch_prctl",
    "getcpu",
    "sched_getparam",
    "sched_getscheduler",
#ifdef __SANITIZE_ADDRESS__
    // In builds for tests alone: UBSan learns whether memory can be read by writing it into a pipe.
    "pipe",
    "pipe2",
#endif
};

constexpr std::array kEnding = {
    "socket",
    "socketpair",
    "connect",
    "bind",
    "listen",
    "accept",
    "accept4",
    "sendto",
    "sendmsg",
    "sendmmsg",
    "recvfrom",
    "recvmsg",
    "execve",
    "execveat",
    "fork",
    "vfork",
    "ptrace",
    "process_vm_readv",
    "process_vm_writev",
    "bpf",
    "io_uring_setup",
    "perf_event_open",
    "userfaultfd",
    "mount",
    "umount2",
    "pivot_root",
    "chroot",
    "setns",
    "unshare",
    "kill",
    "tkill",
    "pidfd_open",
    "pidfd_getfd",
    "pidfd_send_signal",
    "kexec_load",
    "init_module",
    "finit_module",
    "delete_module",
    "add_key",
    "keyctl",
    "request_key",
    "open_by_handle_at",
    "setuid",
    "setgid",
};

struct FilterEnds {
    void operator()(void* filter) const { seccomp_release(filter); }
};
using Filter = std::unique_ptr<void, FilterEnds>;

/// Adds one rule; a call that this machine has not is no failure.
int addRule(const Filter& filter, std::uint32_t action, const char* name, const scmp_arg_cmp* argument)
{
    const int call = seccomp_syscall_resolve_name(name);
    if (call == __NR_SCMP_ERROR || call < 0) {
        return 0;
    }
    return seccomp_rule_add_array(filter.get(), action, call, argument == nullptr ? 0 : 1, argument);
}

/// Threads yes, processes no; signals to this process alone; asking a limit but not setting it.
int addConditions(const Filter& filter)
{
    constexpr auto kThread = static_cast<scmp_datum_t>(CLONE_THREAD);
    const scmp_arg_cmp isThread{0, SCMP_CMP_MASKED_EQ, kThread, kThread};
    const scmp_arg_cmp isProcess{0, SCMP_CMP_MASKED_EQ, kThread, 0};
    const scmp_arg_cmp isSelf{0, SCMP_CMP_EQ, static_cast<scmp_datum_t>(::getpid()), 0};
    const scmp_arg_cmp isOther{0, SCMP_CMP_NE, static_cast<scmp_datum_t>(::getpid()), 0};
    const scmp_arg_cmp onlyAsks{2, SCMP_CMP_EQ, 0, 0};
    const scmp_arg_cmp asksTerminal{1, SCMP_CMP_EQ, TCGETS, 0};
    int failed = 0;
    failed |= addRule(filter, SCMP_ACT_ALLOW, "clone", &isThread);
    failed |= addRule(filter, SCMP_ACT_TRAP, "clone", &isProcess);
    // The C library falls back to `clone`, whose flags can be looked at.
    failed |= addRule(filter, SCMP_ACT_ERRNO(ENOSYS), "clone3", nullptr);
    failed |= addRule(filter, SCMP_ACT_ALLOW, "tgkill", &isSelf);
    failed |= addRule(filter, SCMP_ACT_TRAP, "tgkill", &isOther);
    failed |= addRule(filter, SCMP_ACT_ALLOW, "prlimit64", &onlyAsks);
    failed |= addRule(filter, SCMP_ACT_ALLOW, "ioctl", &asksTerminal);
    return failed;
}

} // namespace

Done limitSystemCalls()
{
    const Filter filter(seccomp_init(SCMP_ACT_ERRNO(EPERM)));
    int failed = filter == nullptr ? -ENOMEM : 0;
    for (std::size_t i = 0; failed == 0 && i < kAllowed.size(); ++i) {
        failed = addRule(filter, SCMP_ACT_ALLOW, kAllowed[i], nullptr);
    }
    for (std::size_t i = 0; failed == 0 && i < kEnding.size(); ++i) {
        failed = addRule(filter, SCMP_ACT_TRAP, kEnding[i], nullptr);
    }
    if (failed == 0) {
        failed = addConditions(filter);
    }
    if (failed == 0) {
        failed = seccomp_load(filter.get());
    }
    if (failed != 0) {
        return fail(ErrorCode::Internal, std::string("system calls cannot be limited: ") + std::strerror(-failed));
    }
    return done();
}

} // namespace observo::reader
