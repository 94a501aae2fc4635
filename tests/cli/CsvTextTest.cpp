// SPDX-License-Identifier: GPL-3.0-or-later
#include "CsvText.h"

#include <gtest/gtest.h>

namespace observo::cli {
namespace {

TEST(CsvText, quotesAreDoubledAndNothingElseChanges)
{
    EXPECT_EQ(csvField(std::string("il \"ponte\", nord\\sud")), "\"il \"\"ponte\"\", nord\\sud\"");
    EXPECT_EQ(csvField(""), "\"\"");
}

} // namespace
} // namespace observo::cli
