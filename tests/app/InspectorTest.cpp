// SPDX-License-Identifier: GPL-3.0-or-later
#include "docks/CameraDock.h"
#include "docks/RecordPage.h"
#include "docks/SeveralPage.h"
#include "docks/SummaryPage.h"
#include "forms/FieldForm.h"
#include "support/app/OpenWindow.h"

#include "observo/core/Edits.h"
#include "observo/mapview/MapWidget.h"

#include <QApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <gtest/gtest.h>

namespace observo::test {
namespace {

/// Three cameras of which the first two share their height and differ in their names and tilts.
class Inspector : public ::testing::Test {
protected:
    Inspector()
        : opened({aCamera().coded("TO-0001").named("Ponte Nord").mountedAt(4).tilted(10).at(7.6860, 45.0700),
                  aCamera().coded("TO-0002").named("Ponte Sud").mountedAt(4).tilted(20).at(7.6880, 45.0710),
                  aCamera().coded("TO-0003").named("Stazione").mountedAt(6).at(7.6900, 45.0720)})
    {
        for (const auto* name : {"Ponte Nord", "Ponte Sud", "Stazione"}) {
            ids.push_back(opened.workbench().inventory().search(name, 1).front());
        }
    }

    app::SeveralPage& several() { return opened.window().inspector().severalPage(); }
    void chooseTwo()
    {
        opened.workbench().selection().set({ids[0], ids[1]});
        ASSERT_TRUE(waitUntil([&] { return several().form().model().isLoaded(); }));
    }
    static void put(OpenWindow& opened, app::FieldForm& form, std::string_view field, const QString& text)
    {
        auto* line = qobject_cast<QLineEdit*>(form.row(field)->editor().entry());
        ASSERT_NE(line, nullptr);
        line->setFocus();
        line->selectAll();
        opened.type(text);
    }

    OpenWindow opened;
    std::vector<CameraId> ids;
};

TEST_F(Inspector, severalCamerasShowWhatTheyShareAndSayWhereTheyDiffer)
{
    chooseTwo();

    auto& form = several().form();
    EXPECT_EQ(form.row("mount_height_m")->editor().text(), "4");
    EXPECT_EQ(form.row("mount_height_m")->messageCount(), 0);
    EXPECT_EQ(form.row("tilt_deg")->editor().text(), "");
    EXPECT_EQ(form.row("tilt_deg")->messageText(), "Not the same for all.");
    EXPECT_TRUE(form.row("name")->isHidden()) << "a name is of one camera alone";
    EXPECT_TRUE(form.row("position")->isHidden());
}

TEST_F(Inspector, whatIsTypedForSeveralGoesToAllAsOneEdit)
{
    chooseTwo();
    put(opened, several().form(), "tilt_deg", "15");
    put(opened, several().form(), "mount_height_m", "5,5");

    opened.key(Qt::Key_Return);

    for (const auto& id : {ids[0], ids[1]}) {
        EXPECT_DOUBLE_EQ(opened.onDisk(id).tilt->value, 15.0);
        EXPECT_DOUBLE_EQ(opened.onDisk(id).mountHeight->value, 5.5);
    }
    EXPECT_EQ(opened.onDisk(ids[0]).name, "Ponte Nord") << "the rest stays";
    EXPECT_FALSE(opened.onDisk(ids[2]).tilt.has_value());
    opened.workbench().undo();
    EXPECT_DOUBLE_EQ(opened.onDisk(ids[0]).tilt->value, 10.0);
    EXPECT_DOUBLE_EQ(opened.onDisk(ids[1]).tilt->value, 20.0);
    EXPECT_DOUBLE_EQ(opened.onDisk(ids[1]).mountHeight->value, 4.0);
}

TEST_F(Inspector, aValueThatCannotBeTakenIsWrittenIntoNone)
{
    chooseTwo();
    put(opened, several().form(), "mount_height_m", "80");

    opened.key(Qt::Key_Return);

    EXPECT_EQ(several().form().row("mount_height_m")->messageText(), "Must be between 0.3 and 60 m.");
    EXPECT_DOUBLE_EQ(opened.onDisk(ids[0]).mountHeight->value, 4.0);
    opened.key(Qt::Key_Escape);
    EXPECT_EQ(several().form().row("mount_height_m")->editor().text(), "4");
}

TEST_F(Inspector, choosingElsewhereAppliesWhatWasTypedForSeveral)
{
    chooseTwo();
    put(opened, several().form(), "tilt_deg", "15");

    opened.workbench().selection().choose(ids[2]);

    EXPECT_DOUBLE_EQ(opened.onDisk(ids[0]).tilt->value, 15.0);
    EXPECT_DOUBLE_EQ(opened.onDisk(ids[1]).tilt->value, 15.0);
    EXPECT_FALSE(opened.onDisk(ids[2]).tilt.has_value());
}

TEST_F(Inspector, theContextCameraIsChosenByItsCode)
{
    opened.choose(ids[0]);
    auto& form = opened.window().inspector().cameraPage().form();
    form.focusField("context_camera_id");
    put(opened, form, "context_camera_id", "TO-0003");
    opened.key(Qt::Key_Return);

    ASSERT_TRUE(opened.onDisk(ids[0]).contextCamera.has_value());
    EXPECT_EQ(*opened.onDisk(ids[0]).contextCamera, ids[2]);
    auto* line = qobject_cast<QLineEdit*>(form.row("context_camera_id")->editor().entry());
    EXPECT_EQ(line->text(), "TO-0003 · Stazione") << "people see a name, never an identifier";

    put(opened, form, "context_camera_id", "Sud");
    opened.key(Qt::Key_Return);
    EXPECT_EQ(*opened.onDisk(ids[0]).contextCamera, ids[1]) << "a part of a name that only one has is enough";

    line->setFocus();
    line->clear();
    opened.type(" ");
    opened.key(Qt::Key_Return);
    EXPECT_FALSE(opened.onDisk(ids[0]).contextCamera.has_value());
}

TEST_F(Inspector, aContextCameraThatDoesNotExistIsRefusedBesideItsField)
{
    opened.choose(ids[0]);
    auto& form = opened.window().inspector().cameraPage().form();
    form.focusField("context_camera_id");
    put(opened, form, "context_camera_id", "TO-9999");

    opened.key(Qt::Key_Return);

    EXPECT_EQ(form.row("context_camera_id")->messageText(), "No single camera has this code or name.");
    EXPECT_FALSE(opened.onDisk(ids[0]).contextCamera.has_value());
}

TEST_F(Inspector, theFindingsFitTheWidthOfThePanel)
{
    auto& scroll = opened.part<QScrollArea>("findingsScroll");
    ASSERT_TRUE(waitUntil([&] { return scroll.widget()->findChildren<QPushButton*>().size() > 1; }));
    letWork(50);

    EXPECT_LE(scroll.widget()->width(), scroll.viewport()->width());
    for (const auto* line : scroll.widget()->findChildren<QPushButton*>()) {
        EXPECT_LE(line->geometry().right(), scroll.viewport()->width()) << line->accessibleName().toStdString();
        EXPECT_GE(line->height(), line->heightForWidth(line->width())) << line->accessibleName().toStdString();
    }
}

TEST_F(Inspector, tabGoesFromTheMapThroughTheInspectorToTheTable)
{
    ASSERT_TRUE(waitUntil(
        [&] { return opened.part<QScrollArea>("findingsScroll").widget()->findChildren<QPushButton*>().size() > 1; }));
    opened.map().setFocus();
    const auto isIn = [&](const QWidget& part) { return part.isAncestorOf(QApplication::focusWidget()); };
    bool metInspector = false;
    for (int i = 0; i < 60 && !isIn(opened.part<QWidget>("TableDock")); ++i) {
        opened.key(Qt::Key_Tab);
        ASSERT_NE(QApplication::focusWidget(), nullptr);
        EXPECT_FALSE(isIn(opened.part<QWidget>("StatusStrip"))) << "the foot comes last";
        metInspector = metInspector || isIn(opened.window().inspector());
    }

    EXPECT_TRUE(metInspector);
    EXPECT_TRUE(isIn(opened.part<QWidget>("TableDock")));
}

TEST_F(Inspector, aNarrowWindowLaysItOverTheMapAndOnlyWithAChosenCamera)
{
    auto& window = opened.window();
    auto& inspector = window.inspector();
    const int mapWidth = opened.map().width();
    window.resize(1024, 700);
    letWork(50);
    EXPECT_FALSE(inspector.isVisible());
    EXPECT_FALSE(opened.part<QWidget>("TableDock").isVisible());

    opened.choose(ids[0]);
    letWork(50);
    ASSERT_TRUE(inspector.isVisible());
    EXPECT_EQ(inspector.window(), &window);
    EXPECT_GT(opened.map().width(), 900) << "the map keeps its width beneath";
    EXPECT_EQ(inspector.mapTo(&window, inspector.rect().topRight()).x(), window.width() - 1);
    opened.map().setFocus();
    opened.key(Qt::Key_Escape);
    EXPECT_FALSE(inspector.isVisible());
    opened.key(Qt::Key_I);
    EXPECT_TRUE(inspector.isVisible()) << "the summary is one key away";

    window.resize(1280, 800);
    letWork(50);
    EXPECT_TRUE(inspector.isVisible());
    EXPECT_TRUE(opened.part<QWidget>("TableDock").isVisible());
    EXPECT_NEAR(opened.map().width(), mapWidth, 2);
}

TEST_F(Inspector, theMapMakesWayForWhatIsChosenUnderTheInspector)
{
    opened.window().resize(1024, 700);
    letWork(50);
    auto view = opened.map().viewport();
    opened.workbench().goTo(opened.onDisk(ids[0]).position);
    view = opened.map().viewport();
    opened.map().setViewport(view.panned({400, 0}));
    ASSERT_TRUE(waitUntil([&] { return opened.map().isUpToDate(); }));

    opened.clickMap(opened.map().pixelOf(opened.onDisk(ids[0]).position)->toPoint());

    ASSERT_TRUE(waitUntil([&] { return opened.window().inspector().isVisible(); }));
    letWork(50);
    const auto seen = opened.map().mapToGlobal(opened.map().pixelOf(opened.onDisk(ids[0]).position)->toPoint());
    const auto& inspector = opened.window().inspector();
    EXPECT_LT(seen.x(), inspector.mapToGlobal(QPoint(0, 0)).x());
}

} // namespace
} // namespace observo::test
