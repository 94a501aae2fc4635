// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/LabelBoard.h"

#include "support/render/Pictures.h"

#include <gtest/gtest.h>

namespace observo::render {
namespace {

PlacedLabel labelAt(QPointF centre, double degrees = 0.0)
{
    return {.lettering = {.text = QStringLiteral("Via Giuseppe Garibaldi"), .colour = Qt::black, .halo = Qt::white},
            .centre = centre,
            .degrees = degrees};
}

TEST(LabelBoard, aPlaceIsGivenOnce)
{
    LabelBoard board({200, 100});

    EXPECT_TRUE(board.tryTake(QRectF(20, 20, 50, 12)));
    EXPECT_FALSE(board.tryTake(QRectF(60, 25, 50, 12)));
    EXPECT_TRUE(board.tryTake(QRectF(20, 40, 50, 12)));
}

TEST(LabelBoard, symbolsTakeTheirPlaceEvenAtTheEdge)
{
    LabelBoard board({200, 100});
    board.take({-10, -10, 30, 30});

    EXPECT_FALSE(board.tryTake(QRectF(15, 15, 20, 10)));
    EXPECT_TRUE(board.tryTake(QRectF(30, 30, 20, 10)));
}

TEST(LabelBoard, nothingIsCutByTheEdge)
{
    LabelBoard board({200, 100});

    EXPECT_FALSE(board.tryTake(QRectF(-1, 20, 50, 12)));
    EXPECT_FALSE(board.tryTake(QRectF(160, 20, 50, 12)));
    EXPECT_FALSE(board.tryTake(QRectF(20, 95, 50, 12)));
}

TEST(LabelBoard, aRefusedLabelLeavesNoTrace)
{
    LabelBoard board({200, 100});
    board.take({100, 50, 4, 4});
    ASSERT_FALSE(board.tryTake(QRectF(20, 45, 100, 12)));

    EXPECT_TRUE(board.tryTake(QRectF(20, 45, 60, 12)));
}

TEST(LabelBoard, aTurnedTextTakesAStripAndNotItsBox)
{
    LabelBoard board({400, 400});

    ASSERT_TRUE(board.tryTake(labelAt({200, 200}, 45.0)));

    EXPECT_FALSE(board.tryTake(QRectF(195, 195, 10, 10)));
    EXPECT_TRUE(board.tryTake(QRectF(230, 150, 20, 20))); // beside the strip, inside its bounding box
}

TEST(LabelBoard, drawsEachLabelWhereItWasPlaced)
{
    QImage image(300, 100, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::gray);
    QPainter painter(&image);
    const std::vector<PlacedLabel> labels{labelAt({150, 25}), labelAt({150, 75})};
    drawLabels(painter, labels);
    painter.end();

    EXPECT_GT(test::countLike(image.copy(0, 10, 300, 30), Qt::black, 60), 80);
    EXPECT_GT(test::countLike(image.copy(0, 60, 300, 30), Qt::black, 60), 80);
    EXPECT_EQ(test::countLike(image.copy(0, 45, 300, 10), Qt::gray, 0), 3000);
}

} // namespace
} // namespace observo::render
