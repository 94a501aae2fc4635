// SPDX-License-Identifier: GPL-3.0-or-later
#include "FrameSource.h"

#include "Bytes.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>

namespace observo::feed {
namespace {

using namespace std::chrono_literals;

std::string frameOf(FrameKind kind, const std::string& payload)
{
    std::string bytes;
    ByteWriter to(bytes);
    to.putCount(payload.size());
    to.put(static_cast<std::uint8_t>(kind));
    return bytes + payload;
}

/// `cat` says exactly what it is told.
FrameSource sourceOf(const std::string& bytes)
{
    auto process = ReaderProcess::start("/bin/cat", bytes, "/tmp");
    EXPECT_TRUE(process);
    return {std::move(*process), 5s};
}

TEST(FrameSource, cutsWhatComesIntoFramesOfAnyLength)
{
    const std::string large(3'000'000, 'l');
    auto source =
        sourceOf(frameOf(FrameKind::Hello, "") + frameOf(FrameKind::Rows, large) + frameOf(FrameKind::End, "e"));

    EXPECT_EQ(source.next(Progress())->payload, "");
    const auto rows = source.next(Progress());
    ASSERT_TRUE(rows);
    EXPECT_EQ(rows->kind, FrameKind::Rows);
    EXPECT_EQ(rows->payload, large);
    EXPECT_EQ(source.next(Progress())->payload, "e");
}

TEST(FrameSource, theEndInTheMiddleOfAFrameIsAnError)
{
    auto source = sourceOf(frameOf(FrameKind::Rows, "four").substr(0, 7));

    const auto frame = source.next(Progress());

    ASSERT_FALSE(frame);
    EXPECT_NE(frame.error().what.find("ended before"), std::string::npos);
}

TEST(FrameSource, anUnknownKindIsNonsense)
{
    auto source = sourceOf(frameOf(static_cast<FrameKind>(99), "x"));

    const auto frame = source.next(Progress());

    ASSERT_FALSE(frame);
    EXPECT_NE(frame.error().what.find("nonsense"), std::string::npos);
}

TEST(FrameSource, aCancelWinsOverWhatHasCome)
{
    const Progress progress;
    progress.cancel();
    auto source = sourceOf(frameOf(FrameKind::Hello, ""));

    const auto frame = source.next(progress);

    ASSERT_FALSE(frame);
    EXPECT_EQ(frame.error().code, ErrorCode::Cancelled);
}

} // namespace
} // namespace observo::feed
