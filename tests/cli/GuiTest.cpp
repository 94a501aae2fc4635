// SPDX-License-Identifier: GPL-3.0-or-later
#include "Gui.h"

#include <QFont>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <gtest/gtest.h>

namespace observo::cli {
namespace {

TEST(Gui, textCanBeMeasuredWithoutAScreen)
{
    const GuiForPictures gui;
    const GuiForPictures again;

    ASSERT_NE(QGuiApplication::instance(), nullptr);
    EXPECT_GT(QFontMetricsF(QFont()).horizontalAdvance("TC-0001"), 0.0);
}

} // namespace
} // namespace observo::cli
