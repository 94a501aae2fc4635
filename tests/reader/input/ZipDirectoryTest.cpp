// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/ZipDirectory.h"

#include "reader/ReaderFiles.h"
#include "support/TestPlaces.h"

#include <gtest/gtest.h>

#include <random>

namespace observo::reader {
namespace {

class ZipDirectoryOf : public testing::Test {
protected:
    Result<std::vector<ZipMember>> read(const std::string& bytes)
    {
        writeText(m_folder / "a.zip", bytes);
        return readZipDirectory(m_folder / "a.zip");
    }
    std::string refusal(const std::string& bytes)
    {
        const auto members = read(bytes);
        return members ? "" : members.error().message();
    }

    test::TemporaryFolder m_folder;
};

TEST_F(ZipDirectoryOf, aGoodZipIsListed)
{
    const auto members = read(zipOf({{"a/vie.shp", "12345"}, {"a/vie.dbf", "1"}}) + "");

    ASSERT_TRUE(members) << members.error().message();
    ASSERT_EQ(members->size(), 2U);
    EXPECT_EQ((*members)[0].name, "a/vie.shp");
    EXPECT_EQ((*members)[0].unpacked, 5U);
    EXPECT_EQ(shapefilesIn(*members), (std::vector<std::string>{"a/vie.shp"}));
}

TEST_F(ZipDirectoryOf, aBombIsRefusedByItsSizeAndByItsRatio)
{
    EXPECT_NE(refusal(zipOf({{"a.shp", std::string(3'000'000, 'x'), 220'000'000}})).find("200 MiB"), std::string::npos);
    EXPECT_NE(refusal(zipOf({{"a.shp", std::string(1000, 'x'), 10'000'000}})).find("hundredfold"), std::string::npos);
}

class LeadsOut : public ZipDirectoryOf, public testing::WithParamInterface<const char*> {};

TEST_P(LeadsOut, aNameIsRefused)
{
    EXPECT_NE(refusal(zipOf({{GetParam(), "x"}})).find("leads out"), std::string::npos);
}

INSTANTIATE_TEST_SUITE_P(Rows, LeadsOut,
                         testing::Values("../a.shp", "a/../../b.shp", "/etc/a.shp", "..\\a.shp", "C:\\a.shp", "a/.."));

TEST_F(ZipDirectoryOf, encryptionAndMembersInOneAnothersPlaceAreRefused)
{
    EXPECT_NE(refusal(zipOf({{"a.shp", "x", 0, 1}})).find("encrypted"), std::string::npos);

    auto zip = zipOf({{"a.shp", "x"}, {"b.shp", "y"}});
    for (auto at = zip.find("PK\x01\x02"); at != std::string::npos; at = zip.find("PK\x01\x02", at + 4)) {
        zip[at + 21] = '\x10'; // each claims 4 KiB of packed bytes
    }
    EXPECT_NE(refusal(zip).find("one another's place"), std::string::npos);
}

TEST_F(ZipDirectoryOf, everyBeginningAndManyMutationsAreRefusedOrListed)
{
    const auto whole = zipOf({{"a.shp", "12345"}, {"a.dbf", "12345"}});
    for (std::size_t length = 0; length < whole.size(); ++length) {
        ASSERT_FALSE(read(whole.substr(0, length))) << length;
    }
    std::mt19937 random(7);
    int listed = 0;
    for (int round = 0; round < 2000; ++round) {
        auto bytes = whole;
        bytes[random() % bytes.size()] = static_cast<char>(random());
        listed += read(bytes) ? 1 : 0;
    }
    EXPECT_GT(listed, 0);
    EXPECT_LT(listed, 2000);
}

TEST(ZipDirectory, membersTellTheFormat)
{
    EXPECT_EQ(*formatOfZip({{"xl/workbook.xml"}, {"a.shp"}}), InputFormat::Xlsx);
    EXPECT_EQ(*formatOfZip({{"mimetype"}, {"content.xml"}}), InputFormat::Ods);
    EXPECT_EQ(*formatOfZip({{"doc.KML"}}), InputFormat::Kmz);
    EXPECT_EQ(*formatOfZip({{"x/Vie.SHP"}, {"doc.kml"}}), InputFormat::ZippedShapefile);
    EXPECT_FALSE(formatOfZip({{"__MACOSX/._vie.shp"}, {"readme.txt"}}));
}

} // namespace
} // namespace observo::reader
