// SPDX-License-Identifier: GPL-3.0-or-later
#include "ErrorWords.h"

#include <gtest/gtest.h>

namespace observo::cli {
namespace {

const Error kLocked{.code = ErrorCode::CensusLocked,
                    .what = "the census is in use by anna@pc-07 since 09:15",
                    .file = "torino.gpkg",
                    .advice = "wait,\nor open it read-only"};

TEST(ErrorWords, anErrorIsOneLine)
{
    const std::string line = sentenceFor(kLocked, Language::English);

    EXPECT_EQ(line.find('\n'), std::string::npos);
    EXPECT_NE(line.find("anna@pc-07"), std::string::npos);
    EXPECT_NE(line.find("torino.gpkg"), std::string::npos);
    EXPECT_NE(line.find("read-only"), std::string::npos);
}

TEST(ErrorWords, italianIsOneNaturalSentence)
{
    const Error unreadable{.code = ErrorCode::InputUnreadable,
                           .what = "the file cannot be read",
                           .file = "x.shp",
                           .advice = "check that it exists and may be read"};

    EXPECT_EQ(sentenceFor(unreadable, Language::Italian),
              "il file non si può leggere, file x.shp, controllare che esista e che si possa leggere");
}

TEST(ErrorWords, wordsOfAThirdPartyFollowTheKindOfErrorInItalian)
{
    EXPECT_TRUE(sentenceFor(kLocked, Language::Italian).starts_with("il censimento è in uso: "));
}

} // namespace
} // namespace observo::cli
