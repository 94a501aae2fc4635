// SPDX-License-Identifier: GPL-3.0-or-later
#include "ExportPlan.h"

#include "support/Builders.h"
#include "support/exchange/CensusToExport.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace observo::exchange {
namespace {

using test::aCamera;
using test::aCensusWith;
using test::aSite;
using test::aSystem;

Result<ExportPlan> planFor(test::CensusToExport& census, ExportRequest request)
{
    request.output = census.out(request.output.empty() ? "out.gpkg" : request.output.string());
    return planExport(census.reader(), request, {});
}

ExportPlan goodPlan(test::CensusToExport& census, ExportRequest request)
{
    auto plan = planFor(census, std::move(request));
    EXPECT_TRUE(plan) << test::messageOf(plan);
    return std::move(*plan);
}

TEST(ExportPlan, countsWhatGoesAndWhatIsWithheld)
{
    const auto census =
        aCensusWith({Camera(aCamera().visibleTo("public")), Camera(aCamera().visibleTo("institutional")),
                     Camera(aCamera().visibleTo("restricted"))});

    EXPECT_EQ(goodPlan(*census, {.edition = Edition::Full}).losses.cameras, 3);
    const auto institutional = goodPlan(*census, {.edition = Edition::Institutional});
    EXPECT_EQ(institutional.losses.cameras, 2);
    EXPECT_EQ(institutional.losses.camerasWithheld, 1);
    const auto open = goodPlan(*census, {.edition = Edition::Public});
    EXPECT_EQ(open.losses.cameras, 1);
    EXPECT_EQ(open.losses.camerasWithheld, 2);
}

TEST(ExportPlan, theFilterChoosesTheCamerasAndTheirSitesOnly)
{
    const auto census =
        aCensusWith({Site(aSite().coded("P-1")), Site(aSite().coded("P-2")), Site(aSite().coded("P-3")),
                     Camera(aCamera().coded("A").onSite("P-1")), Camera(aCamera().coded("B").onSite("P-2"))});

    const auto plan = goodPlan(*census, {.filter = *Filter::parse("code = A"), .edition = Edition::Full});

    EXPECT_EQ(plan.cameras.rows, 1);
    EXPECT_EQ(plan.sites.rows, 1);
}

TEST(ExportPlan, withoutAFilterSitesAndSystemsWithoutCamerasGoToo)
{
    const auto census = aCensusWith(
        {System(aSystem().coded("I-9")), Site(aSite().coded("P-3").inSystem("I-9")), Camera(aCamera().coded("A"))});

    const auto plan = goodPlan(*census, {.edition = Edition::Full});

    EXPECT_EQ(plan.sites.rows, static_cast<std::int64_t>(census->sites().size()));
    EXPECT_EQ(plan.systems.rows, static_cast<std::int64_t>(census->systems().size()));
}

TEST(ExportPlan, aSiteKnownOnlyThroughWithheldCamerasStaysBehind)
{
    const auto census =
        aCensusWith({System(aSystem().coded("I-SECRET")), Site(aSite().coded("P-1").inSystem("I-SECRET")),
                     Camera(aCamera().onSite("P-1").inSystem("I-SECRET").visibleTo("restricted")),
                     Camera(aCamera().onSite("P-2").visibleTo("institutional"))});

    const auto plan = goodPlan(*census, {.edition = Edition::Institutional});

    for (const Site& site : census->sites()) {
        EXPECT_EQ(plan.takes(site), site.code != "P-1") << site.code;
    }
    for (const System& system : census->systems()) {
        EXPECT_EQ(plan.takes(system), system.code != "I-SECRET") << system.code;
    }
}

TEST(ExportPlan, aReferenceToAWithheldCameraIsHiddenWithAndWithoutAFilter)
{
    const auto secret = CameraId::make();
    const auto census = aCensusWith({Camera(aCamera().identified(secret).coded("S").visibleTo("restricted")),
                                     Camera(aCamera().coded("A").with("context_camera_id", secret.text()))});

    for (const char* filter : {"", "code = A"}) {
        const auto plan = goodPlan(*census, {.filter = *Filter::parse(filter), .edition = Edition::Institutional});
        EXPECT_EQ(plan.hiddenContexts, 1) << filter;
        EXPECT_TRUE(plan.hidden.contains(secret)) << filter;
        EXPECT_EQ(goodPlan(*census, {.filter = *Filter::parse(filter), .edition = Edition::Full}).hiddenContexts, 0);
    }
}

TEST(ExportPlan, positionsGoIntoTheSystemAsked)
{
    const auto census = aCensusWith({Camera(aCamera().at(7.6869, 45.0703))});

    const auto utm = goodPlan(*census, {.epsg = 7791});
    EXPECT_NEAR(utm.points.at(0).x, 396634.276, 0.001); // published test vector of Torino
    EXPECT_NEAR(utm.points.at(0).y, 4991598.530, 0.001);
    EXPECT_EQ(utm.losses.accuracy, Metres{0.0});

    const auto legacy = goodPlan(*census, {.epsg = 3003});
    EXPECT_NEAR(legacy.points.at(0).x, 1396659.856, 0.01);
    EXPECT_NEAR(legacy.points.at(0).y, 4991618.230, 0.01);
    EXPECT_EQ(legacy.losses.accuracy, Metres{5.0}); // 4 m to WGS 84, and its 1 m to RDN2008

    const auto stored = goodPlan(*census, {.epsg = 4326});
    EXPECT_EQ(stored.points.at(0), (MapPoint{7.6869, 45.0703}));
    EXPECT_EQ(stored.losses.accuracy, Metres{1.0});
}

TEST(ExportPlan, theWorkingSystemOfTheCensusIsTheDefault)
{
    const auto west = aCensusWith({Camera(aCamera().at(7.6869, 45.0703))});
    const auto east = aCensusWith({Camera(aCamera().at(13.5, 43.6))});

    EXPECT_EQ(goodPlan(*west, {}).crs.epsg(), 7791);
    EXPECT_EQ(goodPlan(*east, {}).crs.epsg(), 7792);
    EXPECT_EQ(goodPlan(*west, {.output = "out.geojson"}).crs.epsg(), 4326);
}

TEST(ExportPlan, geoJsonTakesNoOtherSystem)
{
    const auto census = aCensusWith({Camera(aCamera())});

    const auto refused = planFor(*census, {.output = "out.geojson", .epsg = 3003});

    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::InvalidArgument);
    EXPECT_TRUE(planFor(*census, {.output = "out.geojson", .epsg = 6706}));
}

TEST(ExportPlan, anUnknownEndingNamesTheKnownOnes)
{
    const auto census = aCensusWith({});

    const auto refused = planFor(*census, {.output = "out.xyz"});

    ASSERT_FALSE(refused);
    EXPECT_NE(refused.error().advice.find(".geojson"), std::string::npos);
}

TEST(ExportPlan, aCameraOutsideTheSystemIsNamed)
{
    const auto census = aCensusWith({Camera(aCamera().coded("OK")), Camera(aCamera().coded("FAR").at(99.0, 0.0))});

    const auto refused = planFor(*census, {.epsg = 3003});

    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::UnknownCrs);
    EXPECT_NE(refused.error().what.find("FAR"), std::string::npos) << refused.error().message();
}

TEST(ExportPlan, camerasWithoutAPlaceAreCountedAndLeftOut)
{
    const auto census = aCensusWith({Camera(aCamera().coded("A")), Camera(aCamera().coded("B"))});
    census->alter("UPDATE camera SET geom = NULL WHERE code = 'B'");

    const auto plan = goodPlan(*census, {.edition = Edition::Full});

    EXPECT_EQ(plan.cameras.rows, 1);
    EXPECT_EQ(plan.camerasWithoutPlace, 1);
    const auto& losses = plan.losses.losses;
    EXPECT_TRUE(std::any_of(losses.begin(), losses.end(), [](const Loss& loss) {
        return loss.messageEn.find("without a position") != std::string::npos && loss.values == 1;
    }));
}

TEST(ExportPlan, cancellingEndsIt)
{
    const auto census = aCensusWith({Camera(aCamera())});
    const Progress progress;
    progress.cancel();

    const auto plan = planExport(census->reader(), {.output = census->out("a.csv")}, progress);

    ASSERT_FALSE(plan);
    EXPECT_EQ(plan.error().code, ErrorCode::Cancelled);
}

TEST(ExportPlan, thePrintTellsRecordsVersionsAndOrderApart)
{
    const auto a = Uuid::random();
    const auto b = Uuid::random();
    EXPECT_NE(printWith(0, a, 1), printWith(0, a, 2));
    EXPECT_NE(printWith(0, a, 1), printWith(0, b, 1));
    EXPECT_NE(printWith(printWith(0, a, 1), b, 1), printWith(printWith(0, b, 1), a, 1));
    EXPECT_NE(printWith(printWith(0, a, 1), b, 2), printWith(printWith(0, a, 2), b, 1));
}

} // namespace
} // namespace observo::exchange
