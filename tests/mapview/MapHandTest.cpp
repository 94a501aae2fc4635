// SPDX-License-Identifier: GPL-3.0-or-later
#include "MapHand.h"

#include <gtest/gtest.h>

namespace observo::mapview {
namespace {

TEST(MapHand, aTremblingClickIsNoPan)
{
    MapHand hand;
    hand.press({100, 100}, Qt::LeftButton, true);

    EXPECT_FALSE(hand.move({101, 102}));
    EXPECT_FALSE(hand.isPanning());
    EXPECT_TRUE(hand.release(Qt::LeftButton));
    EXPECT_FALSE(hand.isHolding());
}

TEST(MapHand, aDragMovesByTheWayOfTheCursorAndIsNoClick)
{
    MapHand hand;
    hand.press({100, 100}, Qt::LeftButton, true);

    EXPECT_EQ(hand.move({110, 100}), QPointF(10, 0));
    EXPECT_EQ(hand.move({110, 95}), QPointF(0, -5));
    EXPECT_TRUE(hand.isPanning());
    EXPECT_FALSE(hand.release(Qt::LeftButton));
}

TEST(MapHand, theMiddleButtonPansAtOnce)
{
    MapHand hand;
    ASSERT_TRUE(hand.claims(Qt::MiddleButton));
    hand.press({100, 100}, Qt::MiddleButton, false);

    EXPECT_EQ(hand.move({101, 100}), QPointF(1, 0));
    EXPECT_FALSE(hand.release(Qt::MiddleButton));
}

TEST(MapHand, spaceMakesTheLeftButtonTheHands)
{
    MapHand hand;
    EXPECT_FALSE(hand.claims(Qt::LeftButton));

    hand.holdSpace(true);
    EXPECT_TRUE(hand.claims(Qt::LeftButton));
    EXPECT_TRUE(hand.isReadyToPan());
    EXPECT_FALSE(hand.claims(Qt::RightButton));

    hand.holdSpace(false);
    EXPECT_FALSE(hand.claims(Qt::LeftButton));
}

TEST(MapHand, anotherButtonsReleaseChangesNothing)
{
    MapHand hand;
    hand.press({100, 100}, Qt::LeftButton, true);

    EXPECT_FALSE(hand.release(Qt::RightButton));
    EXPECT_TRUE(hand.isHolding());
}

TEST(MapHand, anEmptyHandMovesNothing)
{
    MapHand hand;

    EXPECT_FALSE(hand.move({10, 10}));
    EXPECT_FALSE(hand.release(Qt::LeftButton));
}

} // namespace
} // namespace observo::mapview
