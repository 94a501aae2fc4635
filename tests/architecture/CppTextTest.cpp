// SPDX-License-Identifier: GPL-3.0-or-later
#include "CppText.h"

#include <gtest/gtest.h>

#include <string>

namespace observo::architecture {
namespace {

TEST(CppText, commentsAndStringsBecomeSpacesOfTheSameLength)
{
    const std::string text = "a(\"{ // no\"); // { not \"this\"\nb('{', 1'000); /* {\n} */ c";

    const auto code = codeOf(text);

    EXPECT_EQ(code.size(), text.size());
    EXPECT_EQ(code.find('{'), std::string::npos);
    EXPECT_EQ(code.find("1'000"), text.find("1'000"));
    EXPECT_EQ(code.find('\n'), text.find('\n'));
    EXPECT_EQ(code.back(), 'c');
}

TEST(CppText, rawStringsEndAtTheirOwnMark)
{
    EXPECT_EQ(codeOf("R\"x({ \" )\" )x\" }"), "R\"           \" }");
}

TEST(CppText, includesInCommentsAreNone)
{
    const auto found = includesOf("// #include <no>\n#include <map>\n/*\n#include \"no.h\"\n*/\n# include \"a/b.h\"\n");

    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].path, "map");
    EXPECT_TRUE(found[0].angled);
    EXPECT_EQ(found[0].line, 2);
    EXPECT_EQ(found[1].path, "a/b.h");
    EXPECT_FALSE(found[1].angled);
}

/// A piece of C++ and the lengths of the functions in it.
struct Case {
    const char* name;
    const char* text;
    std::vector<int> lengths;
};

class CppTextFunctions : public testing::TestWithParam<Case> {};

TEST_P(CppTextFunctions, areMeasuredFromHeadToClosingBrace)
{
    std::vector<int> lengths;
    for (const auto& function : functionsOf(GetParam().text)) {
        lengths.push_back(function.lines);
    }

    EXPECT_EQ(lengths, GetParam().lengths);
}

INSTANTIATE_TEST_SUITE_P(
    Rows, CppTextFunctions,
    testing::Values(
        Case{"plain", "int f()\n{\n    return 1;\n}\n", {4}},
        Case{"inNamespaceAndClass",
             "namespace a {\nclass B : public C {\npublic:\n    int f() { return 1; }\n};\n}\n",
             {1}},
        Case{"headOverTwoLines", "int f(int a,\n      int b)\n{\n}\n", {4}},
        Case{"blocksWithin", "void f()\n{\n    if (a) {\n        b();\n    }\n}\n", {6}},
        Case{"lambdaWithinCountsOnce", "void f()\n{\n    g([](int x) {\n        return x;\n    });\n}\n", {6}},
        Case{"tableIsNoFunction", "constexpr std::array<Row, 2> kRows = {{\n {1, f(2)},\n {2, f(3)},\n}};\n", {}},
        Case{"lambdasOfATable",
             "const Row kRows[] = {\n {1, [](int a, int b) {\n return a; }},\n {2, [] { return 1; }},\n};\n",
             {2, 1}},
        Case{"namedLambda", "const auto kF = [](int a) -> int {\n return a;\n};\n", {3}},
        Case{"emptyBracesAsDefault", "void f(X x = {})\n{\n a();\n}\n", {4}},
        Case{"operatorEquals", "bool operator==(const A& a, const A& b)\n{\n return true;\n}\n", {4}},
        Case{"templateDefault", "template <typename T = int>\nT f(T t)\n{\n return t;\n}\n", {5}},
        Case{"enumAndStruct", "enum class E : int { A, B };\nstruct S {\n int a = 0;\n X x{1};\n};\n", {}},
        Case{"testMacro", "TEST(A, b)\n{\n EXPECT_EQ(\"}\", '{');\n}\n", {4}},
        Case{"directivesAreNoCode", "#define A {\nvoid f()\n{\n}\n", {3}}),
    [](const auto& row) { return std::string(row.param.name); });

TEST(CppText, aConstructorWithInitialisersInBracesIsSeenWhole)
{
    const auto found = functionsOf("A::A() : m_a{1}, m_b(2)\n{\n    f();\n    g();\n}\n");

    ASSERT_FALSE(found.empty());
    EXPECT_GE(found.back().lines, 4);
}

TEST(CppText, theLastLineCountsWithoutItsBreak)
{
    EXPECT_EQ(lineCount("a\nb\n"), 2);
    EXPECT_EQ(lineCount("a\nb"), 2);
    EXPECT_EQ(lineCount(""), 0);
}

} // namespace
} // namespace observo::architecture
