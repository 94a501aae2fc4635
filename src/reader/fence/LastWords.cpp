// SPDX-License-Identifier: GPL-3.0-or-later
#include "fence/LastWords.h"

#include "observo/feed/FrameOutput.h"

#include <sys/syscall.h>

#include <setjmp.h>
#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <exception>
#include <new>

namespace observo::reader {

namespace {

using feed::LastWord;

sigjmp_buf trialStart;
volatile sig_atomic_t isTrial = 0;

LastWord wordFor(int call)
{
    constexpr std::array kNetwork = {SYS_socket, SYS_socketpair, SYS_connect, SYS_bind,   SYS_listen,
                                     SYS_accept, SYS_accept4,    SYS_sendto,  SYS_sendmsg};
    constexpr std::array kPrograms = {SYS_execve, SYS_execveat, SYS_clone
#ifdef SYS_fork
                                      ,
                                      SYS_fork, SYS_vfork
#endif
    };
    if (std::find(kNetwork.begin(), kNetwork.end(), call) != kNetwork.end()) {
        return LastWord::Network;
    }
    const bool isProgram = std::find(kPrograms.begin(), kPrograms.end(), call) != kPrograms.end();
    return isProgram ? LastWord::OtherProgram : LastWord::Forbidden;
}

/// Called by the kernel in place of the forbidden call; only what is safe in a signal's handler is done here.
void onForbidden(int, siginfo_t* what, void*)
{
    if (isTrial != 0) {
        siglongjmp(trialStart, 1);
    }
    ::_exit(static_cast<int>(wordFor(what->si_syscall)));
}

void onTerminate()
{
    // A bad allocation has its last word in the new handler; anything else is a crash and shall look like one.
    ::signal(SIGABRT, SIG_DFL);
    ::raise(SIGABRT);
    ::_exit(1);
}

} // namespace

void endOutOfMemory()
{
    ::_exit(static_cast<int>(LastWord::OutOfMemory));
}

void prepareLastWords()
{
    std::set_new_handler(endOutOfMemory);
    std::set_terminate(onTerminate);
    struct sigaction action {};
    action.sa_sigaction = onForbidden;
    action.sa_flags = SA_SIGINFO | SA_NODEFER;
    ::sigaction(SIGSYS, &action, nullptr);
}

bool isCaught(void (*attempt)())
{
    isTrial = 1;
    const bool caught = sigsetjmp(trialStart, 1) != 0;
    if (!caught) {
        attempt();
    }
    isTrial = 0;
    return caught;
}

} // namespace observo::reader
