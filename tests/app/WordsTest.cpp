// SPDX-License-Identifier: GPL-3.0-or-later
#include "EditText.h"
#include "ErrorText.h"
#include "FieldText.h"
#include "Numbers.h"
#include "Speech.h"
#include "support/app/OpenWindow.h"

#include "observo/core/CheckedFile.h"
#include "observo/core/Edits.h"
#include "observo/core/Filter.h"
#include "observo/geo/Geodesy.h"

#include <gtest/gtest.h>

#include <cerrno>

namespace observo::app {
namespace {

using test::aCamera;

/// Speaks Italian for the length of a test.
class Words : public ::testing::Test {
protected:
    Words() { speak(Language::Italian); }
    ~Words() override { speak(Language::English); }
};

const FieldInfo& field(std::string_view name)
{
    return *findField(RecordKind::Camera, name);
}

TEST_F(Words, aMoveNamesTheCameraAndTheWay)
{
    const Camera camera = aCamera().coded("TO-0012");
    const auto to = geo::destination(camera.position, Degrees{30}, Metres{4.2});

    EXPECT_EQ(noticeOf(moveCamera(camera, to)), "TO-0012 spostata di 4,2 m.");
}

TEST_F(Words, eachEditSaysWhatHappened)
{
    const Camera camera = aCamera().coded("TO-0012").facing(90);

    EXPECT_EQ(noticeOf(turnCamera(camera, Degrees{127})), "TO-0012 orientata a 127°.");
    EXPECT_EQ(noticeOf(changeStatus(camera, "faulty", "2026-11-22")), "TO-0012: stato di funzionamento Guasta.");
    EXPECT_EQ(noticeOf(verifyCamera(camera, "2026-11-22", "municipal_manager")), "TO-0012 verificata il 22/11/2026.");
    EXPECT_EQ(noticeOf(removeCamera(camera, "mai esistita")), "TO-0012 rimossa.");
    EXPECT_EQ(noticeOf(inverseOf(turnCamera(camera, Degrees{127}))), "Annullato: Gira telecamera.");
}

TEST_F(Words, aWrongFilterSaysWhichWordAndWhichIsNear)
{
    const auto field = Filter::parse("stato = faulty");
    const auto value = Filter::parse("status = fault");

    ASSERT_FALSE(field);
    ASSERT_FALSE(value);
    EXPECT_EQ(sentenceOf(field.error()), "Il campo «stato» non esiste. Forse «status»?");
    EXPECT_EQ(sentenceOf(value.error()), "Il valore «fault» non esiste. Forse «faulty»?");
}

TEST_F(Words, aFullDiskSaysWhereAndHowMuchWasWanted)
{
    const auto error = outputError(ENOSPC, "/media/penna/out.shp", 362953);

    EXPECT_EQ(sentenceOf(error), "Spazio esaurito in /media/penna (servono 363,0 kB). Niente è andato perso: il file "
                                 "precedente è intatto.");
}

TEST_F(Words, outOfRangeIsOneSentence)
{
    EXPECT_EQ(problemOf(field("mount_height_m"), "80"), "Deve essere tra 0,3 e 60 m.");
    EXPECT_EQ(problemOf(field("direction_deg"), "400"), "Deve essere tra 0 e 359,99°.");
    EXPECT_EQ(problemOf(field("range_m"), "0"), "Deve essere maggiore di 0 m.");
    EXPECT_EQ(problemOf(field("mount_height_m"), "alto"), "Scrivere un numero, per esempio 3,5.");
    EXPECT_EQ(problemOf(field("res_h_px"), "1920,5"), "Scrivere un numero intero.");
    EXPECT_EQ(problemOf(field("installed_on"), "ieri l'altro"), "Scrivere una data, per esempio 22/11/2026.");
    EXPECT_EQ(problemOf(field("mount_height_m"), "3,5"), std::nullopt);
    EXPECT_EQ(problemOf(field("installed_on"), "22/11/2026"), std::nullopt);
}

TEST_F(Words, retentionIsToldInDaysWhenItReadsBetter)
{
    EXPECT_EQ(unitText(field("retention_hours"), "168"), "h (7 giorni)");
    EXPECT_EQ(unitText(field("retention_hours"), "100"), "h");
    EXPECT_EQ(unitText(field("mount_height_m"), "4"), "m");
}

TEST_F(Words, daysAreReadAsPeopleWriteThem)
{
    EXPECT_EQ(isoDayOf("22/11/2026"), "2026-11-22");
    EXPECT_EQ(isoDayOf("1.2.26"), "2026-02-01");
    EXPECT_EQ(isoDayOf("2026-11-22"), "2026-11-22");
    EXPECT_EQ(isoDayOf("oggi").toStdString(), isoToday());
    EXPECT_EQ(isoDayOf("31/02/2026"), "31/02/2026") << "what is no day stays, so that the field can say so";
}

TEST_F(Words, lengthsAndAnglesAreShort)
{
    EXPECT_EQ(metresText(Metres{4.23}), "4,2 m");
    EXPECT_EQ(metresText(Metres{38.4}), "38 m");
    EXPECT_EQ(metresText(Metres{1250}), "1,25 km");
    EXPECT_EQ(degreesText(Degrees{127.0}), "127°");
}

TEST_F(Words, everyErrorHasASentenceOfItsOwn)
{
    for (int code = 0; code <= static_cast<int>(ErrorCode::Internal); ++code) {
        const Error error{.code = static_cast<ErrorCode>(code), .what = "detail", .file = "/tmp/a/census.gpkg"};
        EXPECT_FALSE(sentenceOf(error).isEmpty()) << code;
        EXPECT_FALSE(sentenceOf(error).contains("detail")) << "English details stay below the sentence";
    }
}

TEST_F(Words, aFullDiskNamesThePlaceAndWhatIsNeeded)
{
    const auto sentence = sentenceOf(outputError(ENOSPC, "/media/chiavetta/telecamere.shp", 14'000'000));

    EXPECT_TRUE(sentence.startsWith("Spazio esaurito in /media/chiavetta (servono ")) << sentence.toStdString();
    EXPECT_TRUE(sentence.endsWith("Niente è andato perso: il file precedente è intatto."));
}

TEST_F(Words, aLockNamesWhoHoldsIt)
{
    const test::CensusFolder folder;
    const auto first = folder.create("anna");
    ASSERT_TRUE(first->perform(placeCamera(CameraId::make(), {7.6869, 45.0703})));
    const auto second = folder.open("berto");
    const auto refused = second->perform(placeCamera(CameraId::make(), {7.6869, 45.0703}));

    ASSERT_FALSE(refused.has_value());
    const auto sentence = sentenceOf(refused.error());
    EXPECT_TRUE(sentence.startsWith("Il censimento è in uso da ")) << sentence.toStdString();
    EXPECT_TRUE(sentence.contains("(utente anna) dalle ")) << sentence.toStdString();
}

} // namespace
} // namespace observo::app
