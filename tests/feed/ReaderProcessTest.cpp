// SPDX-License-Identifier: GPL-3.0-or-later
#include "ReaderProcess.h"

#include <gtest/gtest.h>

#include <array>
#include <chrono>
#include <string>
#include <utility>

namespace observo::feed {
namespace {

using namespace std::chrono_literals;

/// Everything that `cat` gives back of its task.
std::string echo(ReaderProcess& process)
{
    std::string text;
    std::array<char, 1000> buffer{};
    std::size_t got = 0;
    while (process.read(buffer, got, 2000ms) == ReaderProcess::Heard::Bytes) {
        text.append(buffer.data(), got);
    }
    return text;
}

TEST(ReaderProcess, isToldItsTaskOnStandardInput)
{
    const std::string task(300'000, 'x');
    auto process = ReaderProcess::start("/bin/cat", task, "/tmp");
    ASSERT_TRUE(process) << process.error().message();

    EXPECT_EQ(echo(*process), task);

    const auto ending = process->wait();
    EXPECT_EQ(ending.signal, 0);
    EXPECT_EQ(ending.exitCode, 0);
}

TEST(ReaderProcess, aKilledOneSaysSo)
{
    auto process = ReaderProcess::start("/bin/sleep", "", "/tmp");
    ASSERT_TRUE(process);
    process->kill();

    const auto ending = process->wait();

    // `sleep` without an operand may have ended by itself before.
    EXPECT_TRUE(ending.signal == 9 || ending.exitCode == 1);
    EXPECT_EQ(process->wait().signal, ending.signal); // asked again, it says the same
}

TEST(ReaderProcess, movesWithItsChild)
{
    auto process = ReaderProcess::start("/bin/cat", "moved", "/tmp");
    ASSERT_TRUE(process);

    auto moved = std::move(*process);

    EXPECT_EQ(echo(moved), "moved");
}

TEST(ReaderProcess, theStandardOneStandsBesideTheProgram)
{
    EXPECT_EQ(standardReader().filename(), "observo-reader");
    EXPECT_TRUE(standardReader().is_absolute());
}

} // namespace
} // namespace observo::feed
