// SPDX-License-Identifier: GPL-3.0-or-later
#include "observo/jobs/Jobs.h"

#include "observo/core/Result.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QThread>
#include <QThreadPool>
#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <memory>
#include <string>
#include <thread>
#include <vector>

namespace observo::jobs {
namespace {

using namespace std::chrono_literals;

/// Work that goes on until somebody cancels it.
int runUntilCancelled(const Progress& progress)
{
    while (!progress.cancelled()) {
        std::this_thread::sleep_for(1ms);
    }
    return -1;
}

TEST(Jobs, worksInThePoolAndDeliversInTheGuiThread)
{
    Jobs jobs;
    QObject receiver;
    QThread* worked = nullptr;
    QThread* delivered = nullptr;
    int answer = 0;

    jobs.start(
        "Adding",
        [&worked](const Progress&) {
            worked = QThread::currentThread();
            return 40 + 2;
        },
        &receiver,
        [&](int sum) {
            answer = sum;
            delivered = QThread::currentThread();
        });
    jobs.waitForAll();

    EXPECT_EQ(answer, 42);
    EXPECT_NE(worked, QThread::currentThread());
    EXPECT_EQ(delivered, QThread::currentThread());
}

TEST(Jobs, nothingIsDeliveredInsideStart)
{
    Jobs jobs;
    QObject receiver;
    bool isDelivered = false;

    jobs.start(
        "Quick", [](const Progress&) { return 1; }, &receiver, [&](int) { isDelivered = true; });
    QThreadPool::globalInstance()->waitForDone();

    EXPECT_FALSE(isDelivered);
    jobs.waitForAll();
    EXPECT_TRUE(isDelivered);
}

TEST(Jobs, movesAnAnswerThatCannotBeCopied)
{
    Jobs jobs;
    QObject receiver;
    std::unique_ptr<std::string> kept;

    jobs.start(
        "Making", [](const Progress&) { return std::make_unique<std::string>("made"); }, &receiver,
        [&](std::unique_ptr<std::string> text) { kept = std::move(text); });
    jobs.waitForAll();

    ASSERT_TRUE(kept);
    EXPECT_EQ(*kept, "made");
}

TEST(Jobs, aFailedAnswerArrivesLikeAnyOther)
{
    Jobs jobs;
    QObject receiver;
    std::string reason;

    jobs.start(
        "Failing", [](const Progress&) -> Result<int> { return fail(ErrorCode::NotFound, "no such file"); }, &receiver,
        [&](const Result<int>& result) { reason = result.error().what; });
    jobs.waitForAll();

    EXPECT_EQ(reason, "no such file");
}

TEST(Jobs, cancelReachesTheWork)
{
    Jobs jobs;
    QObject receiver;
    int answer = 0;
    const int id = jobs.start("Long", runUntilCancelled, &receiver, [&](int value) { answer = value; });

    EXPECT_TRUE(jobs.isRunning(id));
    jobs.cancel(id);
    jobs.waitForAll();

    EXPECT_EQ(answer, -1);
    EXPECT_FALSE(jobs.isRunning(id));
    jobs.cancel(id); // one that has ended: nothing happens
}

TEST(Jobs, cancelStopsTheJobNamedAndNoOther)
{
    Jobs jobs;
    QObject receiver;
    int ended = 0;
    const int first = jobs.start("First", runUntilCancelled, &receiver, [&](int) { ++ended; });
    const int second = jobs.start("Second", runUntilCancelled, &receiver, [&](int) { ++ended; });

    jobs.cancel(first);
    while (jobs.isRunning(first)) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }

    EXPECT_EQ(ended, 1);
    EXPECT_TRUE(jobs.isRunning(second));
    jobs.cancelAll();
    jobs.waitForAll();
    EXPECT_EQ(ended, 2);
}

TEST(Jobs, tellsOfShownJobsOnly)
{
    Jobs jobs;
    QObject receiver;
    std::vector<std::string> log;
    QObject::connect(&jobs, &Jobs::started, &receiver,
                     [&](const JobInfo& job) { log.push_back("started " + job.title.toStdString()); });
    QObject::connect(&jobs, &Jobs::finished, &receiver, [&](int) { log.emplace_back("finished"); });
    const auto deliver = [&](int) { log.emplace_back("delivered"); };

    jobs.start("Export", runUntilCancelled, &receiver, deliver);
    jobs.start(QString(), runUntilCancelled, &receiver, [](int) {});
    const auto running = jobs.running();
    jobs.cancelAll();
    jobs.waitForAll();

    ASSERT_EQ(running.size(), 1);
    EXPECT_EQ(running.front().title, "Export");
    EXPECT_EQ(log, (std::vector<std::string>{"started Export", "finished", "delivered"}));
    EXPECT_TRUE(jobs.running().isEmpty());
}

TEST(Jobs, progressIsShownAtMostTwentyTimesASecond)
{
    Jobs jobs;
    QObject receiver;
    std::vector<double> shares;
    QObject::connect(&jobs, &Jobs::progressed, &receiver, [&](const JobInfo& job) { shares.push_back(job.share); });
    QElapsedTimer timer;
    timer.start();

    jobs.start(
        "Counting",
        [](const Progress& progress) {
            for (int i = 0; i <= 300; ++i) {
                progress.report(i / 300.0);
                std::this_thread::sleep_for(1ms);
            }
            return 0;
        },
        &receiver, [](int) {});
    jobs.waitForAll();

    const auto most = static_cast<std::size_t>(timer.elapsed() / 50 + 1);
    EXPECT_GE(shares.size(), 2U);
    EXPECT_LE(shares.size(), most);
    EXPECT_TRUE(std::is_sorted(shares.begin(), shares.end()));
}

TEST(Jobs, anAnswerWhoseReceiverIsGoneIsDropped)
{
    Jobs jobs;
    auto receiver = std::make_unique<QObject>();
    bool isDelivered = false;
    jobs.start("Orphan", runUntilCancelled, receiver.get(), [&](int) { isDelivered = true; });

    receiver.reset();
    jobs.cancelAll();
    jobs.waitForAll();

    EXPECT_FALSE(isDelivered);
}

TEST(Jobs, destroyingCancelsWaitsAndDeliversNothing)
{
    QObject receiver;
    std::atomic<int> ended = 0;
    bool isDelivered = false;
    {
        Jobs jobs;
        for (int i = 0; i < 20; ++i) { // more than the pool has threads: some have not even begun
            jobs.start(
                "Long",
                [&ended](const Progress& progress) {
                    runUntilCancelled(progress);
                    return ++ended;
                },
                &receiver, [&](int) { isDelivered = true; });
        }
    }

    EXPECT_EQ(ended, 20);
    QCoreApplication::processEvents();
    EXPECT_FALSE(isDelivered);
}

TEST(Jobs, anAnswerMayStartTheNextJob)
{
    Jobs jobs;
    QObject receiver;
    int steps = 0;

    jobs.start(
        "One", [](const Progress&) { return 1; }, &receiver,
        [&](int one) {
            steps += one;
            jobs.start(
                "Two", [](const Progress&) { return 10; }, &receiver, [&](int ten) { steps += ten; });
        });
    jobs.waitForAll();

    EXPECT_EQ(steps, 11);
}

TEST(Jobs, unseenJobsFindAThreadWhileLongOnesRun)
{
    Jobs jobs;
    QObject receiver;
    bool isPainted = false;
    for (int i = 0; i < QThread::idealThreadCount(); ++i) {
        jobs.start("Long", runUntilCancelled, &receiver, [](int) {});
    }

    const int picture = jobs.start(
        QString(), [](const Progress&) { return 1; }, &receiver, [&](int) { isPainted = true; });
    while (jobs.isRunning(picture)) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }

    EXPECT_TRUE(isPainted);
    jobs.cancelAll();
    jobs.waitForAll();
}

} // namespace
} // namespace observo::jobs
