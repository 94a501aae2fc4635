// SPDX-License-Identifier: GPL-3.0-or-later
#include "TextTable.h"

#include <gtest/gtest.h>

#include <sstream>

namespace observo::cli {
namespace {

TEST(TextTable, columnsAlignByCharactersNotBytes)
{
    TextTable table;
    table.add({"città", "x"});
    table.add({"ab", "y"});
    std::ostringstream out;

    table.write(out);

    EXPECT_EQ(out.str(), "città  x\nab     y\n");
}

TEST(TextTable, dataCannotChangeTheTerminal)
{
    TextTable table;
    table.add({"a\x1b[31m\nb"});
    std::ostringstream out;

    table.write(out);

    EXPECT_EQ(out.str(), "a [31m b\n");
}

} // namespace
} // namespace observo::cli
