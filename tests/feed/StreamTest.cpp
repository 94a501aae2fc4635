// SPDX-License-Identifier: GPL-3.0-or-later
#include "observo/feed/Stream.h"

#include "support/TestPlaces.h"

#include <gtest/gtest.h>

#include <signal.h>
#include <stdlib.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>

namespace observo::feed {
namespace {

using namespace std::chrono_literals;

/// A file to point at, a folder to watch, and a reader that does what it is told.
class StreamOf : public testing::Test {
protected:
    StreamOf()
    {
        std::ofstream(m_folder / "file.csv") << "anything";
        std::filesystem::create_directory(m_folder / "work");
        m_limits.program = test::programFolder() / "FeedPuppet";
        m_limits.temporaryFolder = m_folder / "work";
        m_limits.silence = 20s;
    }

    Result<Stream> open(const std::string& wish)
    {
        return Stream::open({.file = m_folder / "file.csv", .layer = wish}, m_progress, m_limits);
    }

    /// Takes all rows; what went wrong, or an empty text.
    std::string taken(const std::string& wish)
    {
        auto stream = open(wish);
        if (!stream) {
            return stream.error().message();
        }
        Row row;
        while (true) {
            const auto more = stream->next(row);
            if (!more || !*more) {
                m_report = stream->report();
                return more ? "" : more.error().message();
            }
        }
    }

    [[nodiscard]] bool workIsEmpty() const { return std::filesystem::is_empty(m_folder / "work"); }

    test::TemporaryFolder m_folder;
    Limits m_limits;
    Progress m_progress;
    ReadReport m_report;
};

TEST_F(StreamOf, manyRowsBringsEachOfThemInOrder)
{
    auto stream = open("rows");
    ASSERT_TRUE(stream) << stream.error().message();
    EXPECT_EQ(stream->file().driver, "puppet");
    EXPECT_EQ(stream->layer().columns.size(), 2U);

    Row row;
    std::int64_t count = 0;
    for (auto more = stream->next(row); more && *more; more = stream->next(row)) {
        ++count;
        ASSERT_EQ(row.number, count);
        ASSERT_EQ(std::get<std::string>(row.values[0]), "row " + std::to_string(count));
    }

    EXPECT_EQ(count, 100'000);
    EXPECT_EQ(stream->report().rows, 100'000);
}

TEST_F(StreamOf, aReaderThatWorksLeavesNothingBehind)
{
    EXPECT_EQ(taken("rows"), "");
    EXPECT_TRUE(workIsEmpty());

    EXPECT_NE(taken("crash"), "");
    EXPECT_TRUE(workIsEmpty());
}

TEST_F(StreamOf, problemsOfRowsAndOfTheFileAreReported)
{
    EXPECT_EQ(taken("problems"), "");

    ASSERT_EQ(m_report.problems.size(), 2U);
    EXPECT_EQ(m_report.problems[0].row, 1);
    EXPECT_EQ(m_report.problems[1].what, "all in all");
}

struct BadEnd {
    std::string wish;
    std::string says;
};

class EndingOf : public StreamOf, public testing::WithParamInterface<BadEnd> {};

TEST_P(EndingOf, theReaderBecomesAClearError)
{
    const auto message = taken(GetParam().wish);

    EXPECT_NE(message.find(GetParam().says), std::string::npos) << message;
    EXPECT_NE(message.find("file.csv"), std::string::npos) << message;
}

INSTANTIATE_TEST_SUITE_P(
    Rows, EndingOf,
    testing::Values(BadEnd{"crash", "crashed (SIGSEGV)"}, BadEnd{"signal 24", "too much of the processor's time"},
                    BadEnd{"signal 9", "killed by the system"},
                    BadEnd{"signal 31", "something that readers may not do"}, BadEnd{"exit 101", "more memory"},
                    BadEnd{"exit 102", "use the network"}, BadEnd{"exit 103", "start another program"},
                    BadEnd{"exit 104", "readers may not do"}, BadEnd{"exit 105", "fence"},
                    BadEnd{"exit 0", "ended before it was done"}, BadEnd{"too few", "ended before it was done"},
                    BadEnd{"noise", "nonsense"}, BadEnd{"too long", "nonsense"},
                    BadEnd{"infinite", "a geometry is not whole"},
                    BadEnd{"wrong type", "a text stands in a column of another type"},
                    BadEnd{"failure", "it breaks off"}, BadEnd{"refusal", "it is no file of mine"}));

TEST_F(StreamOf, silenceEndsTheReader)
{
    m_limits.silence = 300ms;

    const auto message = taken("silence");

    EXPECT_NE(message.find("said nothing"), std::string::npos) << message;
}

TEST_F(StreamOf, aCancelIsHeardWhileTheReaderIsSilent)
{
    auto stream = open("silence");
    ASSERT_TRUE(stream);
    const auto begun = std::chrono::steady_clock::now();
    std::thread canceller([this] {
        std::this_thread::sleep_for(100ms);
        m_progress.cancel();
    });

    Row row;
    const auto more = stream->next(row);
    canceller.join();

    ASSERT_FALSE(more);
    EXPECT_EQ(more.error().code, ErrorCode::Cancelled);
    EXPECT_LT(std::chrono::steady_clock::now() - begun, 5s);
}

TEST_F(StreamOf, aReaderThatIsNotListenedToWaitsAndDiesWithTheStream)
{
    {
        auto stream = open("endless");
        ASSERT_TRUE(stream);
        Row row;
        for (int i = 0; i < 1000; ++i) {
            ASSERT_TRUE(stream->next(row));
        }
    }

    EXPECT_TRUE(workIsEmpty());
}

TEST_F(StreamOf, theReaderGetsNoEnvironmentAndNoDescriptors)
{
    ::setenv("OBSERVO_SECRET", "yes", 1);
    auto stream = open("environment");
    ::unsetenv("OBSERVO_SECRET");
    ASSERT_TRUE(stream);
    Row row;

    ASSERT_TRUE(stream->next(row).value_or(false));

    EXPECT_EQ(std::get<std::string>(row.values[0]), "none");
    EXPECT_EQ(std::get<std::int64_t>(row.values[1]), -1); // there is no descriptor 3
    EXPECT_EQ(row.number, 1);                             // its own process group
}

TEST_F(StreamOf, aMissingReaderIsSaid)
{
    m_limits.program = m_folder / "no-such-program";

    const auto message = taken("rows");

    EXPECT_NE(message.find("cannot be started"), std::string::npos) << message;
}

class NoFile : public testing::TestWithParam<const char*> {};

TEST_P(NoFile, isRefusedBeforeAReaderIsStarted)
{
    const auto info = describe(GetParam(), Progress(), {.program = "/no-such-program"});

    ASSERT_FALSE(info);
    EXPECT_EQ(info.error().code, ErrorCode::InputUnreadable);
}

INSTANTIATE_TEST_SUITE_P(Rows, NoFile,
                         testing::Values("", "/tmp", "/dev/null", "/vsicurl/http://example.org/a.json",
                                         "http://example.org/a.json", "PG:dbname=x", "{\"type\":\"Point\"}",
                                         "/vsizip//tmp/a.zip", "file:///etc/passwd", "/vsimem/x", "no-such-file.shp"));

} // namespace
} // namespace observo::feed
