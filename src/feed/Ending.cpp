// SPDX-License-Identifier: GPL-3.0-or-later
#include "ReaderProcess.h"

#include "observo/feed/FrameOutput.h"

#include <signal.h>
#include <string.h>

#include <string>

namespace observo::feed {

namespace {

constexpr const char* kMaybeHostile = "do not trust this file: ask its sender for another copy or another format";

Error ofSignal(int signal)
{
    switch (signal) {
    case SIGXCPU:
        return {.code = ErrorCode::InputNotUnderstood,
                .what = "reading the file took too much of the processor's time and was stopped",
                .advice = "the file may be damaged or made to block programs; ask for another copy or format"};
    case SIGXFSZ:
        return {.code = ErrorCode::InputNotUnderstood,
                .what = "reading the file needed too much room on the disk and was stopped",
                .advice = "split the file, or ask for another format"};
    case SIGSYS:
        return {.code = ErrorCode::InputNotUnderstood,
                .what = "the file made its reader try something that readers may not do; it was stopped",
                .advice = kMaybeHostile};
    case SIGKILL:
        return {.code = ErrorCode::InputNotUnderstood,
                .what = "the reader of the file was killed by the system, for its use of time or memory",
                .advice = "close other programs and try again, or split the file"};
    default:
        break;
    }
    const char* name = ::sigabbrev_np(signal);
    return {.code = ErrorCode::InputNotUnderstood,
            .what = "the reader of the file crashed (SIG" + std::string(name != nullptr ? name : "?") +
                    "); nothing else was harmed",
            .advice = "the file may be damaged; ask for another copy or another format"};
}

} // namespace

Error errorOf(const Ending& ending)
{
    if (ending.signal != 0) {
        return ofSignal(ending.signal);
    }
    switch (static_cast<LastWord>(ending.exitCode)) {
    case LastWord::OutOfMemory:
        return {.code = ErrorCode::InputNotUnderstood,
                .what = "reading the file needed more memory than readers may use; it was stopped",
                .advice = "the file may be damaged; if not, split it or ask for another format"};
    case LastWord::Network:
        return {.code = ErrorCode::InputNotUnderstood,
                .what = "the file made its reader try to use the network; it was stopped",
                .advice = kMaybeHostile};
    case LastWord::OtherProgram:
        return {.code = ErrorCode::InputNotUnderstood,
                .what = "the file made its reader try to start another program; it was stopped",
                .advice = kMaybeHostile};
    case LastWord::Forbidden:
        return ofSignal(SIGSYS);
    case LastWord::NoFence:
        return {.code = ErrorCode::Internal,
                .what = "this system does not let the file reader fence itself in, so nothing was read",
                .advice = "tell your administrator: the kernel must offer seccomp"};
    default:
        break;
    }
    return {.code = ErrorCode::Internal,
            .what = "the reader of the file ended before it was done (exit " + std::to_string(ending.exitCode) + ")",
            .advice = "try again; if it comes back, report it with the file"};
}

} // namespace observo::feed
