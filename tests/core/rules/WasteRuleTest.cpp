// SPDX-License-Identifier: GPL-3.0-or-later
#include "FakeContext.h"
#include "rules/RuleFamily.h"

#include <gtest/gtest.h>

using namespace observo;
using namespace observo::test;

namespace {

TEST(WasteRule, illegalDumpingNeedsItsJustification)
{
    Camera camera = aPlainCamera();
    camera.purpose = "traffic";
    EXPECT_FALSE(finds(rule::kWaste, camera));

    camera.purpose = "traffic; waste_dumping";
    ASSERT_TRUE(finds(rule::kWaste, camera));
    EXPECT_EQ(findingsOf(rule::kWaste, camera)[0].rule, "V-WASTE");
    EXPECT_EQ(findingsOf(rule::kWaste, camera)[0].field, "waste_reason");

    camera.wasteReason = "controlli ripetuti senza esito";
    EXPECT_FALSE(finds(rule::kWaste, camera));
}

} // namespace
