// SPDX-License-Identifier: GPL-3.0-or-later
#include "PictureMaker.h"

#include "support/render/Pictures.h"

#include <QObject>
#include <gtest/gtest.h>

#include <memory>
#include <vector>

namespace observo::mapview {
namespace {

using test::bareScene;
using test::kTorino;
using test::viewportAt;

/// A maker whose pictures are kept.
struct Studio {
    explicit Studio(std::size_t cameras = 0)
        : scene(bareScene(test::manyCameras(cameras, {7.0, 44.5, 8.0, 45.5}))),
          maker(std::make_unique<PictureMaker>(
              jobs, &owner, [this]() -> const render::Scene& { return scene; },
              [this](PictureMaker::Made picture) { made.push_back(std::move(picture)); }))
    {}

    jobs::Jobs jobs;
    QObject owner;
    render::Scene scene;
    std::vector<PictureMaker::Made> made;
    std::unique_ptr<PictureMaker> maker;
};

TEST(PictureMaker, paintsLargerThanTheView)
{
    Studio studio;

    studio.maker->ask({.view = viewportAt(kTorino, 1.0), .scene = 7});
    EXPECT_TRUE(studio.maker->isBusy());
    studio.jobs.waitForAll();

    ASSERT_EQ(studio.made.size(), 1U);
    EXPECT_EQ(studio.made[0].picture.image.size(), QSize(600, 500));
    EXPECT_EQ(studio.made[0].wish.scene, 7U);
    EXPECT_GT(studio.made[0].milliseconds, 0.0);
    EXPECT_FALSE(studio.maker->isBusy());
}

TEST(PictureMaker, theLatestWishIsTheLastPicture)
{
    Studio studio(2000);

    for (int i = 1; i <= 30; ++i) {
        studio.maker->ask({.view = viewportAt({7.5, 45.0}, i * 10.0), .scene = 1});
    }
    studio.jobs.waitForAll();

    ASSERT_FALSE(studio.made.empty());
    EXPECT_DOUBLE_EQ(studio.made.back().wish.view.metresPerPixel, 300.0);
    EXPECT_LE(studio.made.size(), 2U); // those in between were never painted
}

TEST(PictureMaker, aChangedSceneLetsThePictureInWorkEnd)
{
    Studio studio(2000);
    const auto view = viewportAt({7.5, 45.0}, 100.0);

    studio.maker->ask({.view = view, .scene = 1});
    studio.maker->ask({.view = view, .scene = 2});
    studio.maker->ask({.view = view, .scene = 3});
    studio.jobs.waitForAll();

    ASSERT_EQ(studio.made.size(), 2U);
    EXPECT_EQ(studio.made[0].wish.scene, 1U);
    EXPECT_EQ(studio.made[1].wish.scene, 3U);
}

TEST(PictureMaker, aViewWithoutSizeIsNotPainted)
{
    Studio studio;

    studio.maker->ask({.view = viewportAt(kTorino, 1.0, {0, 0}), .scene = 1});

    EXPECT_FALSE(studio.maker->isBusy());
}

TEST(PictureMaker, aViewThatCannotBePaintedIsDropped)
{
    Studio studio;
    auto degrees = viewportAt(kTorino, 1.0);
    degrees.epsg = 6706;

    studio.maker->ask({.view = degrees, .scene = 1});
    studio.jobs.waitForAll();

    EXPECT_TRUE(studio.made.empty());
    EXPECT_FALSE(studio.maker->isBusy());
}

} // namespace
} // namespace observo::mapview
