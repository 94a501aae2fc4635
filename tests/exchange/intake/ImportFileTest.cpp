// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/census/CensusFolder.h"

#include "observo/exchange/Import.h"

#include <gtest/gtest.h>

namespace observo::exchange {
namespace {

TEST(ImportFile, aFileThatIsNotThereIsNamed)
{
    const test::CensusFolder folder;
    const auto session = folder.create();
    const auto import = Import::prepare(*session, {.file = folder.path("no.csv")}, Progress());
    ASSERT_FALSE(import);
    EXPECT_EQ(import.error().code, ErrorCode::InputUnreadable);
    EXPECT_NE(import.error().message().find("no.csv"), std::string::npos);
}

} // namespace
} // namespace observo::exchange
