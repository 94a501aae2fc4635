// SPDX-License-Identifier: GPL-3.0-or-later
#include "Sessions.h"

#include "support/cli/CliRun.h"

#include <gtest/gtest.h>

namespace observo::cli {
namespace {

TEST(Sessions, aCensusOpensForAnEditByThisProgram)
{
    const test::CliCensus census;

    const auto session = openForEdit(census.file());

    ASSERT_TRUE(session) << session.error().message();
    EXPECT_TRUE((*session)->writeState().writable);
}

TEST(Sessions, aMissingCensusIsSaidSo)
{
    const auto session = openForEdit("no/such/census.gpkg");
    ASSERT_FALSE(session);
    EXPECT_EQ(session.error().code, ErrorCode::CensusMissing);
}

} // namespace
} // namespace observo::cli
