// SPDX-License-Identifier: GPL-3.0-or-later
#include "observo/feed/FrameOutput.h"

#include "Bytes.h"
#include "FrameReader.h"
#include "Frames.h"
#include "support/TestPlaces.h"
#include "support/feed/MadeUpFeed.h"

#include <gtest/gtest.h>

#include <fcntl.h>
#include <unistd.h>

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace observo::feed {
namespace {

/// What goes out is caught in a file and cut into kinds of frames.
class CaughtOutput : public testing::Test {
protected:
    CaughtOutput() : m_descriptor(::open((m_folder / "frames").c_str(), O_RDWR | O_CREAT, 0600)), m_out(m_descriptor) {}
    ~CaughtOutput() override { ::close(m_descriptor); }

    std::vector<std::pair<FrameKind, std::string>> frames()
    {
        std::ostringstream text;
        text << std::ifstream(m_folder / "frames", std::ios::binary).rdbuf();
        const auto bytes = text.str();
        std::vector<std::pair<FrameKind, std::string>> found;
        for (std::size_t at = 0; at + kFrameHead <= bytes.size();) {
            ByteReader head(std::string_view(bytes).substr(at));
            const std::size_t length = head.take<std::uint32_t>();
            const auto kind = static_cast<FrameKind>(head.take<std::uint8_t>());
            found.emplace_back(kind, bytes.substr(at + kFrameHead, length));
            at += kFrameHead + length;
        }
        return found;
    }

    test::TemporaryFolder m_folder;
    int m_descriptor;
    FrameOutput m_out;
};

TEST_F(CaughtOutput, beginsWithAHelloAndGathersRows)
{
    m_out.file(test::aRichFile(), 0, {0, 1, 2, 3, 4, 5, 6});
    for (int i = 0; i < 5; ++i) {
        m_out.row(test::aRichRow());
    }
    m_out.end();

    const auto found = frames();

    ASSERT_EQ(found.size(), 4U);
    EXPECT_EQ(found[0].first, FrameKind::Hello);
    EXPECT_EQ(found[1].first, FrameKind::File);
    EXPECT_EQ(found[2].first, FrameKind::Rows);
    EXPECT_EQ(found[3].first, FrameKind::End);
    ByteReader rows(found[2].second);
    EXPECT_EQ(rows.take<std::uint32_t>(), 5U);
    EXPECT_EQ(m_out.rows(), 5);
}

TEST_F(CaughtOutput, keepsTheOrderOfRowsAndProblems)
{
    m_out.row(test::aRichRow());
    m_out.problem({.what = "then this"});
    m_out.row(test::aRichRow());
    m_out.failure({.code = ErrorCode::InputNotUnderstood, .what = "and that"});

    const auto found = frames();

    ASSERT_EQ(found.size(), 5U);
    EXPECT_EQ(found[1].first, FrameKind::Rows);
    EXPECT_EQ(found[2].first, FrameKind::Problem);
    EXPECT_EQ(found[3].first, FrameKind::Rows);
    EXPECT_EQ(found[4].first, FrameKind::Failure);
}

TEST_F(CaughtOutput, aRowTooLargeForAFrameIsLeftOutAndSaid)
{
    Row large{.number = 9};
    large.values.assign(5, std::string(16UL * 1024 * 1024, 'x'));
    m_out.row(test::aRichRow());

    m_out.row(large);
    m_out.end();

    const auto found = frames();
    ASSERT_EQ(found.size(), 4U);
    ByteReader problem(found[2].second);
    EXPECT_EQ(takeProblem(problem).row, 9);
    EXPECT_EQ(m_out.rows(), 1);
}

TEST(FrameOutput, aTaskThatIsNoneIsRefused)
{
    const test::TemporaryFolder folder;
    std::ofstream(folder / "task") << "hello";
    const int descriptor = ::open((folder / "task").c_str(), O_RDONLY);

    const auto task = readTask(descriptor);
    ::close(descriptor);

    EXPECT_FALSE(task);
    EXPECT_FALSE(readTask(-1));
}

} // namespace
} // namespace observo::feed
