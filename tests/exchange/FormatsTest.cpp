// SPDX-License-Identifier: GPL-3.0-or-later
#include "Formats.h"

#include <gtest/gtest.h>

#include <set>

namespace observo::exchange {
namespace {

TEST(Formats, eachIsCompleteAndItsNameAndEndingItsOwn)
{
    std::set<std::string_view> names;
    std::set<std::string_view> endings;
    for (const Format& format : formats()) {
        EXPECT_TRUE(names.insert(format.info.name).second);
        EXPECT_TRUE(endings.insert(format.info.ending).second);
        EXPECT_FALSE(format.info.label.it.empty());
        EXPECT_FALSE(format.info.label.en.empty());
        EXPECT_TRUE(format.foresee != nullptr && format.adapt != nullptr && format.fileNames != nullptr &&
                    format.write != nullptr && format.readBack != nullptr)
            << format.info.name;
        const std::string output = "x" + std::string(format.info.ending);
        EXPECT_EQ(format.fileNames(output).front(), output);
    }
    EXPECT_EQ(exportFormats().size(), formats().size());
}

TEST(Formats, theEndingDecidesWhateverItsCase)
{
    EXPECT_EQ(formatForFile("a/b.GeoJSON")->name, "geojson");
    EXPECT_EQ(formatForFile("b.SHP")->name, "shapefile");
    EXPECT_EQ(formatForFile("b.zip")->name, "shapefile-zip");
    EXPECT_EQ(formatForFile("b.gpkg")->name, "geopackage");
    EXPECT_EQ(formatForFile("b.csv")->name, "csv");
    EXPECT_EQ(formatForFile("b.kml")->name, "kml");
    EXPECT_EQ(formatForFile("b.xlsx")->name, "xlsx");
    EXPECT_EQ(formatForFile("b.DXF")->name, "dxf");
    EXPECT_EQ(formatForFile("b.fgb")->name, "flatgeobuf");
    EXPECT_EQ(formatForFile("b.osm-tags.geojson")->name, "osm-tags");
    EXPECT_EQ(formatForFile(".osm-tags.geojson")->name, "geojson");
}

TEST(Formats, aNameThatIsOnlyAnEndingOrHasNoneIsNoFile)
{
    EXPECT_EQ(formatForFile(".csv"), nullptr);
    EXPECT_EQ(formatForFile("b"), nullptr);
    EXPECT_EQ(formatForFile("b.csvx"), nullptr);
    EXPECT_EQ(formatForFile(""), nullptr);
}

TEST(Formats, theKnownEndingsAreListedForMessages)
{
    for (const FormatInfo& info : exportFormats()) {
        EXPECT_NE(knownEndings().find(info.ending), std::string::npos);
    }
}

} // namespace
} // namespace observo::exchange
