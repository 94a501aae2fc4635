// SPDX-License-Identifier: GPL-3.0-or-later
#include "tools/AimTool.h"

#include "docks/CameraDock.h"
#include "docks/RecordPage.h"
#include "support/app/OpenWindow.h"
#include "tools/ToolBox.h"

#include "observo/geo/Geodesy.h"
#include "observo/mapview/MapWidget.h"

#include <QLineEdit>
#include <gtest/gtest.h>

namespace observo::test {
namespace {

/// One aimed camera, chosen, in the middle of the map.
class AimToolInTheWindow : public ::testing::Test {
protected:
    AimToolInTheWindow() : opened({aCamera().facing(90).seeing(60, 40)})
    {
        id = opened.folder().reader()->ids({})->front();
        opened.choose(id);
    }

    [[nodiscard]] QPoint handle(app::Handle wanted)
    {
        for (const auto& place : app::handlesOf(*opened.workbench().camera(id))) {
            if (place.handle == wanted) {
                return opened.map().pixelOf(place.at)->toPoint();
            }
        }
        ADD_FAILURE() << "no such handle";
        return {};
    }

    /// The pixel a ground distance away from the camera.
    [[nodiscard]] QPoint pixel(double azimuth, double metres)
    {
        const auto camera = *opened.workbench().camera(id);
        return opened.map().pixelOf(geo::destination(camera.position, Degrees{azimuth}, Metres{metres}))->toPoint();
    }

    [[nodiscard]] QString inForm(std::string_view field)
    {
        return opened.window().inspector().cameraPage().form().row(field)->editor().text();
    }

    OpenWindow opened;
    CameraId id;
};

TEST_F(AimToolInTheWindow, theAxisHandleSetsDirectionAndRangeAndCommitsOnce)
{
    const auto versionBefore = opened.onDisk(id).book.rowVersion;

    opened.drag(handle(app::Handle::Axis), pixel(180, 60));

    const auto stored = opened.onDisk(id);
    EXPECT_NEAR(stored.direction->value, 180.0, 1.0);
    EXPECT_NEAR(stored.range->value, 60.0, 1.0);
    EXPECT_EQ(stored.book.rowVersion, versionBefore + 1) << "one gesture is one edit";
    EXPECT_EQ(opened.workbench().undoLabel(), "Aim camera");
}

TEST_F(AimToolInTheWindow, shiftKeepsTheRangeAndCtrlTheDirection)
{
    opened.drag(handle(app::Handle::Axis), pixel(120, 70), Qt::ShiftModifier);
    EXPECT_NEAR(opened.onDisk(id).direction->value, 120.0, 1.0);
    EXPECT_DOUBLE_EQ(opened.onDisk(id).range->value, 40.0);

    opened.drag(handle(app::Handle::Axis), pixel(200, 70), Qt::ControlModifier);
    EXPECT_NEAR(opened.onDisk(id).direction->value, 120.0, 1.0);
    EXPECT_NEAR(opened.onDisk(id).range->value, 70.0, 1.0);
}

TEST_F(AimToolInTheWindow, anEdgeHandleSetsTheWidthAboutTheAxis)
{
    opened.drag(handle(app::Handle::RightEdge), pixel(90 + 45, 40));

    EXPECT_NEAR(opened.onDisk(id).hfov->value, 90.0, 2.0);
    EXPECT_DOUBLE_EQ(opened.onDisk(id).direction->value, 90.0);
}

TEST_F(AimToolInTheWindow, arrowsTypedNumbersAndTheFormSayTheSame)
{
    opened.key(Qt::Key_Right);
    opened.key(Qt::Key_Right, Qt::ShiftModifier);
    opened.key(Qt::Key_Right, Qt::AltModifier);
    EXPECT_EQ(inForm("direction_deg"), "101.1") << "the form follows while nothing is saved yet";
    EXPECT_DOUBLE_EQ(opened.onDisk(id).direction->value, 90.0);
    opened.key(Qt::Key_Return);
    EXPECT_DOUBLE_EQ(opened.onDisk(id).direction->value, 101.1);

    opened.type("127,5");
    opened.key(Qt::Key_Return);
    EXPECT_DOUBLE_EQ(opened.onDisk(id).direction->value, 127.5);
    EXPECT_EQ(inForm("direction_deg"), "127.5");

    auto& row = *opened.window().inspector().cameraPage().form().row("direction_deg");
    row.editor().entry()->setFocus();
    static_cast<QLineEdit*>(row.editor().entry())->selectAll();
    opened.type("200");
    ASSERT_TRUE(opened.workbench().preview().has_value());
    EXPECT_DOUBLE_EQ(opened.workbench().preview()->direction->value, 200.0) << "the map follows the form";
    opened.key(Qt::Key_Return);
    EXPECT_DOUBLE_EQ(opened.onDisk(id).direction->value, 200.0);
}

TEST_F(AimToolInTheWindow, aTypedRangeEndsWithM)
{
    opened.type("55m");
    opened.key(Qt::Key_Return);

    EXPECT_DOUBLE_EQ(opened.onDisk(id).range->value, 55.0);
    EXPECT_DOUBLE_EQ(opened.onDisk(id).direction->value, 90.0);
}

TEST_F(AimToolInTheWindow, keysThatRestAreCommitted)
{
    opened.key(Qt::Key_Left);

    EXPECT_TRUE(waitUntil([this] { return opened.onDisk(id).direction->value == 89.0; }));
}

TEST_F(AimToolInTheWindow, escTakesBackWhatIsTried)
{
    opened.key(Qt::Key_Left, Qt::ShiftModifier);
    opened.key(Qt::Key_Escape);
    letWork(1200);

    EXPECT_DOUBLE_EQ(opened.onDisk(id).direction->value, 90.0);
    EXPECT_EQ(inForm("direction_deg"), "90");
    EXPECT_TRUE(opened.workbench().selection().single().has_value());
}

TEST_F(AimToolInTheWindow, ctrlArrowsMoveTheCameraByCentimetresAndMetres)
{
    const auto before = opened.onDisk(id).position;

    opened.key(Qt::Key_Up, Qt::ControlModifier);
    opened.key(Qt::Key_Return);
    EXPECT_NEAR(geo::distanceBetween(before, opened.onDisk(id).position).value, 0.1, 1e-3);

    opened.key(Qt::Key_Up, Qt::ControlModifier | Qt::ShiftModifier);
    opened.key(Qt::Key_Return);
    const auto after = opened.onDisk(id).position;
    EXPECT_NEAR(geo::distanceBetween(before, after).value, 1.1, 1e-3);
    EXPECT_NEAR(turnBetween(Degrees{0}, geo::azimuthBetween(before, after)).value, 0.0, 0.1);
}

TEST_F(AimToolInTheWindow, draggingTheSymbolMovesItInOneEdit)
{
    const auto before = opened.onDisk(id);

    opened.drag(pixel(0, 0), pixel(270, 25));

    const auto after = opened.onDisk(id);
    EXPECT_NEAR(geo::distanceBetween(before.position, after.position).value, 25.0, 1.0);
    EXPECT_EQ(after.direction, before.direction);
    EXPECT_EQ(after.book.rowVersion, before.book.rowVersion + 1);
    EXPECT_EQ(opened.workbench().undoLabel(), "Move camera");
}

TEST_F(AimToolInTheWindow, zeroStillShowsEverythingUnlessAHandleIsInHand)
{
    EXPECT_FALSE(opened.window().tools().select().aim().wantsDigits(Qt::Key_0));
    opened.key(Qt::Key_Space);
    EXPECT_TRUE(opened.window().tools().select().aim().wantsDigits(Qt::Key_0));
}

} // namespace
} // namespace observo::test
