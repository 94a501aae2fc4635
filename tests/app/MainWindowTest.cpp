// SPDX-License-Identifier: GPL-3.0-or-later
#include "windows/MainWindow.h"

#include "docks/TableDock.h"
#include "models/CameraTableModel.h"
#include "support/app/OpenWindow.h"
#include "windows/NoticeBar.h"

#include "observo/core/Edits.h"
#include "observo/mapview/MapWidget.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QTableView>
#include <gtest/gtest.h>

namespace observo::test {
namespace {

std::vector<Camera> threeCameras()
{
    return {aCamera().named("Ponte Nord").inStatus("active").at(7.6860, 45.0700).facing(10),
            aCamera().named("Piazza Grande").inStatus("faulty").at(7.6880, 45.0710).facing(20),
            aCamera().named("Stazione").inStatus("active").at(7.6900, 45.0720).facing(30)};
}

CameraId named(OpenWindow& opened, std::string_view name)
{
    const auto found = opened.workbench().inventory().search(name, 1);
    expects(found.size() == 1);
    return found.front();
}

TEST(MainWindow, oneUndoForMapAndFormWithItsNameInTheMenu)
{
    OpenWindow opened(threeCameras());
    const auto id = named(opened, "Stazione");
    const auto before = opened.onDisk(id);
    ASSERT_TRUE(opened.perform(moveCamera(before, {7.6905, 45.0725})));
    ASSERT_TRUE(opened.perform(renameCamera(opened.onDisk(id), "Stazione Est")));
    EXPECT_EQ(opened.window().commands()[app::Command::Undo].text(), "Undo: Rename camera");

    opened.key(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(opened.onDisk(id).name, "Stazione");
    EXPECT_EQ(opened.window().commands()[app::Command::Undo].text(), "Undo: Move camera");
    opened.key(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(opened.onDisk(id).position, before.position);
    opened.key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_NE(opened.onDisk(id).position, before.position);
}

TEST(MainWindow, theNoticeSaysWhatHappenedAndTakesItBack)
{
    OpenWindow opened(threeCameras());
    const auto id = named(opened, "Stazione");
    const auto before = opened.onDisk(id);

    ASSERT_TRUE(opened.perform(changeStatus(before, "faulty", "2026-11-22")));

    EXPECT_EQ(opened.window().notices().text().toStdString(), before.code + ": working status Faulty.");
    opened.click(*opened.window().notices().findChild<QWidget*>("undoButton"));
    EXPECT_EQ(opened.onDisk(id).status, "active");
}

TEST(MainWindow, theMapIsCopiedAsAPicture)
{
    OpenWindow opened(threeCameras());

    opened.key(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);

    const auto picture = QGuiApplication::clipboard()->image();
    EXPECT_EQ(picture.size(), opened.map().size() * opened.map().devicePixelRatioF());
    std::set<QRgb> colours;
    for (int x = 0; x < picture.width(); ++x) {
        colours.insert(picture.pixel(x, picture.height() / 2));
    }
    EXPECT_GT(colours.size(), 2U) << "an empty ground has one";
}

TEST(MainWindow, aCommandThatIsNotPossibleSaysSoInTheSearchBox)
{
    OpenWindow opened(threeCameras());

    opened.key(Qt::Key_K, Qt::ControlModifier);
    opened.type("Remove");
    opened.key(Qt::Key_Return);

    EXPECT_TRUE(opened.window().notices().text().startsWith("“Remove…” is not possible now"))
        << opened.window().notices().text().toStdString();
    EXPECT_EQ(opened.camerasOnDisk(), 3U);
}

TEST(MainWindow, tableAndMapChooseTogether)
{
    OpenWindow opened(threeCameras());
    auto& table = opened.part<QTableView>("table");
    ASSERT_TRUE(waitUntil([&] { return table.model()->rowCount() == 3; }));

    table.selectRow(1);
    ASSERT_TRUE(opened.workbench().selection().single().has_value());
    const auto chosen = *opened.workbench().selection().single();
    EXPECT_EQ(opened.map().scene().selected, std::set<CameraId>{chosen});

    const auto other = named(opened, "Stazione");
    opened.clickMap(opened.map().pixelOf(opened.onDisk(other).position)->toPoint());
    EXPECT_EQ(opened.workbench().selection().single(), other);
    const auto rows = table.selectionModel()->selectedRows();
    ASSERT_EQ(rows.size(), 1);
    EXPECT_EQ(opened.window().table().model().cameraAt(rows.front().row()), other);
}

TEST(MainWindow, theFilterOfTheTableIsThatOfTheMap)
{
    OpenWindow opened(threeCameras());
    opened.key(Qt::Key_F, Qt::ControlModifier);
    opened.type("status = faulty");
    opened.key(Qt::Key_Return);

    ASSERT_TRUE(waitUntil([&] { return opened.map().scene().shown != nullptr; }));
    EXPECT_EQ(*opened.map().scene().shown, std::set<CameraId>{named(opened, "Piazza")});
    EXPECT_EQ(opened.part<QLabel>("count").text(), "Cameras 1 (of 3)");
}

TEST(MainWindow, plainWordsFilterByNameAndAWrongExpressionSaysSo)
{
    OpenWindow opened(threeCameras());
    opened.key(Qt::Key_F, Qt::ControlModifier);
    opened.type("ponte");
    opened.key(Qt::Key_Return);
    ASSERT_TRUE(waitUntil([&] { return opened.window().table().model().rowCount() == 1; }));

    opened.key(Qt::Key_F, Qt::ControlModifier);
    opened.type("stato = faulty");
    EXPECT_TRUE(waitUntil([&] { return opened.part<QLabel>("problem").isVisible(); }));
}

TEST(MainWindow, anEditShowsInItsRowAtOnce)
{
    OpenWindow opened(threeCameras());
    ASSERT_TRUE(waitUntil([&] { return opened.window().table().model().rowCount() == 3; }));
    const auto id = named(opened, "Stazione");

    ASSERT_TRUE(opened.perform(renameCamera(opened.onDisk(id), "Capolinea")));

    auto& model = opened.window().table().model();
    EXPECT_EQ(model.data(model.index(model.rowOf(id), 1), Qt::DisplayRole).toString(), "Capolinea");
}

TEST(MainWindow, searchLeadsToCamerasCoordinatesAndCommands)
{
    OpenWindow opened(threeCameras());

    opened.key(Qt::Key_K, Qt::ControlModifier);
    opened.type("piazza");
    opened.key(Qt::Key_Return);
    EXPECT_TRUE(waitUntil([&] { return opened.workbench().selection().single() == named(opened, "Piazza"); }));

    opened.key(Qt::Key_K, Qt::ControlModifier);
    opened.type("45.08 7.70");
    opened.key(Qt::Key_Return);
    letWork(200);
    const auto centre = opened.map().placeAt(QRectF(opened.map().rect()).center());
    ASSERT_TRUE(centre.has_value());
    EXPECT_NEAR(centre->lat, 45.08, 1e-4);
    EXPECT_NEAR(centre->lon, 7.70, 1e-4);

    opened.key(Qt::Key_K, Qt::ControlModifier);
    opened.type("measure");
    opened.key(Qt::Key_Return);
    EXPECT_TRUE(waitUntil([&] { return opened.window().commands()[app::Command::Measure].isChecked(); }));
}

TEST(MainWindow, severalCamerasAreChangedInOneStep)
{
    OpenWindow opened(threeCameras());
    const auto first = named(opened, "Ponte");
    const auto second = named(opened, "Stazione");
    opened.workbench().selection().set({first, second});
    opened.map().setFocus();

    opened.key(Qt::Key_Y);

    EXPECT_FALSE(opened.onDisk(first).lastVerifiedOn.empty());
    EXPECT_FALSE(opened.onDisk(second).lastVerifiedOn.empty());
    opened.key(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_TRUE(opened.onDisk(first).lastVerifiedOn.empty());
    EXPECT_TRUE(opened.onDisk(second).lastVerifiedOn.empty());
}

TEST(MainWindow, panelsFoldWithOneKey)
{
    OpenWindow opened(threeCameras());
    auto& table = opened.window().table();
    const bool shown = table.isVisible();

    opened.key(Qt::Key_T);
    EXPECT_NE(table.isVisible(), shown);
    opened.map().setFocus();
    opened.key(Qt::Key_T);
    EXPECT_EQ(table.isVisible(), shown);
}

TEST(MainWindow, fitsThousandAndTwentyFourBySixHundredAndForty)
{
    OpenWindow opened(threeCameras());

    opened.window().resize(1024, 640);
    letWork(50);

    EXPECT_LE(opened.window().width(), 1024);
    EXPECT_LE(opened.window().height(), 640);
    EXPECT_GE(opened.map().width(), 480);
}

TEST(MainWindow, whatSomebodyElseWritesShowsByItself)
{
    OpenWindow opened(threeCameras());
    const auto other = opened.folder().open("berto");
    const auto id = named(opened, "Stazione");
    ASSERT_TRUE(other->perform(renameCamera(stored(*other, id), "Capolinea")));

    opened.workbench().look();

    EXPECT_TRUE(waitUntil([&] { return opened.workbench().inventory().find(id)->name == "Capolinea"; }));
}

} // namespace
} // namespace observo::test
