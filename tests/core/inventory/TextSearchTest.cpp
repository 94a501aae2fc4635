// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/TextSearch.h"

#include <gtest/gtest.h>

#include <optional>
#include <string_view>

using namespace observo;

namespace {

struct RankCase {
    std::string_view words;
    std::string_view code;
    std::string_view name;
    std::optional<int> rank;
};

class RankTable : public testing::TestWithParam<RankCase> {};

TEST_P(RankTable, ranksWholeCodeThenItsBeginningThenWordsThenTheRest)
{
    const RankCase& c = GetParam();

    EXPECT_EQ(TextSearch(c.words).rank(c.code, c.name), c.rank) << c.words;
}

INSTANTIATE_TEST_SUITE_P(
    TextSearch, RankTable,
    testing::Values(RankCase{"tc-0001", "TC-0001", "Ponte", 0}, RankCase{"tc-00", "TC-0001", "Ponte", 1},
                    RankCase{"pon", "TC-0001", "Ponte Nord", 2}, RankCase{"nord", "TC-0001", "Ponte Nord", 2},
                    RankCase{"orso", "TC-0001", "Via dell’Orso", 2}, RankCase{"0001", "TC-0001", "Ponte", 3},
                    RankCase{"onte", "TC-0001", "Ponte", 3}, RankCase{"ponte est", "TC-0001", "Ponte Nord", {}},
                    RankCase{"nord  ponte", "TC-0001", "Ponte Nord", 2}, RankCase{"tc onte", "TC-0001", "Ponte", 3},
                    RankCase{"citta", "TC-0001", "Porta CITTÀ", 2}, RankCase{"CITTÀ", "TC-0001", "porta citta", 2},
                    RankCase{"TC-0009", "TC-0001", "Ponte", {}}, RankCase{"a", "", "", {}}));

TEST(TextSearch, blanksAskForNothing)
{
    EXPECT_TRUE(TextSearch("").isEmpty());
    EXPECT_TRUE(TextSearch(" \t ").isEmpty());
    EXPECT_FALSE(TextSearch(" a ").isEmpty());
}

} // namespace
