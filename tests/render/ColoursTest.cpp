// SPDX-License-Identifier: GPL-3.0-or-later
#include "Colours.h"

#include <gtest/gtest.h>

namespace observo::render {
namespace {

TEST(Colours, contrastIsThatOfWcag)
{
    EXPECT_NEAR(contrast(Qt::black, Qt::white), 21.0, 0.01);
    EXPECT_NEAR(contrast(Qt::white, Qt::white), 1.0, 1e-9);
    EXPECT_NEAR(contrast(QColor("#767676"), Qt::white), 4.54, 0.01); // the known lightest grey that passes 4.5
    EXPECT_DOUBLE_EQ(contrast(Qt::white, QColor("#767676")), contrast(QColor("#767676"), Qt::white));
}

TEST(Colours, theReadableColourIsTheOneWithMoreContrast)
{
    EXPECT_EQ(readableOn(QColor("#0072B2")), QColor(Qt::white));
    EXPECT_EQ(readableOn(QColor("#E69F00")), QColor("#111111"));
}

TEST(Colours, aColourThatDoesNotStandOutIsReplaced)
{
    EXPECT_EQ(visibleOn(Qt::white, Qt::white, Qt::black), QColor(Qt::black));
    EXPECT_EQ(visibleOn(Qt::white, Qt::blue, Qt::black), QColor(Qt::blue));
}

TEST(Colours, fadingKeepsTheColour)
{
    const QColor faint = faded(QColor("#0072B2"), 0.22);

    EXPECT_EQ(faint.rgb() & 0xFFFFFFU, 0x0072B2U);
    EXPECT_NEAR(faint.alphaF(), 0.22, 0.005);
}

} // namespace
} // namespace observo::render
