// SPDX-License-Identifier: GPL-3.0-or-later
#include "observo/exchange/Review.h"

#include "support/Builders.h"
#include "support/census/CensusFolder.h"

#include "observo/core/Edits.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

namespace observo::exchange {
namespace {

using Kind = Doubt::Kind;
using Decision = Answer::Kind;

/// A census with one camera, and what a file says of it.
class OneCamera : public testing::Test {
protected:
    OneCamera()
    {
        session = folder.create();
        mine = test::addCamera(*session, test::aCamera().at(7.68, 45.07).coded("A-1").named("Ponte"));
        theirs = mine;
        theirs.name = "Ponte Nuovo";
        theirs.brand = "Axis";
        theirs.position = {7.6801, 45.07};
    }
    [[nodiscard]] Doubt twin() const
    {
        Doubt doubt{.kind = Kind::PossibleTwin, .byLikeness = true, .mine = mine, .theirs = theirs};
        doubt.fields = differencesOf(mine, theirs);
        doubt.proposed = gapsIn(mine, doubt.fields);
        Camera other = theirs;
        other.id = CameraId::make();
        other.code = "B-7";
        doubt.apart = other;
        return doubt;
    }
    [[nodiscard]] ChangeSet changesOf(const Review& review) const
    {
        auto changes = review.changes(session->reader(), Progress());
        EXPECT_TRUE(changes) << test::messageOf(changes);
        return changes ? changes->set : ChangeSet{};
    }

    test::CensusFolder folder;
    std::unique_ptr<census::Session> session;
    Camera mine;
    Camera theirs;
};

TEST_F(OneCamera, differencesNameThePlaceOnceAndNoBookkeeping)
{
    theirs.positionMethod = "imported";
    theirs.book.updatedBy = "bruno";
    EXPECT_EQ(differencesOf(mine, theirs), (std::vector<std::string>{"position", "name", "brand"}));
    EXPECT_EQ(gapsIn(mine, {"position", "name", "brand"}), std::set<std::string>{"brand"});
    EXPECT_TRUE(differencesOf(mine, mine).empty());
}

TEST_F(OneCamera, takingPutsTheChosenFieldsOnTheCamera)
{
    Review review({twin()});
    EXPECT_EQ(review.sides(0), std::set<std::string>{"brand"});
    review.choose(0, "position", true);
    review.choose(0, "no such field", true);
    review.decide(0, Decision::Take);

    const ChangeSet set = changesOf(review);
    ASSERT_EQ(set.changes.size(), 1U);
    ASSERT_TRUE(session->perform(set)) << "one set, through the one door";

    const Camera now = test::stored(*session, mine.id);
    EXPECT_EQ(now.brand, "Axis");
    EXPECT_EQ(now.position, theirs.position);
    EXPECT_EQ(now.name, "Ponte");
    ASSERT_TRUE(session->undo());
    EXPECT_EQ(test::stored(*session, mine.id).brand, "");
}

TEST_F(OneCamera, aChoiceMadeAfterTheAnswerStillCounts)
{
    Review review({twin()});
    review.decide(0, Decision::Take);
    review.choose(0, "name", true);
    review.choose(0, "brand", false);
    EXPECT_EQ(review.answer(0).theirs, std::set<std::string>{"name"});
    EXPECT_EQ(std::get<Camera>(*changesOf(review).changes.front().after).name, "Ponte Nuovo");
}

TEST_F(OneCamera, twoAreAddedAsTwoAndLeavingChangesNothing)
{
    Review review({twin(), twin()});
    review.decide(0, Decision::Apart);
    review.decide(1, Decision::Leave);

    const ChangeSet set = changesOf(review);

    ASSERT_EQ(set.changes.size(), 1U);
    EXPECT_TRUE(set.changes.front().isAdded());
    ASSERT_TRUE(session->perform(set));
    EXPECT_EQ(session->inventory().size(), 2U);
}

TEST_F(OneCamera, twoDecisionsAboutOneCameraBecomeOneChange)
{
    Review review({twin(), twin()});
    review.chooseAll(0, false);
    review.choose(0, "name", true);
    review.decide(0, Decision::Take);
    review.chooseAll(1, false);
    review.choose(1, "brand", true);
    review.decide(1, Decision::Take);

    const ChangeSet set = changesOf(review);

    ASSERT_EQ(set.changes.size(), 1U);
    const auto& after = std::get<Camera>(*set.changes.front().after);
    EXPECT_EQ(after.name, "Ponte Nuovo");
    EXPECT_EQ(after.brand, "Axis");
}

TEST_F(OneCamera, whatChangedMeanwhileIsKept)
{
    Review review({twin()});
    review.decide(0, Decision::Take);
    ASSERT_TRUE(session->perform(renameCamera(mine, "Ponte Vecchio")));

    ASSERT_TRUE(session->perform(changesOf(review)));

    const Camera now = test::stored(*session, mine.id);
    EXPECT_EQ(now.name, "Ponte Vecchio");
    EXPECT_EQ(now.brand, "Axis");
}

TEST_F(OneCamera, aCameraThatIsGoneIsNamedAndPassedOver)
{
    Review review({twin()});
    review.decide(0, Decision::Take);
    ASSERT_TRUE(session->perform(removeCamera(mine, "smontata")));

    const auto changes = review.changes(session->reader(), Progress());

    ASSERT_TRUE(changes);
    EXPECT_TRUE(changes->set.isEmpty());
    EXPECT_EQ(changes->gone, std::vector<std::string>{"A-1"});
}

TEST_F(OneCamera, whatTheyRemovedLeavesHereWhenThatIsTaken)
{
    Doubt removed{.kind = Kind::RemovedThere, .mine = mine};
    Review review({removed});
    EXPECT_FALSE(review.allows(0, Decision::Apart));
    review.decide(0, Decision::Take);
    ChangeSet set = changesOf(review);
    ASSERT_EQ(set.changes.size(), 1U);
    EXPECT_TRUE(set.changes.front().isRemoved());
    set.reason = "unione";
    ASSERT_TRUE(session->perform(set));
    EXPECT_EQ(session->inventory().size(), 0U);
}

TEST_F(OneCamera, aPlaceComesWithItsCameraUnlessItsCodeIsThere)
{
    Doubt doubt = twin();
    auto& apart = std::get<Camera>(*doubt.apart);
    apart.siteCode = "PST-77";
    const Site site = test::aSite().coded("PST-77").ofBody(apart.bodyIstat).inSystem(apart.systemCode);
    doubt.companions = {site};
    Review review({doubt});
    review.decide(0, Decision::Apart);
    const ChangeSet set = changesOf(review);
    ASSERT_EQ(set.changes.size(), 2U);
    EXPECT_EQ(set.changes.front().kind(), RecordKind::Site);
    ASSERT_TRUE(session->perform(set));

    EXPECT_EQ(changesOf(review).changes.size(), 1U) << "the site is there now";
}

TEST_F(OneCamera, oneAnswerServesAllOfItsKind)
{
    Doubt sure = twin();
    sure.byLikeness = false;
    Review review({twin(), sure, twin(), twin()});
    review.decide(3, Decision::Leave);
    review.choose(0, "name", true);
    EXPECT_EQ(review.decideAlike(0), 0U) << "nothing was answered yet";
    review.decide(0, Decision::Take);

    EXPECT_EQ(review.openAlike(0), 1U);
    EXPECT_EQ(review.decideAlike(0), 1U);

    EXPECT_EQ(review.answer(2), review.answer(0));
    EXPECT_EQ(review.answer(1).kind, Decision::Open) << "another kind";
    EXPECT_EQ(review.answer(3).kind, Decision::Leave) << "decided before";
    EXPECT_EQ(review.decided(), 3U);
    EXPECT_EQ(review.nextOpen(3), 1U);
    review.decide(1, Decision::Leave);
    EXPECT_EQ(review.nextOpen(1), std::nullopt);
}

TEST(Doubts, beyondWhatAPersonCanReadTheyAreCounted)
{
    Doubts doubts;
    for (int i = 0; i < 5003; ++i) {
        doubts.add({});
    }
    EXPECT_EQ(doubts.items.size(), 5000U);
    EXPECT_EQ(doubts.untold, 3);
}

} // namespace
} // namespace observo::exchange
