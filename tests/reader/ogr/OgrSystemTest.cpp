// SPDX-License-Identifier: GPL-3.0-or-later
#include "ogr/OgrSystem.h"

#include "reader/ReaderFiles.h"
#include "support/TestPlaces.h"
#include "support/reader/Probe.h"

#include <gtest/gtest.h>

namespace observo::reader {
namespace {

using feed::Evidence;

class OgrSystemOf : public testing::Test {
protected:
    feed::ReferenceSystem system(const char* name) { return test::readFile(m_folder / name).layer.system; }
    test::TemporaryFolder m_folder;
};

TEST_F(OgrSystemOf, aSideFileIsIdentifiedAndWithoutItNothingIsKnown)
{
    ASSERT_FALSE(camerasAs(m_folder.path(), "c.shp", {"-a_srs", "EPSG:3003", "-where", "numero < 3"}).empty());
    EXPECT_EQ(system("c.shp").id, "EPSG:3003");
    EXPECT_EQ(system("c.shp").evidence, Evidence::SideFile);
    EXPECT_FALSE(system("c.shp").wkt.empty());

    std::filesystem::remove(m_folder / "c.prj");
    EXPECT_EQ(system("c.shp"), feed::ReferenceSystem());
}

} // namespace
} // namespace observo::reader
