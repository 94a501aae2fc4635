// SPDX-License-Identifier: GPL-3.0-or-later
#include "ExitCode.h"

#include <gtest/gtest.h>

#include <utility>

namespace observo::cli {
namespace {

class ExitCodes : public testing::TestWithParam<std::pair<ErrorCode, int>> {};

TEST_P(ExitCodes, areTheOnesOfTheContract)
{
    EXPECT_EQ(static_cast<int>(exitCodeFor(GetParam().first)), GetParam().second) << nameOf(GetParam().first);
}

INSTANTIATE_TEST_SUITE_P(All, ExitCodes,
                         testing::Values(std::pair{ErrorCode::NotFound, 1}, std::pair{ErrorCode::NothingToUndo, 1},
                                         std::pair{ErrorCode::InvalidArgument, 2},
                                         std::pair{ErrorCode::UnknownField, 2}, std::pair{ErrorCode::Ambiguous, 2},
                                         std::pair{ErrorCode::UnknownCrs, 2}, std::pair{ErrorCode::InputUnreadable, 3},
                                         std::pair{ErrorCode::InputNotUnderstood, 3},
                                         std::pair{ErrorCode::CensusMissing, 4}, std::pair{ErrorCode::CensusLocked, 4},
                                         std::pair{ErrorCode::CensusReadOnly, 4},
                                         std::pair{ErrorCode::CensusDamaged, 4}, std::pair{ErrorCode::CensusNewer, 4},
                                         std::pair{ErrorCode::Cancelled, 5}, std::pair{ErrorCode::OutputExists, 6},
                                         std::pair{ErrorCode::OutputNoSpace, 6}, std::pair{ErrorCode::OutputDenied, 6},
                                         std::pair{ErrorCode::OutputFailed, 6}));

} // namespace
} // namespace observo::cli
