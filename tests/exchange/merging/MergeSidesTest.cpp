// SPDX-License-Identifier: GPL-3.0-or-later
#include "merging/MergeSides.h"

#include "support/Builders.h"
#include "support/exchange/CensusToExport.h"

#include <gtest/gtest.h>

#include <string>

namespace observo::exchange {
namespace {

TEST(MergeSides, holdPlacesSystemsAndWhatStandsOnThem)
{
    const auto census =
        test::aCensusWith({test::aSite().coded("PST-1").ofBody("001272").inSystem("IMP-0001").build(),
                           test::aCamera().onSite("PST-1").inSystem("IMP-0001").ofBody("001272").build()});
    const auto side = MergeSide::read(census->reader(), Progress());
    ASSERT_TRUE(side) << side.error().message();
    EXPECT_EQ(side->cameras.size(), 1U);
    EXPECT_NE(side->find(RecordKind::Site, {"001272", "PST-1"}), nullptr);
    EXPECT_EQ(side->find(RecordKind::Site, {"001272", "PST-9"}), nullptr);
    EXPECT_EQ(side->camerasOnSite.at({"001272", "PST-1"}).size(), 1U);
    EXPECT_EQ(side->usersOfSystem.at({"001272", "IMP-0001"}), 2);
    EXPECT_TRUE(side->stones.empty());
}

TEST(MergeSides, theFirstMadeKeepsItsCodeWhateverTheOrder)
{
    const CodedRecord old{{"001272", "TC-1"}, "2026-01-01T00:00:00Z", Uuid::random()};
    const CodedRecord young{{"001272", "TC-1"}, "2026-01-02T00:00:00Z", Uuid::random()};
    const std::set<BodyCode> taken{{"001272", "TC-1"}, {"001272", "TC-1-2"}};

    const auto renamed = toldApart({young, old}, taken);

    ASSERT_EQ(renamed.size(), 1U);
    EXPECT_EQ(renamed.at(young.uuid), "TC-1-3");
    EXPECT_EQ(toldApart({old, young}, taken), renamed);
    EXPECT_TRUE(toldApart({old, old}, taken).empty());
}

} // namespace
} // namespace observo::exchange
