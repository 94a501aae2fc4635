// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/Staging.h"

#include "reader/ReaderFiles.h"
#include "support/TestPlaces.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

namespace observo::reader {
namespace {

namespace fs = std::filesystem;

class StagingInto : public testing::Test {
protected:
    StagingInto() { fs::create_directory(m_folder / "private"); }
    Result<StagedInput> staged(const char* name) { return stage(m_folder / name, m_folder / "private"); }

    test::TemporaryFolder m_folder;
};

TEST_F(StagingInto, thePrivateFolderBringsKnownSideFilesUnderFixedNamesAndNoOthers)
{
    writeText(m_folder / "Vie.shp", std::string_view("\0\0\x27\x0A", 4));
    writeText(m_folder / "Vie.DBF", "dbf");
    writeText(m_folder / "Vie.prj", "prj");
    writeText(m_folder / "Vie.qix", "index of another program");

    const auto input = staged("Vie.shp");

    ASSERT_TRUE(input) << input.error().message();
    EXPECT_EQ(input->file.filename(), "input.shp");
    EXPECT_EQ(input->stem, "Vie");
    EXPECT_EQ(bytesOf(input->side(".dbf")), "dbf");
    EXPECT_TRUE(input->has(".prj"));
    EXPECT_FALSE(input->has(".shx"));
    EXPECT_FALSE(input->has(".qix"));
    EXPECT_EQ(input->opened.size(), 3U);
}

TEST_F(StagingInto, aGeoPackageIsCopiedWithItsJournal)
{
    std::string head("SQLite format 3\0", 16);
    head.resize(3'000'000, 'x');
    writeText(m_folder / "a.gpkg", head);
    writeText(m_folder / "a.gpkg-wal", "wal");

    const auto input = staged("a.gpkg");

    ASSERT_TRUE(input);
    EXPECT_FALSE(fs::is_symlink(input->file));
    EXPECT_EQ(bytesOf(input->file), head);
    EXPECT_EQ(bytesOf(input->folder / "input.gpkg-wal"), "wal");
    EXPECT_EQ(input->bytes, head.size());
}

TEST_F(StagingInto, aLinkAFolderAPipeAndAnEmptyFileAreRefused)
{
    writeText(m_folder / "real.csv", "a,b");
    fs::create_symlink(m_folder / "real.csv", m_folder / "link.csv");
    ::mkfifo((m_folder / "pipe.csv").c_str(), 0600);
    writeText(m_folder / "empty.csv", "");

    for (const char* name : {"link.csv", "private", "pipe.csv", "empty.csv", "none.csv"}) {
        EXPECT_FALSE(staged(name)) << name;
    }
}

TEST_F(StagingInto, aSideFileAloneIsAnsweredWithAdvice)
{
    writeText(m_folder / "a.dbf", "\x03xxxx");

    const auto input = staged("a.dbf");

    ASSERT_FALSE(input);
    EXPECT_NE(input.error().advice.find(".shp"), std::string::npos);
}

TEST_F(StagingInto, theInputGetsAnotherNameWhenItsFormatIsKnownBetter)
{
    writeText(m_folder / "a.zip", "PK\x03\x04");
    auto input = staged("a.zip");
    ASSERT_TRUE(input);

    ASSERT_TRUE(rename(*input, InputFormat::Kmz));

    EXPECT_EQ(input->file.filename(), "input.kmz");
    EXPECT_EQ(bytesOf(input->file), "PK\x03\x04");
}

} // namespace
} // namespace observo::reader
