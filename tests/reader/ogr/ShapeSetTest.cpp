// SPDX-License-Identifier: GPL-3.0-or-later
#include "ogr/ShapeSet.h"

#include "reader/ReaderFiles.h"
#include "support/TestPlaces.h"
#include "support/reader/Probe.h"

#include <gtest/gtest.h>

namespace observo::reader {
namespace {

namespace fs = std::filesystem;

class ShapeSetOf : public testing::Test {
protected:
    /// The cameras as a shapefile in the encoding.
    void cameras(const char* encoding)
    {
        ASSERT_FALSE(
            camerasAs(m_folder.path(), "c.shp",
                      {"-where", "numero < 3", "-a_srs", "EPSG:4326", "-lco", std::string("ENCODING=") + encoding})
                .empty());
    }
    test::TemporaryFolder m_folder;
};

TEST_F(ShapeSetOf, filesThatAreMissingAreMadeUpForOrSaid)
{
    cameras("UTF-8");
    fs::remove(m_folder / "c.shx");
    const auto noIndex = test::readFile(m_folder / "c.shp");
    ASSERT_FALSE(noIndex.error) << noIndex.error->message();
    EXPECT_EQ(noIndex.rows.size(), 2U);
    ASSERT_EQ(noIndex.report.problems.size(), 1U);
    EXPECT_NE(noIndex.report.problems[0].what.find(".shx"), std::string::npos);
    EXPECT_FALSE(fs::exists(m_folder / "c.shx")); // nothing is written beside the file

    fs::remove(m_folder / "c.dbf");
    const auto noValues = test::readFile(m_folder / "c.shp");
    ASSERT_FALSE(noValues.error) << noValues.error->message();
    EXPECT_EQ(noValues.rows.size(), 2U);
}

struct Texts {
    const char* written;
    bool withCpg;
    char language;
    feed::Evidence evidence;
    const char* name;
};

class ShapeSetTexts : public ShapeSetOf, public testing::WithParamInterface<Texts> {};

TEST_P(ShapeSetTexts, areReadInTheirEncoding)
{
    cameras(GetParam().written);
    if (!GetParam().withCpg) {
        fs::remove(m_folder / "c.cpg");
    }
    auto bytes = bytesOf(m_folder / "c.dbf");
    bytes[29] = GetParam().language;
    writeText(m_folder / "c.dbf", bytes);

    const auto read = test::readFile(m_folder / "c.shp");

    ASSERT_FALSE(read.error) << read.error->message();
    EXPECT_EQ(read.text(0, "nome"), "Città");
    EXPECT_EQ(read.text(1, "nome"), "perché");
    EXPECT_EQ(read.layer.encoding.name, GetParam().name);
    EXPECT_EQ(read.layer.encoding.evidence, GetParam().evidence);
    EXPECT_EQ(read.layer.encoding.sample, "Città");
}

INSTANTIATE_TEST_SUITE_P(Rows, ShapeSetTexts,
                         testing::Values(Texts{"UTF-8", true, '\0', feed::Evidence::SideFile, "UTF-8"},
                                         Texts{"UTF-8", false, '\0', feed::Evidence::Detected, "UTF-8"},
                                         Texts{"CP1252", true, '\x03', feed::Evidence::SideFile, "windows-1252"},
                                         Texts{"CP1252", false, '\0', feed::Evidence::Detected, "windows-1252"},
                                         Texts{"CP850", false, '\x02', feed::Evidence::Declared, "CP850"},
                                         Texts{"CP850", false, '\0', feed::Evidence::Detected, "CP850"}));

TEST_F(ShapeSetOf, aRequestedEncodingWins)
{
    cameras("CP1252");

    const auto read = test::readFile({.file = m_folder / "c.shp", .encoding = "CP850"});

    EXPECT_EQ(read.layer.encoding.evidence, feed::Evidence::Requested);
    EXPECT_NE(read.text(0, "nome"), "Città");
}

TEST_F(ShapeSetOf, allShapefilesOfAZipAreLayersOfTheirName)
{
    cameras("UTF-8");
    std::vector<ZippedFile> files;
    for (const char* ending : {".shp", ".dbf", ".prj", ".cpg"}) { // without .shx
        files.push_back({std::string("dati/Vie") + ending, bytesOf(m_folder / (std::string("c") + ending))});
        files.push_back({std::string("dati/CIVICI") + ending, bytesOf(m_folder / (std::string("c") + ending))});
    }
    writeText(m_folder / "all.zip", zipOf(files));

    const auto read = test::readFile({.file = m_folder / "all.zip", .layer = "CIVICI"});

    ASSERT_FALSE(read.error) << read.error->message();
    EXPECT_EQ(read.file.format, "zipped shapefile");
    EXPECT_EQ(read.file.layers.size(), 2U);
    EXPECT_EQ(read.rows.size(), 2U);
    EXPECT_EQ(read.text(0, "nome"), "Città");
    EXPECT_EQ(read.layer.system.id, "EPSG:4326");
}

TEST_F(ShapeSetOf, zipsThatLieAreRefused)
{
    cameras("UTF-8");
    const auto shp = bytesOf(m_folder / "c.shp");
    writeText(m_folder / "path.zip", zipOf({{"../../c.shp", shp}}));
    writeText(m_folder / "bomb.zip", zipOf({{"c.shp", shp, 300'000'000}}));
    writeText(m_folder / "cut.zip", zipOf({{"c.shp", shp}}).substr(0, 150));
    writeText(m_folder / "text.zip", zipOf({{"readme.txt", "hello"}}));

    for (const char* name : {"path.zip", "bomb.zip", "cut.zip", "text.zip"}) {
        const auto read = test::readFile(m_folder / name);
        ASSERT_TRUE(read.error) << name;
        EXPECT_EQ(read.error->code, ErrorCode::InputUnreadable) << read.error->message();
    }
}

} // namespace
} // namespace observo::reader
