// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/History.h"

#include <gtest/gtest.h>

namespace observo::census {
namespace {

TEST(History, editsStackUpAndComeBackInReverse)
{
    History history;
    history.add(1, 0, 0);
    history.add(2, 0, 0);
    EXPECT_EQ(history.undoable(), (HistoryStep{2, 2}));
    EXPECT_FALSE(history.redoable());

    history.add(3, 2, 0);
    EXPECT_EQ(history.undoable(), (HistoryStep{1, 1}));
    EXPECT_EQ(history.redoable(), (HistoryStep{2, 3}));
    history.add(4, 1, 0);
    EXPECT_FALSE(history.undoable());
    EXPECT_EQ(history.redoable(), (HistoryStep{1, 4}));
}

TEST(History, whatIsRedoneIsUndoneByItsRedo)
{
    History history;
    history.add(1, 0, 0);
    history.add(2, 1, 0);
    history.add(3, 0, 1);

    EXPECT_EQ(history.undoable(), (HistoryStep{1, 3}));
    EXPECT_FALSE(history.redoable());
    history.add(4, 1, 0);
    EXPECT_EQ(history.redoable(), (HistoryStep{1, 4}));
}

TEST(History, aNewEditEndsTheRedo)
{
    History history;
    history.add(1, 0, 0);
    history.add(2, 1, 0);
    history.add(3, 0, 0);

    EXPECT_FALSE(history.redoable());
    EXPECT_EQ(history.undoable(), (HistoryStep{3, 3}));
}

} // namespace
} // namespace observo::census
