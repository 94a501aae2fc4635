// SPDX-License-Identifier: GPL-3.0-or-later
#include "packages/Secrets.h"

#include "support/TestPlaces.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <string>

namespace observo::cli {
namespace {

TEST(Secrets, theFirstLineOfAFileIsTakenWithoutItsEnd)
{
    const test::TemporaryFolder folder;
    std::ofstream(folder / "a", std::ios::binary) << "una frase \r\nseconda riga\n";
    EXPECT_EQ(*secretFrom((folder / "a").string(), "?"), "una frase ");
    std::ofstream(folder / "b", std::ios::binary) << "\nseconda riga\n";
    EXPECT_EQ(secretFrom((folder / "b").string(), "?").error().code, ErrorCode::InputUnreadable);
    EXPECT_EQ(secretFrom((folder / "none").string(), "?").error().code, ErrorCode::InputUnreadable);
}

TEST(Secrets, countersLieInTheStateFolder)
{
    const char* before = std::getenv("XDG_STATE_HOME");
    const std::string kept = before == nullptr ? "" : before;
    ::setenv("XDG_STATE_HOME", "/somewhere", 1);
    EXPECT_EQ(packageCounters(), "/somewhere/observo/packages.json");
    kept.empty() ? ::unsetenv("XDG_STATE_HOME") : ::setenv("XDG_STATE_HOME", kept.c_str(), 1);
}

} // namespace
} // namespace observo::cli
