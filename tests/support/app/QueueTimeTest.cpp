// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/app/QueueTime.h"

#include <gtest/gtest.h>

#include <sched.h>

#include <atomic>
#include <chrono>
#include <cstddef>
#include <thread>

namespace observo::test {
namespace {

using Clock = std::chrono::steady_clock;

/// Everything in the calling thread, and in those it starts, happens on one processor.
bool stayOnOneProcessor()
{
    cpu_set_t allowed;
    if (sched_getaffinity(0, sizeof allowed, &allowed) != 0) {
        return false;
    }
    for (std::size_t cpu = 0; cpu < CPU_SETSIZE; ++cpu) {
        if (CPU_ISSET(cpu, &allowed)) {
            cpu_set_t one;
            CPU_ZERO(&one);
            CPU_SET(cpu, &one);
            return sched_setaffinity(0, sizeof one, &one) == 0;
        }
    }
    return false;
}

void spin(std::chrono::milliseconds time)
{
    const auto end = Clock::now() + time;
    while (Clock::now() < end) {
    }
}

TEST(QueueTime, countsTheTimeThatAnotherHadTheProcessor)
{
    if (!QueueTime().isKnown()) {
        GTEST_SKIP() << "this kernel does not tell how long a thread waited for a processor";
    }
    bool pinned = false;
    double queued = 0.0;
    std::thread([&] {
        pinned = stayOnOneProcessor();
        std::atomic<bool> stop = false;
        std::thread rival([&] {
            while (!stop) {
            }
        });
        const QueueTime time;
        const double before = time.milliseconds();
        spin(std::chrono::milliseconds(400));
        queued = time.milliseconds() - before;
        stop = true;
        rival.join();
    }).join();
    if (!pinned) {
        GTEST_SKIP() << "this system does not let a thread choose its processor";
    }

    EXPECT_GT(queued, 50.0);
    EXPECT_LT(queued, 400.0);
}

TEST(QueueTime, doesNotCountSleep)
{
    const QueueTime time;
    const double before = time.milliseconds();

    std::this_thread::sleep_for(std::chrono::milliseconds(200));

    EXPECT_LT(time.milliseconds() - before, 100.0);
}

} // namespace
} // namespace observo::test
