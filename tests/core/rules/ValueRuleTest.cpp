// SPDX-License-Identifier: GPL-3.0-or-later
#include "FakeContext.h"
#include "rules/RuleFamily.h"

#include <gtest/gtest.h>

using namespace observo;
using namespace observo::test;

namespace {

TEST(ValueRule, aValueOutOfItsRangeIsAnError)
{
    Camera camera = aPlainCamera();
    camera.mountHeight = Metres{0.3};
    EXPECT_FALSE(finds(rule::kRange, camera));
    camera.mountHeight = Metres{60};
    EXPECT_FALSE(finds(rule::kRange, camera));

    camera.mountHeight = Metres{60.5};
    const auto findings = findingsOf(rule::kRange, camera);
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].rule, "V-RANGE");
    EXPECT_EQ(findings[0].severity, Severity::Error);
    EXPECT_EQ(findings[0].field, "mount_height_m");
    EXPECT_EQ(findings[0].messageIt, "«Altezza di installazione» deve essere tra 0,3 e 60 m (ora 60,5).");
    EXPECT_EQ(findings[0].messageEn, "“Mounting height” must be between 0.3 and 60 m (now 60.5).");

    camera.mountHeight = Metres{0.29};
    EXPECT_TRUE(finds(rule::kRange, camera));
}

TEST(ValueRule, aRangeMayBeOpenBelow)
{
    Camera camera = aPlainCamera();
    camera.range = Metres{0};
    ASSERT_TRUE(finds(rule::kRange, camera));
    EXPECT_NE(findingsOf(rule::kRange, camera)[0].messageIt.find("maggiore di 0 m"), std::string::npos);

    camera.range = Metres{0.1};
    camera.irRange = Metres{0};
    EXPECT_FALSE(finds(rule::kRange, camera));

    camera.irRange = Metres{-1};
    EXPECT_TRUE(finds(rule::kRange, camera));
}

TEST(ValueRule, anUnknownCodeIsKeptAndNamed)
{
    Camera camera = aPlainCamera();
    camera.purpose = "traffic; drone_watch; ztl; other_thing";
    camera.type = "periscope";
    const auto findings = findingsOf(rule::kCode, camera);

    ASSERT_EQ(findings.size(), 3U);
    EXPECT_EQ(findings[0].rule, "V-CODE");
    EXPECT_EQ(findings[0].severity, Severity::Warning);
    EXPECT_EQ(findings[0].messageIt, "«Tipologia»: il codice «periscope» non è nell'elenco. "
                                     "Scegliere un valore dell'elenco.");
    EXPECT_NE(findings[1].messageEn.find("“drone_watch”"), std::string::npos);
    EXPECT_NE(findings[2].messageEn.find("“other_thing”"), std::string::npos);
}

TEST(ValueRule, aLongCodeDoesNotFloodTheMessage)
{
    Camera camera = aPlainCamera();
    camera.type = std::string(5000, 'x');

    EXPECT_LT(findingsOf(rule::kCode, camera).at(0).messageIt.size(), 200U);
}

TEST(ValueRule, datesAndAddressesMustReadAsSuch)
{
    Camera camera = aPlainCamera();
    camera.installedOn = "17/05/2020";
    System system;
    system.dpoContact = "the DPO";
    system.dpiaDate = "2026-02-30";
    Site site;
    site.istatCode = "1272";

    const auto ofCamera = findingsOf(rule::kFormat, camera);
    ASSERT_EQ(ofCamera.size(), 1U);
    EXPECT_EQ(ofCamera[0].rule, "V-FORMAT");
    EXPECT_EQ(ofCamera[0].field, "installed_on");
    EXPECT_EQ(ofCamera[0].messageEn, "“" + std::string(findField(RecordKind::Camera, "installed_on")->label.en) +
                                         "”: “17/05/2020” will not do, give a day like 2026-11-22.");
    EXPECT_EQ(findingsOf(rule::kFormat, system).size(), 2U);
    EXPECT_EQ(findingsOf(rule::kFormat, site).size(), 1U);

    camera.installedOn = "2020-05-17";
    EXPECT_FALSE(finds(rule::kFormat, camera));
}

} // namespace
