// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/osm/OsmTags.h"

#include "exchange/ExportWork.h"
#include "support/Builders.h"

#include <gtest/gtest.h>

#include <map>

namespace observo::exchange {
namespace {

std::map<std::string_view, std::string> tagsOf(const Camera& camera, Edition edition = Edition::Full)
{
    const auto census = test::aCensusWith(
        {Site(test::aSite().coded("P-1").with("environment", "outdoor_public").with("floor", "1")), camera});
    ExportWork work(*census, "out.osm-tags.geojson", {.edition = edition});
    OsmTags tags(work.plan());
    std::map<std::string_view, std::string> found;
    EXPECT_TRUE(work.job().forEach(RecordKind::Site, [&](const RowOut& row) {
        tags.addSite(row.values);
        return done();
    }));
    EXPECT_TRUE(work.job().forEach(RecordKind::Camera, [&](const RowOut& row) {
        const auto values = tags.of(row.values);
        for (std::size_t i = 0; i < kOsmTags.size(); ++i) {
            found[kOsmTags[i]] = values.at(i);
        }
        return done();
    }));
    return found;
}

TEST(OsmTags, aCameraIsToldInTheWordsOfTheMap)
{
    auto tags = tagsOf(test::aCamera()
                           .onSite("P-1")
                           .coded("TC-1")
                           .ofType("bullet")
                           .doing("plate_reading")
                           .facing(120)
                           .tilted(15)
                           .mountedAt(4.5)
                           .with("mount_type", "facade_bracket")
                           .with("installed_on", "2024-05-01")
                           .with("monitored_zone", "traffic"));
    EXPECT_EQ(tags["man_made"], "surveillance");
    EXPECT_EQ(tags["surveillance"], "public");
    EXPECT_EQ(tags["surveillance:type"], "ALPR");
    EXPECT_EQ(tags["surveillance:zone"], "traffic");
    EXPECT_EQ(tags["camera:type"], "fixed");
    EXPECT_EQ(tags["camera:mount"], "wall");
    EXPECT_EQ(tags["camera:direction"], "120");
    EXPECT_EQ(tags["camera:tilt"], "-15");
    EXPECT_EQ(tags["height"], "4.5");
    EXPECT_EQ(tags["ref"], "TC-1");
    EXPECT_EQ(tags["start_date"], "2024-05-01");
    EXPECT_EQ(tags["level"], "1");
}

TEST(OsmTags, whatTheMapHasNoWordForGivesNoTag)
{
    Camera camera = test::aCamera().onSite("P-1").ofType("drone").doing("context");
    camera.direction = std::nullopt;
    camera.tilt = std::nullopt;
    camera.panMin = Degrees{90};
    camera.panMax = Degrees{270};
    auto tags = tagsOf(camera);
    EXPECT_EQ(tags["camera:type"], "");
    EXPECT_EQ(tags["surveillance:type"], "camera");
    EXPECT_EQ(tags["camera:direction"], "90-270");
    EXPECT_EQ(tags["camera:tilt"], "");
}

TEST(OsmTags, tiltIsTurnedAroundAndALevelViewIsZero)
{
    EXPECT_EQ(tagsOf(test::aCamera().tilted(-5.5))["camera:tilt"], "5.5");
    EXPECT_EQ(tagsOf(test::aCamera().tilted(0))["camera:tilt"], "0");
}

TEST(OsmTags, anEditionThatLeavesAFieldOutLeavesItsTagOut)
{
    const Camera camera = test::aCamera().facing(120).visibleTo("public");
    EXPECT_EQ(tagsOf(camera, Edition::Public)["camera:direction"], "");
    EXPECT_EQ(tagsOf(camera, Edition::Institutional)["camera:direction"], "120");
}

} // namespace
} // namespace observo::exchange
