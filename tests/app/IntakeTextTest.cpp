// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/IntakeText.h"

#include "Speech.h"
#include "intake/ReceiptText.h"
#include "intake/ReviewText.h"
#include "support/Builders.h"

#include <gtest/gtest.h>

namespace observo::app {
namespace {

/// Speaks Italian for the length of a test.
class IntakeWords : public ::testing::Test {
protected:
    IntakeWords() { speak(Language::Italian); }
    ~IntakeWords() override { speak(Language::English); }
};

TEST_F(IntakeWords, countsNameOnlyWhatThereIs)
{
    EXPECT_EQ(countsText({.read = 1240, .added = 1212, .review = 27, .rejected = 1}),
              "1.240 lette: 1.212 aggiunte, 27 da decidere, 1 rifiutate.");
    EXPECT_EQ(countsText({}), "0 lette.");
}

TEST_F(IntakeWords, columnsAreCalledAsTheFormCallsThem)
{
    EXPECT_EQ(targetText("mount_height_m"), "Altezza di installazione");
    EXPECT_EQ(targetText("lon"), "Longitudine");
    EXPECT_EQ(targetText(""), "resta com'è");
}

TEST_F(IntakeWords, columnsShowWhatTheirValuesBecome)
{
    const auto* type = findField(RecordKind::Camera, "camera_type");
    exchange::ImportPreview preview;
    preview.columns = {{.name = "TIPO", .target = "camera_type"}, {.name = "NOTE2"}};
    preview.rows.push_back(
        {.number = 2, .cells = {{.text = "Tlc", .values = {{type, std::string("ptz")}}}, {.text = "<b>x</b>"}}});
    preview.rows.push_back({.number = 3, .cells = {{.text = "boh", .remarkIt = "non è previsto"}, {}}});

    const auto table = columnsText(preview);

    ASSERT_EQ(table.rows.size(), 2U);
    EXPECT_TRUE(table.rows[0][1].isBold);
    EXPECT_EQ(table.rows[0][2].text, "Tlc | boh");
    EXPECT_TRUE(table.rows[0][3].text.startsWith("⚠ ")) << "a mark, not a colour";
    EXPECT_EQ(table.rows[0][3].tip, "non è previsto");
    EXPECT_EQ(table.rows[1][2].text, "<b>x</b>") << "data stays what it is";
    EXPECT_EQ(table.rows[1][3].text, "");
}

TEST_F(IntakeWords, aWayIsToldAsDistanceAndWind)
{
    const Camera mine = test::aCamera().at(7.68, 45.07).coded("A-1");
    Camera theirs = mine;
    theirs.position.lat += 0.0001;
    const exchange::Doubt doubt{.mine = mine, .theirs = theirs};

    EXPECT_EQ(apartText(doubt), "B (altra parte) sta 11 m a nord di A (censimento).");
    EXPECT_EQ(questionText(doubt), "È la telecamera A-1?");
}

TEST_F(IntakeWords, attributesOfImportsAreReadable)
{
    Camera mine = test::aCamera().at(7.68, 45.07).coded("A-1");
    mine.extra = R"({"NOTE2":"là","H":3})";
    Camera theirs = mine;
    theirs.extra = "";
    const auto lines = linesOf({.mine = mine, .theirs = theirs, .fields = {"extra"}}, false);

    ASSERT_EQ(lines.size(), 1U);
    EXPECT_EQ(lines.front().mine, "H: 3; NOTE2: là");
    EXPECT_EQ(lines.front().theirs, "");
}

TEST_F(IntakeWords, equalFieldsComeWhenTheyAreWanted)
{
    const Camera mine = test::aCamera().at(7.68, 45.07).coded("A-1").named("Ponte");
    Camera theirs = mine;
    theirs.name = "Ponte Nord";
    const exchange::Doubt doubt{.mine = mine, .theirs = theirs, .fields = exchange::differencesOf(mine, theirs)};

    EXPECT_EQ(linesOf(doubt, false).size(), 1U);
    const auto all = linesOf(doubt, true);
    ASSERT_GT(all.size(), 3U);
    EXPECT_TRUE(all.front().differs);
    EXPECT_FALSE(all.back().differs);
    EXPECT_EQ(all.back().mine, all.back().theirs);
}

} // namespace
} // namespace observo::app
