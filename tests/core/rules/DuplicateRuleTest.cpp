// SPDX-License-Identifier: GPL-3.0-or-later
#include "FakeContext.h"
#include "rules/RuleFamily.h"

#include <gtest/gtest.h>

using namespace observo;
using namespace observo::test;

namespace {

struct TwinCase {
    double distance;
    std::optional<double> mine;
    std::optional<double> other;
    bool twin;
};

class Twin : public testing::TestWithParam<TwinCase> {};

TEST_P(Twin, standsCloserThanHalfAMetreAndLooksTheSameWay)
{
    Camera camera = aPlainCamera();
    RuleContext::Neighbour neighbour{CameraId::make(), "TC-0002", Metres{GetParam().distance}, std::nullopt};
    if (GetParam().mine) {
        camera.direction = Degrees{*GetParam().mine};
    }
    if (GetParam().other) {
        neighbour.direction = Degrees{*GetParam().other};
    }
    FakeContext context;
    context.neighbours = {neighbour};

    EXPECT_EQ(finds(rule::kDuplicatePlace, camera, context), GetParam().twin);
}

INSTANTIATE_TEST_SUITE_P(DuplicateRule, Twin,
                         testing::Values(TwinCase{0.49, 90, 90, true}, TwinCase{0.5, 90, 90, false},
                                         TwinCase{0, 90, 95, true}, TwinCase{0, 90, 95.01, false},
                                         TwinCase{0, 358, 2, true}, TwinCase{0, 2, 357, true},
                                         TwinCase{0, 2, 356.9, false}, TwinCase{0, 0, 180, false},
                                         TwinCase{0, {}, 90, false}, TwinCase{0, 90, {}, false},
                                         TwinCase{0, {}, {}, false}));

TEST(DuplicateRule, namesTheTwinsAndNotItself)
{
    Camera camera = aPlainCamera();
    camera.direction = Degrees{90};
    FakeContext context;
    context.neighbours = {{camera.id, camera.code, Metres{0}, Degrees{90}}};
    EXPECT_FALSE(finds(rule::kDuplicatePlace, camera, context));

    context.neighbours.push_back({CameraId::make(), "TC-0002", Metres{0.1}, Degrees{91}});
    context.neighbours.push_back({CameraId::make(), "TC-0003", Metres{0.1}, Degrees{89}});
    const auto findings = findingsOf(rule::kDuplicatePlace, camera, context);
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].rule, "V-DUP-PLACE");
    EXPECT_NE(findings[0].messageEn.find("TC-0002, TC-0003"), std::string::npos);
    EXPECT_EQ(findings[0].messageEn.find("TC-0001"), std::string::npos);
}

TEST(DuplicateRule, aCodeBelongsToOneCamera)
{
    FakeContext context;
    EXPECT_FALSE(finds(rule::kDuplicateCode, aPlainCamera(), context));

    context.sameCode = 2;
    const auto findings = findingsOf(rule::kDuplicateCode, aPlainCamera(), context);
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].rule, "V-DUP-CODE");
    EXPECT_EQ(findings[0].severity, Severity::Error);
    EXPECT_EQ(findings[0].messageIt, "Codice «TC-0001» usato da 2 telecamere: assegnarne uno diverso.");

    Camera camera = aPlainCamera();
    camera.code.clear();
    EXPECT_FALSE(finds(rule::kDuplicateCode, camera, context));
}

} // namespace
