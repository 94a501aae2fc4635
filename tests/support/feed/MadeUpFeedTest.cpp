// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/feed/MadeUpFeed.h"

#include <gtest/gtest.h>

namespace observo::test {
namespace {

TEST(MadeUpFeed, theRowFitsTheFirstLayer)
{
    EXPECT_EQ(aRichRow().values.size(), aRichFile().layers.front().columns.size());
    EXPECT_EQ(aRichRow().geometry.parts.size(), aRichRow().geometry.rings.front());
}

} // namespace
} // namespace observo::test
