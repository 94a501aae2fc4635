// SPDX-License-Identifier: GPL-3.0-or-later
#include "Checks.h"

#include <gtest/gtest.h>

#include <string>

namespace observo::architecture {
namespace {

constexpr std::string_view kCatalogue = "en,it\n"
                                        "the file is empty,il file è vuoto\n"
                                        "\"layer \"\"{1}\"\" is not there\",\"il livello \"\"{1}\"\" non c'è\"\n"
                                        "stopped,fermato\n";

Findings findingsIn(std::string_view path, std::string_view source)
{
    return untranslatedMessages(madeUp({{"resources/messages/it.csv", kCatalogue}, {path, source}}));
}

TEST(Messages, theHouseSpeaksItalian)
{
    const auto findings = untranslatedMessages(thisHouse());

    EXPECT_TRUE(findings.empty()) << lines(findings);
}

TEST(Messages, aHouseWithoutItsCatalogueHasHundredsOfEnglishOnes)
{
    const auto findings = untranslatedMessages(thisHouse().without("resources/messages/"));

    EXPECT_GT(findings.size(), 400U);
}

TEST(Messages, knownOnesAreAtHome)
{
    const auto findings = findingsIn("src/geo/A.cpp", R"(Done a()
{
    error.what = "layer \"" + name + "\" is not there";
    return fail(ErrorCode::NotFound, "the file " // a literal may be
                                     "is empty", isLate ? "stopped" : std::string());
}
)");

    EXPECT_TRUE(findings.empty()) << lines(findings);
}

/// A source and the literal in it that no catalogue has.
struct Invented {
    const char* path;
    const char* source;
    const char* literal;
};

class MessagesInvented : public testing::TestWithParam<Invented> {};

TEST_P(MessagesInvented, areFoundWhereverTheyAreSaid)
{
    const auto findings = findingsIn(GetParam().path, GetParam().source);

    ASSERT_EQ(findings.size(), 1U) << lines(findings);
    EXPECT_NE(findings[0].find("\"" + std::string(GetParam().literal) + "\""), std::string::npos) << findings[0];
    EXPECT_TRUE(findings[0].starts_with(std::string(GetParam().path) + ":1:")) << findings[0];
}

INSTANTIATE_TEST_SUITE_P(
    Places, MessagesInvented,
    testing::Values(
        Invented{"src/cli/A.cpp", "Done a() { return fail(ErrorCode::NotFound, \"gone\"); }\n", "gone"},
        Invented{"src/cli/A.cpp", "Done a() { return fail(ErrorCode::NotFound, text, late(\"gone\")); }\n", "gone"},
        Invented{"src/cli/A.cpp", "void a() { app.add_option(\"--at\", m_at, \"Where it is\"); }\n", "Where it is"},
        Invented{"src/exchange/A.cpp", "Error a{.code = x, .what = \"stopped\", .advice = \"go on\"};\n", "go on"},
        Invented{"src/exchange/A.cpp", "void a() { error.what += isIt ? \"stopped\" : \"mislaid\"; }\n", "mislaid"},
        Invented{"src/census/A.cpp", "Error a() { return make(\"the file is lost\"); }\n", "the file is lost"},
        Invented{"src/reader/A.cpp", "auto a = \"the file \" + name + \" vanished\";\n", " vanished"},
        Invented{"src/reader/A.cpp", "auto a = make(\"the file is \" \"empt\");\n", "the file is empt"}));

TEST(Messages, labelsQueriesAndCommentsAreNone)
{
    const auto findings = findingsIn("src/census/A.cpp", "// not a message at all\n"
                                                         "auto a = query(\"SELECT a, count(b) FROM table_of where\");\n"
                                                         "auto b = label(\"Edited elsewhere\") + \"camera_id\";\n"
                                                         "bool c = error.what == \"compared\";\n");

    EXPECT_TRUE(findings.empty()) << lines(findings);
}

class MessagesCatalogue : public testing::TestWithParam<const char*> {};

TEST_P(MessagesCatalogue, withAFaultIsFound)
{
    const auto findings = untranslatedMessages(madeUp({{"resources/messages/it.csv", GetParam()}}));

    EXPECT_EQ(findings.size(), 1U) << lines(findings);
}

INSTANTIATE_TEST_SUITE_P(Rows, MessagesCatalogue,
                         testing::Values("it,en\nstopped,fermato\n", "en,it\nstopped,\n", "en,it\nstopped\n",
                                         "en,it\nstopped, at once,fermato\n", "en,it\na,b\na,c\n",
                                         "en,it\nno {1},manca {2}\n", "en,it\nno {1},manca {1:text}\n",
                                         "en,it\nno {1}{2},manca {1}\n"));

} // namespace
} // namespace observo::architecture
