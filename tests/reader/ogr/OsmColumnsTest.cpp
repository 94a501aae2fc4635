// SPDX-License-Identifier: GPL-3.0-or-later
#include "ogr/OsmColumns.h"

#include "reader/ReaderFiles.h"
#include "support/TestPlaces.h"
#include "support/reader/Probe.h"

#include <gtest/gtest.h>

namespace observo::reader {
namespace {

TEST(OsmColumns, theTagsOfACameraAreColumnsAndTheOthersComeTogether)
{
    const test::TemporaryFolder folder;
    writeText(folder / "town.osm", R"(<?xml version="1.0"?><osm version="0.6">
<node id="7" lat="45.07" lon="7.68" version="1"><tag k="man_made" v="surveillance"/>
<tag k="camera:direction" v="270"/><tag k="surveillance:type" v="ALPR"/><tag k="fixme" v="height"/></node>
<node id="8" lat="45.08" lon="7.69" version="1"/></osm>)");

    const auto read = test::readFile(folder / "town.osm");

    ASSERT_FALSE(read.error) << read.error->message();
    ASSERT_EQ(read.rows.size(), 1U);
    EXPECT_EQ(read.text(0, "man_made"), "surveillance");
    EXPECT_EQ(read.text(0, "camera:direction"), "270");
    EXPECT_EQ(read.text(0, "surveillance:type"), "ALPR");
    EXPECT_NE(read.text(0, "other_tags").find("fixme"), std::string::npos);
    EXPECT_EQ(read.layer.system.id, "EPSG:4326");
}

TEST(OsmColumns, eachLayerHasItsSection)
{
    for (const char* layer : {"[points]", "[lines]", "[multipolygons]", "[multilinestrings]", "[other_relations]"}) {
        EXPECT_NE(osmSettings().find(layer), std::string::npos) << layer;
    }
}

} // namespace
} // namespace observo::reader
