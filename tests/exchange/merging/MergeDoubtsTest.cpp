// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/Builders.h"
#include "support/census/CensusFolder.h"

#include "observo/core/Edits.h"
#include "observo/exchange/Merge.h"
#include "observo/exchange/Review.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

namespace observo::exchange {
namespace {

using Kind = Doubt::Kind;

std::unique_ptr<census::Session> openAt(const std::filesystem::path& file)
{
    auto session = census::Session::open(file, test::optionsOf("anna"));
    EXPECT_TRUE(session) << test::messageOf(session);
    return std::move(*session);
}

MergeOutcome reviewed(const std::filesystem::path& mine, const std::filesystem::path& theirs)
{
    const auto outcome = performMerge(*openAt(mine), {.other = theirs, .policy = MergePolicy::Review}, Progress());
    EXPECT_TRUE(outcome) << test::messageOf(outcome);
    return outcome.value_or(MergeOutcome{});
}

/// A census with one camera and a copy of it, each going on by itself.
class Apart : public testing::Test {
protected:
    Apart()
    {
        camera = test::addCamera(*folder.create(), test::aCamera().at(7.68, 45.07).coded("A-1").named("Ponte"));
        std::filesystem::copy_file(mine(), theirs());
    }
    [[nodiscard]] std::filesystem::path mine() const { return folder.file(); }
    [[nodiscard]] std::filesystem::path theirs() const { return folder.path("theirs.gpkg"); }
    void change(const std::filesystem::path& file, const std::function<void(Camera&)>& how) const
    {
        const auto session = openAt(file);
        const Camera before = test::stored(*session, camera.id);
        Camera after = before;
        how(after);
        ASSERT_TRUE(session->perform(editRecord(before, after)));
    }
    void remove(const std::filesystem::path& file) const
    {
        const auto session = openAt(file);
        ASSERT_TRUE(session->perform(removeCamera(test::stored(*session, camera.id), "smontata")));
    }

    test::CensusFolder folder;
    Camera camera;
};

TEST_F(Apart, aConflictBringsBothSidesAndWhatTheyStartedFrom)
{
    change(mine(), [](Camera& one) { one.name = "mia"; });
    change(theirs(), [](Camera& one) {
        one.name = "loro";
        one.brand = "Axis";
    });

    const auto outcome = reviewed(mine(), theirs());

    EXPECT_EQ(outcome.receipt.review, 1);
    ASSERT_EQ(outcome.doubts.items.size(), 1U);
    const Doubt& doubt = outcome.doubts.items.front();
    EXPECT_EQ(doubt.kind, Kind::Conflict);
    EXPECT_EQ(doubt.fields, std::vector<std::string>{"name"});
    EXPECT_EQ(std::get<Camera>(*doubt.mine).name, "mia");
    EXPECT_EQ(std::get<Camera>(*doubt.mine).brand, "Axis") << "as the census is after the merge";
    EXPECT_EQ(std::get<Camera>(*doubt.theirs).name, "loro");
    EXPECT_EQ(std::get<Camera>(*doubt.base).name, "Ponte");

    Review review(outcome.doubts.items);
    review.choose(0, "name", true);
    review.decide(0, Answer::Kind::Take);
    {
        const auto session = openAt(mine());
        ASSERT_TRUE(session->perform(review.changes(session->reader(), Progress())->set));
        EXPECT_EQ(test::stored(*session, camera.id).name, "loro");
    }
    const auto again = reviewed(mine(), theirs());
    EXPECT_EQ(again.receipt.updated, 0);
}

TEST_F(Apart, aRemovalAgainstAChangeIsLeftToAPersonOnEitherSide)
{
    change(mine(), [](Camera& one) { one.name = "mia"; });
    remove(theirs());

    const auto here = reviewed(mine(), theirs());
    ASSERT_EQ(here.doubts.items.size(), 1U);
    EXPECT_EQ(here.doubts.items.front().kind, Kind::RemovedThere);
    EXPECT_EQ(std::get<Camera>(*here.doubts.items.front().mine).name, "mia");

    const auto there = reviewed(theirs(), mine());
    ASSERT_EQ(there.doubts.items.size(), 1U);
    const Doubt& doubt = there.doubts.items.front();
    EXPECT_EQ(doubt.kind, Kind::RemovedHere);
    EXPECT_FALSE(doubt.mine);
    EXPECT_EQ(doubt.fields, std::vector<std::string>{"name"});

    Review review(there.doubts.items);
    EXPECT_FALSE(review.allows(0, Answer::Kind::Take));
    review.decide(0, Answer::Kind::Apart);
    const auto session = openAt(theirs());
    const auto set = review.changes(session->reader(), Progress())->set;
    ASSERT_TRUE(session->perform(set)) << "a camera that was removed may come back";
    EXPECT_EQ(test::stored(*session, camera.id).name, "mia");
}

TEST(MergeDoubts, withoutACommonOriginATwinMayComeInWithItsPlace)
{
    const test::CensusFolder one;
    const test::CensusFolder other;
    const Camera mine = test::addCamera(*one.create(), test::aCamera().at(7.68, 45.07).coded("A-1"));
    Camera theirs = test::aCamera().at(7.68003, 45.07).coded("LOTTO-1");
    theirs = test::addCamera(*other.create(), theirs);

    const auto outcome = reviewed(one.file(), other.file());

    ASSERT_EQ(outcome.doubts.items.size(), 1U);
    const Doubt& doubt = outcome.doubts.items.front();
    EXPECT_EQ(doubt.kind, Kind::PossibleTwin);
    EXPECT_EQ(std::get<Camera>(*doubt.theirs).id, mine.id);
    EXPECT_EQ(std::get<Camera>(*doubt.theirs).code, "A-1");
    EXPECT_EQ(std::get<Camera>(*doubt.apart).id, theirs.id);
    Review review(outcome.doubts.items);
    review.decide(0, Answer::Kind::Apart);
    const auto session = openAt(one.file());
    ASSERT_TRUE(session->perform(review.changes(session->reader(), Progress())->set));
    EXPECT_EQ(test::stored(*session, theirs.id).code, "LOTTO-1");
}

TEST_F(Apart, foreseeingWritesNothing)
{
    change(theirs(), [](Camera& one) { one.name = "loro"; });

    const auto outcome = foreseeMerge(mine(), {.other = theirs()}, Progress());

    ASSERT_TRUE(outcome) << test::messageOf(outcome);
    EXPECT_EQ(outcome->receipt.updated, 1);
    EXPECT_EQ(outcome->committed.setId, 0);
    EXPECT_EQ(folder.reader()->camera(camera.id)->name, "Ponte");
}

} // namespace
} // namespace observo::exchange
