// SPDX-License-Identifier: GPL-3.0-or-later
#include "Console.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <sstream>

namespace observo::cli {
namespace {

class ConsoleTest : public testing::Test {
protected:
    std::ostringstream m_out;
    std::ostringstream m_err;
    Console m_console{m_out, m_err, false};
};

TEST_F(ConsoleTest, anErrorIsOneLineOnStandardErrorOnly)
{
    const auto code = m_console.report({.code = ErrorCode::NotFound, .what = "no camera has code X"});

    EXPECT_EQ(code, ExitCode::Findings);
    EXPECT_EQ(m_err.str(), "observo-cli: no camera has code X\n");
    EXPECT_EQ(m_out.str(), "");
}

TEST_F(ConsoleTest, withJsonTheErrorIsAlsoADocument)
{
    m_console.json = true;

    m_console.report({.code = ErrorCode::InvalidArgument, .what = "bad", .file = "a.csv", .row = 7, .field = "code"});

    const auto error = nlohmann::json::parse(m_out.str()).at("error");
    EXPECT_EQ(error.at("code"), "invalid_argument");
    EXPECT_EQ(error.at("file"), "a.csv");
    EXPECT_EQ(error.at("row"), 7);
    EXPECT_EQ(error.at("field"), "code");
}

TEST_F(ConsoleTest, progressIsALineEveryTenPercentWithoutATerminal)
{
    const Progress progress = m_console.progress();

    for (int i = 0; i <= 1000; ++i) {
        progress.report(i / 1000.0);
    }

    EXPECT_EQ(m_err.str(), "10 %\n20 %\n30 %\n40 %\n50 %\n60 %\n70 %\n80 %\n90 %\n100 %\n");
}

TEST_F(ConsoleTest, quietMeansNoProgressAndNoRemarks)
{
    m_console.quiet = true;

    m_console.progress().report(0.5);
    m_console.say("something");

    EXPECT_EQ(m_err.str(), "");
}

} // namespace
} // namespace observo::cli
