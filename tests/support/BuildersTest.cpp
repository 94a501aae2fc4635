// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/Builders.h"

#include <gtest/gtest.h>

namespace observo::test {
namespace {

TEST(Builders, aCameraIsWhatItsWordsSay)
{
    const Camera camera = aCamera()
                              .named("Ponte Nord")
                              .coded("TO-0012")
                              .at(7.68, 45.07)
                              .facing(90)
                              .seeing(60, 40)
                              .ofType("ptz")
                              .with("retention_hours", "168");

    EXPECT_EQ(camera.name, "Ponte Nord");
    EXPECT_EQ(camera.code, "TO-0012");
    EXPECT_EQ(camera.position, (LonLat{7.68, 45.07}));
    EXPECT_EQ(camera.direction, Degrees{90});
    EXPECT_EQ(camera.hfov, Degrees{60});
    EXPECT_EQ(camera.range, Metres{40});
    EXPECT_EQ(camera.type, "ptz");
    EXPECT_EQ(camera.retentionHours, 168);
}

TEST(Builders, everyRecordHasItsOwnIdentity)
{
    EXPECT_NE(aCamera().build().id, aCamera().build().id);
    EXPECT_NE(aSite().build().id, aSite().build().id);
    EXPECT_NE(aSystem().build().id, aSystem().build().id);
}

TEST(Builders, aMistypedFieldOrValueStopsTheTest)
{
    EXPECT_DEATH(aCamera().with("retention", "168"), "broken contract");
    EXPECT_DEATH(aCamera().ofType("pzt"), "broken contract");
}

TEST(Builders, aRandomRecordRepeatsWithItsSeed)
{
    EXPECT_EQ(randomCamera(7), randomCamera(7));
    EXPECT_NE(randomCamera(7), randomCamera(8));
    EXPECT_EQ(randomSite(7), randomSite(7));
    EXPECT_EQ(randomSystem(7), randomSystem(7));
    EXPECT_EQ(randomCensus(7), randomCensus(7));
}

template <typename Record>
void expectEveryFieldFilled(const Record& record)
{
    for (const FieldInfo& field : fieldsOf(kindOf<Record>)) {
        const FieldValue value = valueOf(record, field);
        EXPECT_FALSE(std::holds_alternative<std::monostate>(value)) << field.name;
        EXPECT_TRUE(checkValue(field, value)) << field.name << " " << textOf(value);
    }
}

TEST(Builders, aRandomRecordHasAValidValueInEveryField)
{
    for (std::uint32_t seed = 0; seed < 50; ++seed) {
        expectEveryFieldFilled(randomCamera(seed));
        expectEveryFieldFilled(randomSite(seed));
        expectEveryFieldFilled(randomSystem(seed));
        expectEveryFieldFilled(randomCensus(seed));
        EXPECT_TRUE(isValid(randomCamera(seed).position));
    }
}

TEST(Builders, theFirstDifferenceNamesTheFieldAndBothValues)
{
    const Camera one = aCamera().named("A").mountedAt(4);
    Camera other = one;
    other.mountHeight = Metres{5};
    Camera moved = one;
    moved.position.lon += 1;

    EXPECT_EQ(firstDifference(one, one), "");
    EXPECT_EQ(firstDifference(one, other), "mount_height_m: 4 / 5");
    EXPECT_EQ(firstDifference(one, moved), "outside the fields");
}

} // namespace
} // namespace observo::test
