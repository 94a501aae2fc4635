// SPDX-License-Identifier: GPL-3.0-or-later
#include "FakeContext.h"
#include "rules/RuleFamily.h"

#include <gtest/gtest.h>

using namespace observo;
using namespace observo::test;

namespace {

TEST(ViewRule, aFixedCameraNeedsItsDirection)
{
    for (const std::string_view type : {"fixed", "bullet", "dome_fixed", "box", "thermal", "trail_camera"}) {
        Camera camera = aPlainCamera();
        camera.type = type;
        camera.hfov = Degrees{60};
        const auto findings = findingsOf(rule::kDirection, camera);
        ASSERT_EQ(findings.size(), 1U) << type;
        EXPECT_EQ(findings[0].rule, "V-DIRECTION");
        EXPECT_EQ(findings[0].severity, Severity::Warning);

        camera.direction = Degrees{0};
        EXPECT_FALSE(finds(rule::kDirection, camera)) << type;
    }
}

TEST(ViewRule, otherTypesAreNoticedOnlyWhenNothingCanBeDrawn)
{
    Camera camera = aPlainCamera();
    camera.type = "unknown";
    ASSERT_TRUE(finds(rule::kDirection, camera));
    EXPECT_EQ(findingsOf(rule::kDirection, camera)[0].severity, Severity::Notice);

    camera.hfov = Degrees{60};
    EXPECT_FALSE(finds(rule::kDirection, camera));

    camera.hfov.reset();
    camera.type = "fisheye";
    EXPECT_FALSE(finds(rule::kDirection, camera));

    camera.type = "ptz";
    EXPECT_TRUE(finds(rule::kDirection, camera));
    camera.panMin = Degrees{10};
    camera.panMax = Degrees{200};
    EXPECT_FALSE(finds(rule::kDirection, camera));
}

TEST(ViewRule, theLensStandsForTheAngle)
{
    Camera camera = aPlainCamera();
    camera.type = "fixed";
    const auto nothing = findingsOf(rule::kDirection, camera);
    camera.focal = Millimetres{4};
    camera.sensorWidth = Millimetres{5.376};
    const auto lens = findingsOf(rule::kDirection, camera);

    EXPECT_NE(nothing.at(0).messageIt, lens.at(0).messageIt);
}

struct GroundCase {
    double near;
    std::optional<double> far;
    std::optional<double> range;
    bool warns;
};

class Ground : public testing::TestWithParam<GroundCase> {};

TEST_P(Ground, edgesMustStandInOrderAndWithinTheRange)
{
    Camera camera = aPlainCamera();
    FakeContext context;
    context.span = RuleContext::GroundSpan{.near = Metres{GetParam().near}, .far = std::nullopt};
    if (GetParam().far) {
        context.span->far = Metres{*GetParam().far};
    }
    if (GetParam().range) {
        camera.range = Metres{*GetParam().range};
    }

    EXPECT_EQ(finds(rule::kGroundView, camera, context), GetParam().warns);
}

INSTANTIATE_TEST_SUITE_P(ViewRule, Ground,
                         testing::Values(GroundCase{4.878, 66.6, {}, false}, GroundCase{4.878, {}, {}, false},
                                         GroundCase{5, 5, {}, false}, GroundCase{5.1, 5, {}, true},
                                         GroundCase{5, {}, 5, false}, GroundCase{5.1, {}, 5, true},
                                         GroundCase{5, 60, 30, false}, GroundCase{31, 60, 30, true}));

TEST(ViewRule, saysBothEdgesWithACommaInItalian)
{
    FakeContext context;
    context.span = RuleContext::GroundSpan{.near = Metres{12.34}, .far = Metres{8.05}};

    const auto findings = findingsOf(rule::kGroundView, aPlainCamera(), context);

    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].rule, "V-VIEW");
    EXPECT_NE(findings[0].messageIt.find("12,3 m"), std::string::npos) << findings[0].messageIt;
    EXPECT_NE(findings[0].messageEn.find("12.3 m"), std::string::npos) << findings[0].messageEn;
}

TEST(ViewRule, withoutHeightTiltOrAngleThereIsNothingToCompare)
{
    EXPECT_FALSE(finds(rule::kGroundView, aPlainCamera()));
}

} // namespace
