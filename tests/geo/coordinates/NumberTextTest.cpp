// SPDX-License-Identifier: GPL-3.0-or-later
#include "coordinates/NumberText.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <clocale>
#include <string>
#include <vector>

namespace observo::geo {
namespace {

using Readings = std::vector<std::vector<double>>;

TEST(NumberText, ofOneMarkIsADecimalBeforeAnythingElse)
{
    EXPECT_EQ(readingsOf("45.0703"), (Readings{{45.0703}}));
    EXPECT_EQ(readingsOf("45,0703").front(), (std::vector{45.0703}));
    EXPECT_EQ(readingsOf("45,0703").back(), (std::vector{45.0, 703.0}));
    EXPECT_EQ(readingsOf("396.634"), (Readings{{396.634}, {396634.0}}));
    EXPECT_EQ(readingsOf("45"), (Readings{{45.0}}));
}

TEST(NumberText, knowsThousands)
{
    EXPECT_EQ(readingsOf("4.991.598,5").front(), (std::vector{4991598.5}));
    EXPECT_EQ(readingsOf("4.991.598"), (Readings{{4991598.0}}));
    EXPECT_EQ(readingsOf("1,396,659.9").front(), (std::vector{1396659.9}));
    EXPECT_TRUE(readingsOf("4.99.598").empty());
    EXPECT_TRUE(readingsOf("1.2.3").empty());
}

TEST(NumberText, findsTwoNumbersInOneRun)
{
    EXPECT_EQ(readingsOf("7.6869,45.0703"), (Readings{{7.6869, 45.0703}}));
    const auto commas = readingsOf("45,0703,7,6869");
    EXPECT_NE(std::find(commas.begin(), commas.end(), std::vector{45.0703, 7.6869}), commas.end());
    EXPECT_EQ(readingsOf("396.634,3,4.991.598,5"), (Readings{{396634.3, 4991598.5}}));
}

TEST(NumberText, isWrittenWithAPointInEveryLocale)
{
    const std::string before = std::setlocale(LC_ALL, nullptr);
    std::setlocale(LC_ALL, "it_IT.UTF-8");

    EXPECT_EQ(fixedText(45.0703, 5), "45.07030");
    EXPECT_EQ(fixedText(-0.5, 0), "-0");
    EXPECT_EQ(fixedText(4991598.53, 1), "4991598.5");
    EXPECT_EQ(readingsOf("45.5"), (Readings{{45.5}}));

    std::setlocale(LC_ALL, before.c_str());
}

} // namespace
} // namespace observo::geo
