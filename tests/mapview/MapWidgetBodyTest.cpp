// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of the widget that are its body: what it fits, how it paints the camera under the cursor.
#include "MapWidgetBody.h"

#include "support/Builders.h"
#include "support/mapview/MapBench.h"
#include "support/render/Pictures.h"

#include "observo/render/Theme.h"

#include <QTest>
#include <gtest/gtest.h>

#include <vector>

namespace observo::mapview {
namespace {

using test::aCamera;
using test::bareScene;
using test::inventoryOf;
using test::kTorino;
using test::MapBench;

TEST(MapWidgetBody, theHoveredCameraHasARing)
{
    MapBench bench;
    bench.map().setScene(bareScene(inventoryOf(std::vector<Camera>{aCamera().at(kTorino)})));
    bench.waitForPicture();
    const auto ringPixels = [&bench] {
        const auto selection = render::Theme::named(render::ThemeName::Light).selection;
        return test::countLike(bench.map().grab().toImage().copy(280, 180, 40, 40), selection, 60);
    };
    EXPECT_EQ(ringPixels(), 0);

    QTest::mouseMove(&bench.map(), {301, 201});
    ASSERT_TRUE(QTest::qWaitFor([&] { return bench.map().hovered().has_value(); }, 2000));

    EXPECT_GT(ringPixels(), 30);
}

TEST(MapWidgetBody, hoverEndsWhenTheCameraIsGone)
{
    MapBench bench;
    bench.map().setScene(bareScene(inventoryOf(std::vector<Camera>{aCamera().at(kTorino)})));
    QTest::mouseMove(&bench.map(), {301, 201});
    ASSERT_TRUE(QTest::qWaitFor([&] { return bench.map().hovered().has_value(); }, 2000));

    bench.map().setScene(bareScene({}));

    EXPECT_FALSE(bench.map().hovered());
}

TEST(MapWidgetBody, nothingIsHoveredWhileAToolHoldsTheButton)
{
    MapBench bench;
    test::NotingTool tool;
    bench.map().setTool(&tool);
    bench.map().setScene(bareScene(inventoryOf(std::vector<Camera>{aCamera().at(kTorino)})));

    QTest::mousePress(&bench.map(), Qt::LeftButton, Qt::NoModifier, {250, 200});
    QTest::mouseMove(&bench.map(), {301, 201});
    QTest::qWait(120);

    EXPECT_FALSE(bench.map().hovered());
    QTest::mouseRelease(&bench.map(), Qt::LeftButton, Qt::NoModifier, {301, 201});
    bench.map().setTool(nullptr);
}

TEST(MapWidgetBody, theDarkThemePaintsTheWidgetDark)
{
    MapBench bench;
    render::Scene scene = bareScene({});
    scene.theme = render::ThemeName::Dark;

    bench.map().setScene(scene);
    bench.waitForPicture();

    EXPECT_EQ(test::colourAt(bench.map().grab().toImage(), {100, 100}),
              render::Theme::named(render::ThemeName::Dark).ground);
}

} // namespace
} // namespace observo::mapview
