// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/cli/CliRun.h"

#include <QImage>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace observo::test {
namespace {

using nlohmann::json;

TEST(RenderCommand, drawsTheCamerasIntoAPictureOfTheSizeAskedFor)
{
    const CliCensus census;
    (void)census.add({"camera_type=fixed", "direction_deg=90", "hfov_deg=70", "range_m=40", "status=active"});

    const auto rendered = census.run(
        "render", {"-o", census.path("map.png"), "--bbox", "7.685,45.069,7.689,45.072", "--size", "400x300", "--json"});

    ASSERT_EQ(rendered.status, 0) << rendered.err;
    EXPECT_EQ(json::parse(rendered.out).at("cameras_drawn"), 1);
    EXPECT_GE(json::parse(rendered.out).at("milliseconds"), 0.0);
    const QImage image(QString::fromStdString(census.path("map.png")));
    EXPECT_EQ(image.size(), QSize(400, 300));
}

TEST(RenderCommand, withoutTheCameraLayerTheMapIsEmpty)
{
    const CliCensus census;
    (void)census.add();
    const auto rendered = census.run("render", {"-o", census.path("map.png"), "--bbox", "7.685,45.069,7.689,45.072",
                                                "--size", "100x100", "--layers", "labels", "--json"});
    ASSERT_EQ(rendered.status, 0) << rendered.err;
    EXPECT_EQ(json::parse(rendered.out).at("cameras_drawn"), 0);
}

TEST(RenderCommand, wrongSizesBoxesAndLayersAreExitTwo)
{
    const CliCensus census;
    const std::vector<std::string> good{"-o", census.path("map.png"), "--bbox", "7,45,8,46"};
    for (const std::string size : {"0x10", "10", "axb", "10x99999", "10x10x10"}) {
        auto arguments = good;
        arguments.insert(arguments.end(), {"--size", size});
        EXPECT_EQ(census.run("render", arguments).status, 2) << size;
    }
    EXPECT_EQ(census.run("render", {"-o", census.path("m.png"), "--bbox", "8,45,7,46", "--size", "9x9"}).status, 2);
    EXPECT_EQ(
        census.run("render", {"-o", census.path("m.png"), "--bbox", "7,45,8,46", "--size", "9x9", "--layers", "x"})
            .status,
        2);
}

TEST(RenderCommand, anExistingPictureIsRefused)
{
    const CliCensus census;
    const std::vector<std::string> arguments{"-o", census.path("m.png"), "--bbox", "7,45,8,46", "--size", "9x9"};
    ASSERT_EQ(census.run("render", arguments).status, 0);
    EXPECT_EQ(census.run("render", arguments).status, 6);
}

} // namespace
} // namespace observo::test
