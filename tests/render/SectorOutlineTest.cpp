// SPDX-License-Identifier: GPL-3.0-or-later
#include "SectorOutline.h"

#include "observo/geo/Geodesy.h"
#include "observo/geo/Transform.h"
#include "observo/render/Symbols.h"

#include <gtest/gtest.h>

#include <cmath>
#include <optional>
#include <utility>

namespace observo::render {
namespace {

struct GroundCase {
    int epsg;
    LonLat camera;
    double range;
};

/// The face's promise on real ground: distances and azimuths by geodesics, not by the grid.
class SectorOnTheGround : public ::testing::TestWithParam<GroundCase> {
protected:
    void SetUp() override
    {
        const auto& row = GetParam();
        auto made = geo::Projection::of(row.epsg, row.camera);
        ASSERT_TRUE(made);
        m_projection.emplace(std::move(*made));
        m_viewport.epsg = row.epsg;
        m_viewport.centre = m_projection->project(row.camera);
        m_viewport.metresPerPixel = 0.01;
    }
    LonLat placeOf(QPointF pixel) const { return m_projection->unproject(m_viewport.toMap(pixel)); }
    double distanceOf(QPointF pixel) const { return geo::distanceBetween(GetParam().camera, placeOf(pixel)).value; }
    Degrees azimuthOf(QPointF pixel) const { return geo::azimuthBetween(GetParam().camera, placeOf(pixel)); }

    std::optional<geo::Projection> m_projection;
    Viewport m_viewport;
};

TEST_P(SectorOnTheGround, everyVertexIsAtItsRangeAndTheEdgesAtTheirAzimuth)
{
    const double range = GetParam().range;
    const coverage::ViewSector view{.from = {85.0}, .width = {70.0}, .near = {range / 4}, .range = {range}};

    const QPolygonF outline = sectorOutline(view, GetParam().camera, m_viewport);

    const qsizetype half = outline.size() / 2;
    ASSERT_GE(half, 10);
    for (qsizetype i = 0; i < half; ++i) {
        EXPECT_NEAR(distanceOf(outline[i]), range, range * 0.001);
        EXPECT_NEAR(distanceOf(outline[half + i]), range / 4, range * 0.001 / 4);
    }
    const auto turn = [&](qsizetype vertex, double azimuth) {
        return turnBetween({azimuth}, azimuthOf(outline[vertex])).value;
    };
    EXPECT_NEAR(turn(0, 85.0), 0.0, 0.01);
    EXPECT_NEAR(turn(half - 1, 155.0), 0.0, 0.01);
    EXPECT_NEAR(turn(half, 155.0), 0.0, 0.01);
    EXPECT_NEAR(turn(outline.size() - 1, 85.0), 0.0, 0.01);
    EXPECT_NEAR(turn((half - 1) / 2, 85.0 + 70.0 * static_cast<double>((half - 1) / 2) / static_cast<double>(half - 1)),
                0.0, 0.01);
}

INSTANTIATE_TEST_SUITE_P(Utm, SectorOnTheGround,
                         ::testing::Values(GroundCase{7791, {9.0, 45.0}, 50.0},         // on the meridian
                                           GroundCase{7791, {7.6869, 45.0703}, 50.0},   // Torino
                                           GroundCase{7791, {6.63, 45.1}, 200.0},       // the western end of Italy
                                           GroundCase{7791, {12.4964, 41.9028}, 300.0}, // Roma, outside the zone
                                           GroundCase{7792, {12.4964, 41.9028}, 50.0},
                                           GroundCase{7792, {18.52, 40.15}, 1000.0}, // Otranto
                                           GroundCase{7792, {12.61, 35.5}, 50.0}));  // Lampedusa

TEST(SectorOutline, aSectorFromThePointEndsInTheApex)
{
    const coverage::ViewSector view{.from = {0.0}, .width = {90.0}, .near = {}, .range = {100.0}};

    const QPolygonF outline = sectorPolygon(view, {.apex = {200.0, 150.0}, .pixelsPerMetre = 1.0});

    EXPECT_EQ(outline.last(), QPointF(200.0, 150.0));
    EXPECT_NEAR(outline.first().x(), 200.0, 1e-9);
    EXPECT_NEAR(outline.first().y(), 50.0, 1e-9);
    EXPECT_NEAR(outline[outline.size() - 2].x(), 300.0, 1e-9);
}

TEST(SectorOutline, convergenceTurnsTheSectorOnTheScreen)
{
    const coverage::ViewSector view{.from = {0.0}, .width = {10.0}, .near = {}, .range = {100.0}};

    const QPolygonF outline = sectorPolygon(view, {.apex = {}, .pixelsPerMetre = 1.0, .convergence = {-1.0}});

    EXPECT_NEAR(outline.first().x(), 100.0 * std::sin(kPi / 180.0), 1e-9); // grid azimuth = true azimuth - convergence
}

TEST(SectorOutline, aFullCircleHasNoApex)
{
    const coverage::ViewSector view{.from = {0.0}, .width = {360.0}, .near = {}, .range = {100.0}};

    const QPolygonF outline = sectorPolygon(view, {.apex = {}, .pixelsPerMetre = 1.0});

    for (const QPointF& vertex : outline) {
        EXPECT_NEAR(std::hypot(vertex.x(), vertex.y()), 100.0, 1e-9);
    }
}

TEST(SectorOutline, chordsStayWithinAPixelOfTheArcAtAnySize)
{
    for (const double radius : {5.0, 100.0, 3000.0}) {
        const coverage::ViewSector view{.from = {0.0}, .width = {120.0}, .near = {}, .range = {radius}};
        const QPolygonF outline = sectorPolygon(view, {.apex = {}, .pixelsPerMetre = 1.0});
        for (qsizetype i = 1; i + 1 < outline.size(); ++i) {
            const QPointF middle = (outline[i - 1] + outline[i]) / 2.0;
            EXPECT_GT(std::hypot(middle.x(), middle.y()), radius - 0.2);
        }
        EXPECT_LT(outline.size(), 500);
    }
}

TEST(SectorOutline, anUnknownMapSystemHasNoOutline)
{
    Viewport viewport;
    viewport.epsg = 4326; // degrees, no map

    EXPECT_TRUE(
        sectorOutline({.from = {}, .width = {90.0}, .near = {}, .range = {10.0}}, {9.0, 45.0}, viewport).isEmpty());
}

} // namespace
} // namespace observo::render
