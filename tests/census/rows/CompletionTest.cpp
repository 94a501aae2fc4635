// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/Builders.h"
#include "support/census/CensusFolder.h"

#include "observo/core/Edits.h"

#include <gtest/gtest.h>

namespace observo::census {
namespace {

using namespace test;

Camera bare(double lon, double lat)
{
    Camera camera;
    camera.position = {lon, lat};
    return camera;
}

class Completion : public testing::Test {
protected:
    Completion() : m_session(m_folder.create()) {}
    Camera add(const Camera& camera) { return addCamera(*m_session, camera); }
    std::string ask(const std::string& sql) { return query(m_folder.file(), sql); }

    CensusFolder m_folder;
    std::unique_ptr<Session> m_session;
};

TEST_F(Completion, aCameraNeedsNothingButAPlace)
{
    const auto first = add(bare(7.6, 45.0));
    const auto second = add(bare(7.7, 45.1));

    EXPECT_FALSE(first.id.isNull());
    EXPECT_EQ(first.code, "TC-0001");
    EXPECT_EQ(second.code, "TC-0002");
    EXPECT_EQ(first.siteCode, "P-0001");
    EXPECT_EQ(second.siteCode, "P-0002");
    EXPECT_EQ(first.systemCode, "I-0001");
    EXPECT_EQ(first.bodyIstat, "001272");
    const auto site = m_session->reader().siteWithCode("001272", "P-0002")->value();
    EXPECT_EQ(site.systemCode, "I-0001");
    EXPECT_EQ(site.istatCode, "001272");
    EXPECT_EQ(site.book.createdBy, "anna");
    EXPECT_EQ(m_session->reader().systemWithCode("001272", "I-0001")->value().name, "Comune di Prova");
}

TEST_F(Completion, aCodeThatIsTakenIsSkippedAndOneGivenIsKept)
{
    Camera given = bare(7, 45);
    given.code = "TC-0002";
    add(given);

    EXPECT_EQ(add(bare(7, 45)).code, "TC-0001");
    EXPECT_EQ(add(bare(7, 45)).code, "TC-0003");
    EXPECT_EQ(ask("SELECT name, value FROM observo_counter WHERE name = 'camera'"), "camera|3");
}

TEST_F(Completion, numbersAreNotGivenTwiceAfterARemoval)
{
    const auto first = add(bare(7, 45));
    ASSERT_TRUE(m_session->perform(removeCamera(first, "x")));

    EXPECT_EQ(add(bare(7, 45)).code, "TC-0002");
}

TEST_F(Completion, aKnownSiteIsSharedAndAnUnknownOneIsMade)
{
    Camera camera = bare(7, 45);
    camera.siteCode = "PIAZZA";
    camera.systemCode = "VARCHI";
    add(camera);
    Camera second = bare(7, 45);
    second.siteCode = "PIAZZA";

    EXPECT_EQ(add(second).systemCode, "VARCHI") << "the system of its site";
    EXPECT_EQ(ask("SELECT site_code, system_code FROM site"), "PIAZZA|VARCHI");
    EXPECT_EQ(ask("SELECT system_code FROM system ORDER BY fid"), "I-0001\nVARCHI");
    EXPECT_EQ(logOf(m_session->reader()).back().setId, 3);
}

TEST_F(Completion, movingToAnUnknownSiteMakesIt)
{
    const auto camera = add(bare(7, 45));
    auto moved = camera;
    moved.siteCode = "NUOVA";

    ASSERT_TRUE(m_session->perform(editRecord(camera, moved)));

    EXPECT_EQ(ask("SELECT site_code FROM site ORDER BY fid"), "P-0001\nNUOVA");
    ASSERT_TRUE(m_session->undo());
    EXPECT_EQ(ask("SELECT site_code FROM site ORDER BY fid"), "P-0001");
}

TEST_F(Completion, aCodeThatIsTakenAwayIsGivenAnew)
{
    const auto camera = add(bare(7, 45));
    auto emptied = camera;
    emptied.code.clear();
    emptied.siteCode.clear();

    ASSERT_TRUE(m_session->perform(editRecord(camera, emptied)));

    EXPECT_EQ(stored(*m_session, camera.id).code, "TC-0002");
    EXPECT_EQ(stored(*m_session, camera.id).siteCode, "P-0002");
}

TEST_F(Completion, theFirstCameraChoosesTheWorkingSystemOnce)
{
    EXPECT_FALSE(m_session->census().crsEpsg);
    add(bare(12.5, 41.9));
    EXPECT_EQ(m_session->census().crsEpsg, 7792);
    add(bare(7.5, 45));
    EXPECT_EQ(m_session->census().crsEpsg, 7792);
    EXPECT_EQ(m_session->reader().census()->crsEpsg, 7792);
    ASSERT_TRUE(m_session->undo());
    ASSERT_TRUE(m_session->undo());

    EXPECT_FALSE(m_session->census().crsEpsg);
    add(bare(7.5, 45));
    EXPECT_EQ(m_session->census().crsEpsg, 7791);
}

TEST_F(Completion, recordsOfAnotherBodyGetTheirOwnSystem)
{
    Camera camera = bare(7, 45);
    camera.bodyIstat = "058091";
    add(camera);

    EXPECT_EQ(ask("SELECT body_istat, system_code FROM system ORDER BY fid"), "001272|I-0001\n058091|I-0002");
    EXPECT_EQ(ask("SELECT body_istat FROM site"), "058091");
}

TEST_F(Completion, bookkeepingOfAnImportIsKept)
{
    Camera camera = bare(7, 45);
    camera.book.createdAt = "2019-05-17T08:00:00Z";
    camera.book.createdBy = "rita";

    const auto added = add(camera);

    EXPECT_EQ(added.book.createdAt, "2019-05-17T08:00:00Z");
    EXPECT_EQ(added.book.createdBy, "rita");
    EXPECT_EQ(added.book.updatedBy, "anna");
}

TEST_F(Completion, aLostSystemIsMadeAnew)
{
    ASSERT_EQ(sqlite(m_folder.file(), "DELETE FROM system"), "");

    EXPECT_EQ(add(bare(7, 45)).systemCode, "I-0002");
    EXPECT_EQ(ask("SELECT system_name FROM system"), "Comune di Prova");
}

} // namespace
} // namespace observo::census
