// SPDX-License-Identifier: GPL-3.0-or-later
#include "fence/SystemCalls.h"

#include "fence/LastWords.h"

#include <gtest/gtest.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/socket.h>

#include <unistd.h>

#include <cerrno>
#include <cstdlib>

namespace observo::reader {
namespace {

/// Behind the filter in a process of its own: 0 when all was as it should be.
[[noreturn]] void tryCalls()
{
    prepareLastWords();
    ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    if (!limitSystemCalls()) {
        ::_exit(1);
    }
    if (!isCaught([] { static_cast<void>(::socket(AF_INET, SOCK_DGRAM, 0)); })) {
        ::_exit(2);
    }
    // On neither list: fails, and does no harm.
    if (::sethostname("x", 1) != -1 || errno != EPERM) {
        ::_exit(3);
    }
    // Rights to run code are read, those of others are not touched.
    if (::getpid() <= 0 || ::write(2, "fine", 4) != 4) {
        ::_exit(4);
    }
    ::_exit(0);
}

TEST(SystemCalls, someEndTheProcessOthersFailAndReadingGoesOn)
{
    EXPECT_EXIT(tryCalls(), testing::ExitedWithCode(0), "fine");
}

TEST(SystemCalls, withoutGivingUpRightsFirstNothingIsLimited)
{
    if (::geteuid() == 0) {
        GTEST_SKIP() << "the superuser may limit itself at any time";
    }
    EXPECT_FALSE(limitSystemCalls());
}

} // namespace
} // namespace observo::reader
