// SPDX-License-Identifier: GPL-3.0-or-later
#include "ErrorText.h"

#include "Numbers.h"
#include "Speech.h"

#include <gtest/gtest.h>

namespace observo::app {
namespace {

TEST(ErrorText, aLockSaysWhoHoldsItWhereAndSinceWhen)
{
    speak(Language::English);
    Error error{.code = ErrorCode::CensusLocked, .what = "whatever the log says", .file = "/dati/torino.gpkg"};
    EXPECT_EQ(sentenceOf(error), "The census torino.gpkg is in use by another program.");

    error.holder =
        LockHolder{.user = "operatore2", .host = "PC-07", .program = "observo", .since = "2026-11-22T09:15:00Z"};

    EXPECT_EQ(sentenceOf(error),
              "The census is in use by PC-07 (user operatore2) since " + momentText("2026-11-22T09:15:00Z") + ".");
}

TEST(ErrorText, theDetailIsInTheLanguageSpoken)
{
    const Error error{.code = ErrorCode::CensusDamaged,
                      .what = "the census is damaged or is not a census (while reading the header: disk I/O error)",
                      .file = "/dati/torino.gpkg"};

    speak(Language::Italian);
    EXPECT_EQ(detailOf(error),
              "il censimento è danneggiato o non è un censimento (lettura dell'intestazione: errore di "
              "lettura o scrittura del disco), file /dati/torino.gpkg");
    speak(Language::English);
    EXPECT_EQ(detailOf(error), QString::fromStdString(error.message()));
}

TEST(ErrorText, aFullDiskSaysHowMuchIsNeeded)
{
    speak(Language::English);
    Error error{.code = ErrorCode::OutputNoSpace, .what = "no space", .file = "/dati/out.csv"};
    EXPECT_EQ(sentenceOf(error), "No space left in /dati. Nothing was lost: the previous file is intact.");

    error.bytesNeeded = 14'000'000;

    EXPECT_TRUE(sentenceOf(error).startsWith("No space left in /dati (14.0 MB needed)"))
        << sentenceOf(error).toStdString();
}

} // namespace
} // namespace observo::app
