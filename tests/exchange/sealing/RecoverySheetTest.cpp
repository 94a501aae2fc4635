// SPDX-License-Identifier: GPL-3.0-or-later
#include "observo/exchange/Identity.h"

#include <gtest/gtest.h>

namespace observo::exchange {
namespace {

TEST(RecoverySheet, holdsTheCodeAndTheFingerprintAndNothingThatRuns)
{
    const auto identity = Identity::create("<script>Comune & c.</script>");
    const std::string sheet = recoverySheet(*identity, "2026-11-22");
    EXPECT_NE(sheet.find(identity->recoveryCode()), std::string::npos);
    EXPECT_NE(sheet.find(identity->publicKey().fingerprint()), std::string::npos);
    EXPECT_NE(sheet.find("&lt;script&gt;Comune &amp; c."), std::string::npos);
    EXPECT_EQ(sheet.find("<script"), std::string::npos);
    EXPECT_EQ(sheet.find("http"), std::string::npos);
    EXPECT_NE(sheet.find("2026-11-22"), std::string::npos);
}

} // namespace
} // namespace observo::exchange
