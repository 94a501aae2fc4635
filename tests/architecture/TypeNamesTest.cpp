// SPDX-License-Identifier: GPL-3.0-or-later
#include "Checks.h"

#include <gtest/gtest.h>

#include <string>

namespace observo::architecture {
namespace {

std::string in(const std::string& code)
{
    return "namespace observo::exchange {\n" + code + "\n} // namespace observo::exchange\n";
}

TEST(TypeNames, theHouseKeepsThemApart)
{
    const auto findings = brokenTypeNames(thisHouse());

    EXPECT_TRUE(findings.empty()) << lines(findings);
}

TEST(TypeNames, twoTypesOfOneNameInOneRoomAreFound)
{
    const auto findings = brokenTypeNames(
        madeUp({{"src/exchange/A.h", in("struct Named {\n    int a;\n};")},
                {"src/exchange/merging/B.h", in("class Named final : public Base {\n    int b;\n};")}}));

    ASSERT_EQ(findings.size(), 1U) << lines(findings);
    EXPECT_NE(findings[0].find("Named is defined in src/exchange/A.h too"), std::string::npos) << findings[0];
}

TEST(TypeNames, aTestMayNotBorrowTheNameOfItsRoomEither)
{
    EXPECT_EQ(brokenTypeNames(madeUp({{"src/exchange/A.cpp", in("struct Plan {\n};")},
                                      {"tests/exchange/ATest.cpp", in("struct Plan {\n};")}}))
                  .size(),
              1U);
}

TEST(TypeNames, unnamedNamespacesInsidesAndDeclarationsAreFree)
{
    const auto findings = brokenTypeNames(
        madeUp({{"src/exchange/A.h", in("struct Named;\nstruct Other {\n    struct Body {\n    };\n};")},
                {"src/exchange/B.h", in("struct Named {\n};\nstruct Third {\n    struct Body {\n    };\n};")},
                {"src/exchange/C.cpp", in("namespace {\nstruct Named {\n};\n} // namespace\n"
                                          "void f()\n{\n    struct Named {\n    };\n}")},
                {"src/geo/D.h", in("struct Named {\n};")}}));

    EXPECT_TRUE(findings.empty()) << lines(findings);
}

} // namespace
} // namespace observo::architecture
