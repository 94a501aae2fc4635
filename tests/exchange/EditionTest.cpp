// SPDX-License-Identifier: GPL-3.0-or-later
#include "Edition.h"

#include "support/Builders.h"

#include <gtest/gtest.h>

namespace observo::exchange {
namespace {

TEST(Edition, namesAreReadBack)
{
    for (const Edition edition : {Edition::Full, Edition::Institutional, Edition::Public}) {
        EXPECT_EQ(editionNamed(nameOf(edition)), edition);
    }
    EXPECT_FALSE(editionNamed("secret"));
}

TEST(Edition, restrictedFieldsLeaveOnlyInTheFullEdition)
{
    const FieldInfo& serial = *findField(RecordKind::Camera, "serial_no");

    EXPECT_TRUE(keepsField(Edition::Full, serial));
    EXPECT_FALSE(keepsField(Edition::Institutional, serial));
    EXPECT_FALSE(keepsField(Edition::Public, serial));
}

TEST(Edition, everyFieldLeavesInTheFullEditionAndTypeAndCodeInAll)
{
    for (const FieldInfo& field : fieldsOf(RecordKind::Camera)) {
        EXPECT_TRUE(keepsField(Edition::Full, field)) << field.name;
    }
    EXPECT_TRUE(keepsField(Edition::Public, *findField(RecordKind::Camera, "code")));
    EXPECT_TRUE(keepsField(Edition::Public, *findField(RecordKind::Camera, "camera_type")));
}

struct Case {
    std::string visibility;
    bool inPublic;
    bool inInstitutional;
};

class EditionVisibility : public testing::TestWithParam<Case> {};

TEST_P(EditionVisibility, camerasAboveTheEditionStayBehind)
{
    Camera camera = test::aCamera();
    camera.visibility = GetParam().visibility;

    EXPECT_EQ(admits(Edition::Public, camera), GetParam().inPublic);
    EXPECT_EQ(admits(Edition::Institutional, camera), GetParam().inInstitutional);
    EXPECT_TRUE(admits(Edition::Full, camera));
}

INSTANTIATE_TEST_SUITE_P(All, EditionVisibility,
                         testing::Values(Case{"public", true, true}, Case{"institutional", false, true},
                                         Case{"restricted", false, false}, Case{"", false, true},
                                         Case{"segreto", false, false}));

} // namespace
} // namespace observo::exchange
