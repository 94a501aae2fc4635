// SPDX-License-Identifier: GPL-3.0-or-later
#include "docks/CameraDock.h"
#include "docks/RecordPage.h"
#include "forms/FieldForm.h"
#include "support/app/LongestGap.h"
#include "support/app/OpenWindow.h"
#include "support/census/BusyNeighbour.h"

#include "observo/core/Edits.h"
#include "observo/mapview/MapWidget.h"

#include <QLabel>
#include <gtest/gtest.h>

#include <optional>

namespace observo::test {
namespace {

/// The neighbour keeps the file for a second; a window that waited for it would stand still as long.
constexpr int kHeld = 1000;
/// What is left of it for a slow and busy machine: an edit on the GUI thread would take all of `kHeld`.
constexpr double kLongest = 400.0;

CameraId onlyCamera(OpenWindow& opened)
{
    return opened.folder().reader()->ids({})->front();
}

/// Names the camera without waiting.
void rename(OpenWindow& opened, CameraId id, const std::string& name)
{
    opened.workbench().perform(renameCamera(*opened.workbench().camera(id), name));
}

TEST(Saving, theWindowGoesOnWhileSomebodyElseHoldsTheFile)
{
    OpenWindow opened({aCamera().named("Ponte").facing(10)});
    const auto id = onlyCamera(opened);
    opened.choose(id);
    std::optional<BusyNeighbour> neighbour(std::in_place, opened.folder().file(), BusyNeighbour::Holds::Reserved);
    ASSERT_TRUE(neighbour->isBusy());
    LongestGap gap;

    rename(opened, id, "Ponte Nord");
    opened.workbench().perform(turnCamera(*opened.workbench().camera(id), Degrees{90}));
    letWork(kHeld);

    EXPECT_LT(gap.take(), kLongest);
    EXPECT_TRUE(opened.workbench().isSaving());
    EXPECT_EQ(opened.part<QLabel>("savedLabel").text(), "Saving…");
    EXPECT_EQ(opened.workbench().inventory().find(id)->name, "Ponte") << "the census is what is on disk";
    ASSERT_TRUE(opened.map().scene().preview.has_value()) << "and what waits is seen";
    EXPECT_EQ(opened.map().scene().preview->direction, Degrees{90});
    EXPECT_EQ(opened.map().scene().preview->name, "Ponte Nord");

    neighbour.reset();
    opened.settle();
    EXPECT_EQ(opened.onDisk(id).name, "Ponte Nord") << "two edits of one camera, one made on top of the other";
    EXPECT_EQ(opened.onDisk(id).direction, Degrees{90});
    EXPECT_FALSE(opened.map().scene().preview.has_value());
    EXPECT_TRUE(opened.part<QLabel>("savedLabel").text().startsWith("Saved at"));
    EXPECT_EQ(opened.workbench().undoLabel(), "Turn camera");
}

TEST(Saving, aFileThatCannotBeReadForAMomentHoldsNothingUp)
{
    OpenWindow opened({aCamera().named("Ponte").facing(10), aCamera().named("Stazione").at(7.70, 45.08)});
    const auto ids = *opened.folder().reader()->ids({});
    ASSERT_TRUE(waitUntil([&] { return opened.workbench().jobs().running().isEmpty(); }));
    letWork(300);
    std::optional<BusyNeighbour> neighbour(std::in_place, opened.folder().file(), BusyNeighbour::Holds::Exclusive);
    ASSERT_TRUE(neighbour->isBusy());
    auto& page = opened.window().inspector().cameraPage();
    LongestGap gap;

    opened.workbench().selection().choose(ids.front());
    letWork(kHeld / 2);
    opened.workbench().selection().choose(ids.back());
    letWork(kHeld / 2);

    EXPECT_LT(gap.take(), kLongest);
    neighbour.reset();
    ASSERT_TRUE(waitUntil([&] { return page.form().model().isLoaded(); }));
    EXPECT_EQ(uuidOf(page.form().model().base()), ids.back().uuid);
}

TEST(Saving, editsLandInTheOrderInWhichTheyWereMade)
{
    OpenWindow opened({aCamera().named("Ponte")});
    const auto id = onlyCamera(opened);

    for (int i = 1; i <= 5; ++i) {
        rename(opened, id, "Ponte " + std::to_string(i));
    }
    opened.workbench().undo();
    opened.workbench().undo();
    opened.workbench().redo();
    opened.settle();

    EXPECT_EQ(opened.onDisk(id).name, "Ponte 4");
    std::vector<std::string> labels;
    for (const auto& entry : logOf(*opened.folder().reader())) {
        labels.push_back(entry.label);
    }
    const std::vector<std::string> last(labels.end() - 8, labels.end());
    EXPECT_EQ(last, (std::vector<std::string>{"Rename camera", "Rename camera", "Rename camera", "Rename camera",
                                              "Rename camera", "Undo: Rename camera", "Undo: Rename camera",
                                              "Redo: Rename camera"}));
}

TEST(Saving, aCameraPlacedAndTurnedBeforeItIsSavedIsSavedTurned)
{
    OpenWindow opened;
    std::optional<BusyNeighbour> neighbour(std::in_place, opened.folder().file(), BusyNeighbour::Holds::Reserved);
    const auto id = CameraId::make();

    opened.workbench().place(placeCamera(id, {7.686, 45.07}), id);
    opened.workbench().perform(turnCamera(*opened.workbench().camera(id), Degrees{45}));
    letWork(50);
    EXPECT_EQ(opened.workbench().selection().single(), id);
    neighbour.reset();
    opened.settle();

    EXPECT_EQ(opened.onDisk(id).direction, Degrees{45});
    EXPECT_FALSE(opened.onDisk(id).code.empty());
}

TEST(Saving, anotherOnThePoleWaitsForTheSiteOfTheOneBeingSaved)
{
    OpenWindow opened;
    std::optional<BusyNeighbour> neighbour(std::in_place, opened.folder().file(), BusyNeighbour::Holds::Reserved);
    const auto id = CameraId::make();
    opened.workbench().place(placeCamera(id, {7.686, 45.07}), id);

    opened.window().commands()[app::Command::AnotherHere].trigger();
    neighbour.reset();

    ASSERT_TRUE(waitUntil([&] { return opened.camerasOnDisk() == 2U; }));
    const auto second = *opened.workbench().selection().single();
    EXPECT_NE(second, id);
    EXPECT_EQ(opened.onDisk(second).siteCode, opened.onDisk(id).siteCode);
    EXPECT_FALSE(opened.onDisk(id).siteCode.empty());
}

TEST(Saving, closingInTheMiddleWaitsAndLosesNothing)
{
    OpenWindow opened({aCamera().named("Ponte")});
    const auto id = onlyCamera(opened);
    std::optional<BusyNeighbour> neighbour(std::in_place, opened.folder().file(), BusyNeighbour::Holds::Reserved);
    rename(opened, id, "Ponte Nord");
    rename(opened, id, "Ponte Sud");
    LongestGap gap;

    EXPECT_FALSE(opened.window().close());
    letWork(300);
    EXPECT_TRUE(opened.window().isVisible()) << "its progress is seen";
    neighbour.reset();

    ASSERT_TRUE(waitUntil([&] { return !opened.window().isVisible(); }));
    EXPECT_LT(gap.take(), kLongest);
    EXPECT_EQ(opened.onDisk(id).name, "Ponte Sud");
}

TEST(Saving, aQueueThatIsTakenDownWritesWhatWaitsInIt)
{
    OpenWindow opened({aCamera().named("Ponte")});
    const auto id = onlyCamera(opened);
    rename(opened, id, "Ponte Nord");
    rename(opened, id, "Ponte Sud");

    opened.workbench().close();

    EXPECT_EQ(opened.onDisk(id).name, "Ponte Sud");
}

TEST(Saving, aRefusalArrivesAtTheFormWithWhatWasTyped)
{
    OpenWindow opened({aCamera().named("Ponte").facing(10)});
    const auto id = onlyCamera(opened);
    opened.choose(id);
    auto& page = opened.window().inspector().cameraPage();
    ASSERT_EQ(sqlite(opened.folder().file(), "UPDATE camera SET notes = 'changed elsewhere'"), "");

    page.form().focusField("name");
    opened.type("x");
    ASSERT_TRUE(page.apply());
    opened.settle();

    EXPECT_EQ(opened.onDisk(id).name, "Ponte");
    EXPECT_TRUE(page.isDirty()) << "what was typed is still there";
    EXPECT_TRUE(page.findChild<QLabel*>("refusal")->isVisible());
    EXPECT_FALSE(opened.workbench().isSaving(id.uuid));
    ASSERT_TRUE(page.apply()) << "with the new values in sight it may be tried again";
    opened.settle();
    EXPECT_EQ(opened.onDisk(id).name, "x");
    EXPECT_EQ(opened.onDisk(id).notes, "changed elsewhere");
}

TEST(Saving, aPlacingThatIsRefusedChoosesNothingAndGivesTheToolBack)
{
    OpenWindow opened({aCamera()});
    const auto other = opened.folder().open("berto");
    static_cast<void>(addCamera(*other, aCamera())); // takes the lock
    const auto id = CameraId::make();
    bool refused = false;

    opened.workbench().place(placeCamera(id, {7.686, 45.07}), id, [&] { refused = true; });
    opened.settle();

    EXPECT_TRUE(refused);
    EXPECT_TRUE(opened.workbench().selection().isEmpty());
    EXPECT_FALSE(opened.workbench().isWritable());
    EXPECT_FALSE(opened.workbench().preview().has_value());
}

TEST(Saving, cancellingBeforeTheCommitChangesNothing)
{
    OpenWindow opened({aCamera().named("Ponte")});
    const auto id = onlyCamera(opened);
    std::optional<BusyNeighbour> neighbour(std::in_place, opened.folder().file(), BusyNeighbour::Holds::Reserved);
    rename(opened, id, "Ponte Nord");
    letWork(50);
    for (const auto& job : opened.workbench().jobs().running()) {
        opened.workbench().jobs().cancel(job.id);
    }
    neighbour.reset();
    opened.settle();

    EXPECT_EQ(opened.onDisk(id).name, "Ponte");
    EXPECT_FALSE(opened.workbench().isSaving());
    EXPECT_FALSE(opened.workbench().preview().has_value());
}

} // namespace
} // namespace observo::test
