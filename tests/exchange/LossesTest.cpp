// SPDX-License-Identifier: GPL-3.0-or-later
#include "Losses.h"

#include "Formats.h"
#include "support/Builders.h"
#include "support/exchange/CensusToExport.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace observo::exchange {
namespace {

using test::aCamera;

class Losses : public testing::Test {
protected:
    std::vector<Loss> of(std::string_view name, int epsg = 0)
    {
        const auto report = foreseeLosses(m_census->reader(),
                                          {.output = m_census->out(name), .epsg = epsg, .edition = Edition::Full}, {});
        EXPECT_TRUE(report) << test::messageOf(report);
        return report->losses;
    }
    static std::int64_t valuesOf(const std::vector<Loss>& losses, std::string_view field, std::string_view words)
    {
        for (const Loss& loss : losses) {
            if (loss.field == field && loss.messageEn.find(words) != std::string::npos) {
                EXPECT_FALSE(loss.messageIt.empty());
                return loss.values;
            }
        }
        return 0;
    }

    std::unique_ptr<test::CensusToExport> m_census = [] {
        Camera camera = aCamera().at(7.68690001234, 45.0703);
        camera.notes = std::string(300, 'x');
        return test::aCensusWith({camera, Camera(aCamera().at(7.5, 45.1))});
    }();
};

TEST_F(Losses, aGeoPackageInItsOwnSystemLosesNothing)
{
    EXPECT_TRUE(of("out.gpkg").empty());
}

TEST_F(Losses, geoJsonRoundsPositionsAndLeavesSitesBehind)
{
    const auto losses = of("out.geojson");
    EXPECT_EQ(valuesOf(losses, "", "rounded to 7 decimals"), 1);
    EXPECT_GT(valuesOf(losses, "", "only their codes remain"), 0);
}

TEST_F(Losses, thePublicEditionSaysThatPlacesAreBlurred)
{
    const auto census = test::aCensusWith({Camera(aCamera().visibleTo("public"))});
    const auto report =
        foreseeLosses(census->reader(), {.output = census->out("out.gpkg"), .edition = Edition::Public}, {});
    ASSERT_TRUE(report);
    EXPECT_EQ(valuesOf(report->losses, "position", "centre of its cell"), 1);
    EXPECT_GT(valuesOf(report->losses, "", "without house number"), 0);
}

TEST_F(Losses, anExcelSheetSaysInWhichSystemItsNumbersAre)
{
    EXPECT_EQ(valuesOf(of("out.xlsx", 3003), "", "coordinates are in EPSG:3003"), 2);
    EXPECT_EQ(valuesOf(of("out.csv", 3003), "", "coordinates are in EPSG:3003"), 2);
}

TEST_F(Losses, aShapefileSaysWhichTextsAreShortened)
{
    const auto losses = of("out.shp");
    EXPECT_EQ(valuesOf(losses, "notes", "over 254 bytes"), 1);
    EXPECT_EQ(valuesOf(losses, "", "10 characters"), 2);
    EXPECT_EQ(losses.size(), of("out.zip").size());
}

TEST_F(Losses, anInaccurateChangeOfSystemIsSaid)
{
    EXPECT_EQ(valuesOf(of("out.gpkg", 3003), "", "accurate to 5 m"), 2);
    EXPECT_EQ(valuesOf(of("out.gpkg", 32632), "", "accurate"), 0);
}

TEST_F(Losses, whatNoFileCanCarryIsSaidForEveryFormat)
{
    m_census->alter("UPDATE camera SET name = CAST(x'6369747401' AS TEXT), installed_on = '2021-02-30' WHERE notes IS "
                    "NOT NULL");
    for (const Format& format : formats()) {
        const auto losses = of("out" + std::string(format.info.ending));
        EXPECT_EQ(valuesOf(losses, "name", "no file can carry"), 1) << format.info.name;
    }
    EXPECT_EQ(valuesOf(of("out.gpkg"), "installed_on", "stays text"), 1);
    EXPECT_EQ(valuesOf(of("out.shp"), "installed_on", "stays text"), 1);
}

} // namespace
} // namespace observo::exchange
