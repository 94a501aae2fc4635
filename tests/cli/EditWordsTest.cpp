// SPDX-License-Identifier: GPL-3.0-or-later
#include "EditWords.h"

#include "support/TestPlaces.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <regex>
#include <string>

namespace observo::cli {
namespace {

TEST(EditWords, speaksTheLanguageAskedFor)
{
    EXPECT_EQ(editLabel("Move camera", Language::Italian), "Sposta telecamera");
    EXPECT_EQ(editLabel("Move camera", Language::English), "Move camera");
    EXPECT_EQ(editLabel("Undo: Import", Language::Italian), "Annulla: Importazione");
    EXPECT_EQ(editLabel("Undo: Redo: Merge", Language::Italian), "Annulla: Ripeti: Unione");
}

TEST(EditWords, whatAnotherVersionWroteStaysAsItIs)
{
    EXPECT_EQ(editLabel("Paint camera", Language::Italian), "Paint camera");
    EXPECT_EQ(editLabel("", Language::Italian), "");
}

TEST(EditWords, areThoseOfTheWindow)
{
    std::ifstream in(test::sourceFolder() / "resources/i18n/observo_it.ts");
    const std::string all{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    const auto from = all.find("<name>Edit</name>");
    ASSERT_NE(from, std::string::npos);
    const auto words = all.substr(from, all.find("</context>", from) - from);

    static const std::regex message("<source>([^<]*)</source>\\s*<translation>([^<]*)</translation>");
    std::size_t count = 0;
    for (auto it = std::sregex_iterator(words.begin(), words.end(), message); it != std::sregex_iterator(); ++it) {
        EXPECT_EQ(editLabel((*it)[1].str(), Language::Italian), (*it)[2].str());
        ++count;
    }
    EXPECT_GT(count, 15U);
}

} // namespace
} // namespace observo::cli
