// SPDX-License-Identifier: GPL-3.0-or-later
// What docs/actions.md says is counted here: one click, one drag, one key and one typed text are one action each.
#include "docks/CameraDock.h"
#include "support/app/OpenWindow.h"
#include "windows/MessageBar.h"

#include "observo/core/Edits.h"
#include "observo/mapview/MapWidget.h"

#include <QApplication>
#include <QMenu>
#include <QTableView>
#include <QTimer>
#include <QToolButton>
#include <gtest/gtest.h>

namespace observo::test {
namespace {

std::vector<Camera> tenCameras()
{
    std::vector<Camera> cameras;
    for (int i = 0; i < 10; ++i) {
        cameras.push_back(aCamera()
                              .coded("TO-000" + std::to_string(i))
                              .inStatus("active")
                              .at(7.6860 + 0.001 * i, 45.0700)
                              .facing(90)
                              .seeing(60, 40));
    }
    return cameras;
}

CameraId coded(OpenWindow& opened, std::string_view code)
{
    const auto camera = opened.folder().reader()->cameraNamed(code);
    expects(camera.has_value());
    return camera->id;
}

/// The handle at the end of the axis of the chosen camera, as the map shows it.
QPoint axisEnd(OpenWindow& opened, const Camera& camera)
{
    const auto end = opened.map().pixelOf(camera.position);
    return QPoint(static_cast<int>(end->x() + 40.0 / opened.map().viewport().metresPerPixel),
                  static_cast<int>(end->y()));
}

TEST(TenTasks, registerACameraAtAKnownPlaceInThree)
{
    OpenWindow opened;

    opened.key(Qt::Key_N);
    opened.type("45,07030 N 7,68690 E");
    opened.key(Qt::Key_Return);

    ASSERT_TRUE(waitUntil([&] { return opened.camerasOnDisk() == 1U; }));
    EXPECT_EQ(opened.actions(), 3);
    EXPECT_NEAR(opened.onDisk(opened.folder().reader()->ids({})->front()).position.lat, 45.0703, 1e-6);
}

TEST(TenTasks, findACameraByItsCodeAndChangeItsStatusInFive)
{
    OpenWindow opened(tenCameras());
    const auto id = coded(opened, "TO-0007");

    opened.key(Qt::Key_K, Qt::ControlModifier);
    opened.type("TO-0007");
    opened.key(Qt::Key_Return);
    opened.key(Qt::Key_S);
    auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
    ASSERT_NE(menu, nullptr);
    for (auto* action : menu->actions()) {
        if (action->text() == "Faulty") {
            opened.click(*menu, menu->actionGeometry(action).center());
            break;
        }
    }

    ASSERT_TRUE(waitUntil([&] { return opened.onDisk(id).status == "faulty"; }));
    EXPECT_EQ(opened.actions(), 5);
}

TEST(TenTasks, aimACameraByMouseInTwo)
{
    OpenWindow opened(tenCameras());
    const auto id = coded(opened, "TO-0005");
    opened.choose(id);
    opened.workbench().selection().clear();
    ASSERT_TRUE(waitUntil([&] { return opened.map().isUpToDate(); }));
    const auto before = opened.onDisk(id);
    const auto camera = opened.map().pixelOf(before.position)->toPoint();

    opened.clickMap(camera);
    const auto handle = axisEnd(opened, before);
    opened.drag(handle, camera + QPoint(0, handle.x() - camera.x()));

    ASSERT_TRUE(waitUntil([&] { return opened.onDisk(id).book.rowVersion > before.book.rowVersion; }));
    EXPECT_EQ(opened.actions(), 2);
    EXPECT_NEAR(opened.onDisk(id).direction->value, 180.0, 2.0);
}

TEST(TenTasks, eachFurtherCameraOnAPoleIsOneKey)
{
    OpenWindow opened;
    opened.key(Qt::Key_N);
    opened.clickMap({300, 200});
    ASSERT_TRUE(waitUntil([&] { return opened.camerasOnDisk() == 1U; }));
    EXPECT_EQ(opened.actions(), 2);

    for (int i = 0; i < 4; ++i) {
        ASSERT_TRUE(waitUntil([&] { return !opened.workbench().isSaving() && opened.workbench().chosen(); }));
        opened.map().setFocus();
        opened.key(Qt::Key_N, Qt::ShiftModifier);
        ASSERT_TRUE(waitUntil([&] { return opened.camerasOnDisk() == static_cast<std::size_t>(2 + i); }));
    }

    EXPECT_EQ(opened.actions(), 6);
    const auto reader = opened.folder().reader();
    const auto ids = *reader->ids({});
    std::set<std::string> sites;
    for (const auto& id : ids) {
        sites.insert(reader->camera(id)->siteCode);
    }
    EXPECT_EQ(sites.size(), 1U) << "all of them on one site";
}

TEST(TenTasks, verifyTenCamerasOfTheRoundInThree)
{
    OpenWindow opened(tenCameras());
    auto& table = opened.part<QTableView>("table");
    ASSERT_TRUE(waitUntil([&] { return table.model()->rowCount() == 10; }));

    opened.click(*table.viewport(), table.visualRect(table.model()->index(0, 0)).center());
    opened.key(Qt::Key_A, Qt::ControlModifier);
    opened.key(Qt::Key_Y);

    const auto verified = [&] {
        const auto ids = *opened.folder().reader()->ids({});
        return std::ranges::all_of(ids, [&](const auto& id) { return !opened.onDisk(id).lastVerifiedOn.empty(); });
    };
    ASSERT_TRUE(waitUntil(verified));
    EXPECT_EQ(opened.actions(), 3);
}

TEST(TenTasks, exportTheInstitutionalEditionAsShapefileInFive)
{
    OpenWindow opened(tenCameras());
    QTimer::singleShot(200, [&] {
        opened.type("patto per la sicurezza");
        opened.key(Qt::Key_Tab);
        opened.type("Prefettura");
        opened.key(Qt::Key_Return);
    });

    opened.key(Qt::Key_E, Qt::ControlModifier);

    auto* bar = opened.window().findChild<app::MessageBar*>();
    ASSERT_TRUE(waitUntil([&] { return bar->isVisible(); }));
    EXPECT_TRUE(bar->text().startsWith("10 cameras exported to census.shp")) << bar->text().toStdString();
    EXPECT_TRUE(std::filesystem::exists(opened.folder().path("census.shp")));
    EXPECT_EQ(opened.actions(), 5);
}

TEST(TenTasks, undoTheLastThreeThingsInThree)
{
    OpenWindow opened(tenCameras());
    const auto id = coded(opened, "TO-0000");
    const auto before = opened.onDisk(id);
    for (const auto* name : {"a", "b", "c"}) {
        static_cast<void>(opened.workbench().perform(renameCamera(opened.onDisk(id), name)));
        ASSERT_TRUE(waitUntil([&] { return opened.onDisk(id).name == name; }));
    }

    for (int i = 0; i < 3; ++i) {
        opened.key(Qt::Key_Z, Qt::ControlModifier);
    }

    ASSERT_TRUE(waitUntil([&] { return opened.onDisk(id).name == before.name; }));
    EXPECT_EQ(opened.actions(), 3);
}

} // namespace
} // namespace observo::test
