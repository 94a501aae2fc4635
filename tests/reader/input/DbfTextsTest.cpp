// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/DbfTexts.h"

#include "reader/ReaderFiles.h"
#include "support/TestPlaces.h"

#include <gtest/gtest.h>

namespace observo::reader {
namespace {

TEST(DbfTexts, theTextsWithAccentsAreTheSample)
{
    const test::TemporaryFolder folder;
    ASSERT_FALSE(camerasAs(folder.path(), "c.shp", {"-lco", "ENCODING=CP850"}).empty());

    auto bytes = bytesOf(folder / "c.dbf");
    bytes[29] = '\x02';
    writeText(folder / "c.dbf", bytes);

    const auto texts = lookAtDbf(folder / "c.dbf");

    EXPECT_EQ(texts.declared.name, "CP850");
    EXPECT_EQ(texts.declared.evidence, feed::Evidence::Declared);
    EXPECT_EQ(texts.sample, "Citt\x85\nperch\x82\n");
}

TEST(DbfTexts, aMissingAndABrokenFileSayNothing)
{
    const test::TemporaryFolder folder;
    writeText(folder / "short.dbf", "\x03");
    writeText(folder / "wild.dbf", std::string(32, '\xFF'));

    EXPECT_EQ(lookAtDbf(folder / "none.dbf").declared.name, "");
    EXPECT_EQ(lookAtDbf(folder / "short.dbf").declared.name, "");
    EXPECT_EQ(lookAtDbf(folder / "wild.dbf").sample, "");
}

TEST(DbfTexts, theSideFileNamesItsEncoding)
{
    const test::TemporaryFolder folder;
    writeText(folder / "a.cpg", "\xEF\xBB\xBF"
                                "1252 \r\n");
    writeText(folder / "empty.cpg", "");

    EXPECT_EQ(lookAtCpg(folder / "a.cpg").name, "1252");
    EXPECT_EQ(lookAtCpg(folder / "a.cpg").evidence, feed::Evidence::SideFile);
    EXPECT_EQ(lookAtCpg(folder / "empty.cpg").name, "");
    EXPECT_EQ(lookAtCpg(folder / "none.cpg").evidence, feed::Evidence::None);
}

} // namespace
} // namespace observo::reader
