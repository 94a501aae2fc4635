// SPDX-License-Identifier: GPL-3.0-or-later
#include "SymbolShapes.h"

#include "observo/core/Fields.h"

#include <gtest/gtest.h>

#include <map>
#include <set>
#include <string>

namespace observo::render {
namespace {

struct ShapeCase {
    const char* type;
    const char* function;
    SymbolShape shape;
};
class ShapeTable : public ::testing::TestWithParam<ShapeCase> {};

TEST_P(ShapeTable, saysTheType)
{
    EXPECT_EQ(shapeOf(GetParam().type, GetParam().function), GetParam().shape);
}

INSTANTIATE_TEST_SUITE_P(SymbolShapes, ShapeTable,
                         ::testing::Values(ShapeCase{"fixed", "context", SymbolShape::CircleNose},
                                           ShapeCase{"bullet", "", SymbolShape::CircleNose},
                                           ShapeCase{"box", "context", SymbolShape::CircleNose},
                                           ShapeCase{"dome_fixed", "context", SymbolShape::Dome},
                                           ShapeCase{"ptz", "context", SymbolShape::Ptz},
                                           ShapeCase{"fisheye", "", SymbolShape::DoubleCircle},
                                           ShapeCase{"multisensor", "context", SymbolShape::DoubleCircle},
                                           ShapeCase{"thermal", "context", SymbolShape::Thermal},
                                           ShapeCase{"trail_camera", "", SymbolShape::Diamond},
                                           ShapeCase{"bodycam", "context", SymbolShape::Mobile},
                                           ShapeCase{"dashcam", "plate_reading", SymbolShape::Mobile},
                                           ShapeCase{"drone", "context", SymbolShape::Mobile},
                                           ShapeCase{"fixed", "plate_reading", SymbolShape::Square},
                                           ShapeCase{"bullet", "access_control", SymbolShape::Square},
                                           ShapeCase{"unknown", "unknown", SymbolShape::CircleNose}));

TEST(SymbolShapes, everyTypeHasABodyThatFitsTheSquare)
{
    for (const CodeInfo& type : codesOf("camera_type")) {
        const SymbolPaths paths = pathsOf(shapeOf(type.code, "context"), {.direction = Degrees{45.0}});
        EXPECT_FALSE(paths.body.isEmpty()) << type.code;
        const QRectF all = paths.body.boundingRect().united(paths.strokes.boundingRect());
        EXPECT_TRUE(QRectF(-14.0, -14.0, 28.0, 28.0).contains(all)) << type.code;
    }
}

TEST(SymbolShapes, theNosePointsInTheDirection)
{
    const SymbolPaths east = pathsOf(SymbolShape::CircleNose, {.direction = Degrees{90.0}});
    const SymbolPaths none = pathsOf(SymbolShape::CircleNose, {});

    EXPECT_NEAR(east.body.boundingRect().right(), 13.0, 0.01);
    EXPECT_NEAR(east.body.boundingRect().left(), -7.5, 0.01);
    EXPECT_NEAR(none.body.boundingRect().width(), 15.0, 0.01);
}

TEST(SymbolShapes, aDomeHangsWithItsFlatSideUp)
{
    const QRectF box = pathsOf(SymbolShape::Dome, {}).body.boundingRect();

    EXPECT_NEAR(box.width(), 20.0, 0.01);
    EXPECT_NEAR(box.height(), 10.0, 0.01);
    EXPECT_TRUE(pathsOf(SymbolShape::Dome, {}).body.contains(QPointF(8.0, -4.5)));
    EXPECT_FALSE(pathsOf(SymbolShape::Dome, {}).body.contains(QPointF(8.0, 4.5)));
}

TEST(SymbolShapes, theArcOfAPtzSpansThePanRange)
{
    // From 45 to 135 degrees: everything east of the camera.
    const SymbolPaths paths = pathsOf(SymbolShape::Ptz, {.panFrom = Degrees{45.0}, .panTo = Degrees{135.0}});
    const QRectF arc = paths.strokes.boundingRect();

    EXPECT_GT(arc.left(), 7.0);
    EXPECT_NEAR(arc.right(), 10.8, 0.01);
    EXPECT_NEAR(arc.top(), -arc.bottom(), 0.01);
}

TEST(SymbolShapes, theBarOfAGateLiesAcrossTheDirection)
{
    const QRectF north = pathsOf(SymbolShape::Square, {.direction = Degrees{0.0}}).strokes.boundingRect();
    const QRectF east = pathsOf(SymbolShape::Square, {.direction = Degrees{90.0}}).strokes.boundingRect();

    EXPECT_GT(north.width(), 10.0);
    EXPECT_LT(north.center().y(), -10.0);
    EXPECT_GT(east.height(), 10.0);
    EXPECT_GT(east.center().x(), 10.0);
    EXPECT_TRUE(pathsOf(SymbolShape::Square, {}).strokes.isEmpty());
}

TEST(SymbolShapes, aThermalCameraHasThreeWaves)
{
    const QPainterPath waves = pathsOf(SymbolShape::Thermal, {}).strokes;
    int begun = 0;
    for (int i = 0; i < waves.elementCount(); ++i) {
        begun += waves.elementAt(i).isMoveTo() ? 1 : 0;
    }

    EXPECT_EQ(begun, 3);
}

TEST(SymbolShapes, everyStatusButActiveHasAMarkOfItsOwn)
{
    std::map<std::string, std::string_view> seen;
    for (const CodeInfo& status : codesOf("status")) {
        const QPainterPath mark = statusMark(status.code);
        EXPECT_EQ(mark.isEmpty(), status.code == "active") << status.code;
        std::string shape;
        for (int i = 0; i < mark.elementCount(); ++i) {
            shape += std::to_string(mark.elementAt(i).x) + ";" + std::to_string(mark.elementAt(i).y) + " ";
        }
        EXPECT_TRUE(seen.emplace(shape, status.code).second) << status.code;
        const QRectF room(-5.5, -5.5, 11.0, 11.0);
        EXPECT_EQ(room.united(mark.boundingRect()), room) << status.code;
    }
}

TEST(SymbolShapes, onlyRoundAndMovingOnesDoWithoutDirection)
{
    EXPECT_FALSE(needsDirection(SymbolShape::DoubleCircle));
    EXPECT_FALSE(needsDirection(SymbolShape::Mobile));
    EXPECT_TRUE(needsDirection(SymbolShape::CircleNose));
    EXPECT_TRUE(needsDirection(SymbolShape::Square));
}

} // namespace
} // namespace observo::render
