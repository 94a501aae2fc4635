// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/reader/Probe.h"

#include <gtest/gtest.h>

namespace observo::test {
namespace {

TEST(Probe, theInputItselfCanBeOpened)
{
    EXPECT_EQ(answerOfProbe("the input"), "yes");
}

TEST(Probe, aMissingFileIsAnError)
{
    EXPECT_TRUE(readFile("no such file").error);
}

} // namespace
} // namespace observo::test
