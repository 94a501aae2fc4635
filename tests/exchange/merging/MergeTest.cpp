// SPDX-License-Identifier: GPL-3.0-or-later
#include "observo/exchange/Merge.h"

#include "support/Builders.h"
#include "support/census/CensusFolder.h"
#include "support/census/CensusModel.h"
#include "support/census/RandomEdits.h"

#include "observo/core/Edits.h"

#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <thread>

namespace observo::exchange {
namespace {

using test::CensusFolder;
using Content = std::map<std::string, std::string>;

std::unique_ptr<census::Session> openAt(const std::filesystem::path& file)
{
    auto session = census::Session::open(file, test::optionsOf("anna"));
    EXPECT_TRUE(session) << session.error().message();
    return std::move(*session);
}

/// Everything but bookkeeping, by UUID.
Content contentOf(const std::filesystem::path& file)
{
    Content content;
    const auto model = test::CensusModel::of(file);
    for (const auto& [uuid, record] : model.records()) {
        if (std::holds_alternative<Census>(record)) {
            continue;
        }
        std::string& text = content[uuid.text()];
        for (const FieldInfo& field : fieldsOf(kindOfRecord(record))) {
            const std::string value = field.byProgram ? "" : textOf(valueOf(record, field));
            text += value.empty() ? "" : std::string(field.name) + '=' + value + ';';
        }
        if (const auto* camera = std::get_if<Camera>(&record)) {
            text += textOf(FieldValue(camera->position.lon)) + ' ' + textOf(FieldValue(camera->position.lat));
        }
    }
    return content;
}

/// The first record in which the two differ.
std::string difference(const Content& a, const Content& b)
{
    for (const auto& [uuid, text] : a) {
        const auto other = b.find(uuid);
        if (other == b.end()) {
            return "only in the first: " + uuid + ' ' + text;
        }
        if (other->second != text) {
            return uuid + ":\n" + text + "\n" + other->second;
        }
    }
    for (const auto& [uuid, text] : b) {
        if (!a.contains(uuid)) {
            return "only in the second: " + uuid + ' ' + text;
        }
    }
    return {};
}

Receipt mergeInto(const std::filesystem::path& mine, const std::filesystem::path& theirs,
                  MergePolicy policy = MergePolicy::Newest)
{
    const auto session = openAt(mine);
    const auto receipt = mergeCensus(*session, {.other = theirs, .policy = policy}, Progress());
    EXPECT_TRUE(receipt) << receipt.error().message();
    EXPECT_TRUE(receipt && receipt->addsUp());
    return receipt.value_or(Receipt{});
}

/// A census with two cameras, and a copy of it.
class TwoCopies : public testing::Test {
protected:
    TwoCopies()
    {
        {
            const auto session = folder.create();
            first = test::addCamera(*session, test::aCamera().at(7.68, 45.07).named("Ponte"));
            second = test::addCamera(*session, test::aCamera().at(7.69, 45.08).named("Piazza"));
        }
        std::filesystem::copy_file(mine(), theirs());
    }
    [[nodiscard]] std::filesystem::path mine() const { return folder.file(); }
    [[nodiscard]] std::filesystem::path theirs() const { return folder.path("theirs.gpkg"); }

    static void edit(const std::filesystem::path& file, CameraId id, const std::function<void(Camera&)>& change)
    {
        const auto session = openAt(file);
        const Camera before = test::stored(*session, id);
        Camera after = before;
        change(after);
        ASSERT_TRUE(session->perform(editRecord(before, after)));
    }

    CensusFolder folder;
    Camera first;
    Camera second;
};

TEST_F(TwoCopies, fieldsChangedOnOneSideEachComeTogether)
{
    edit(mine(), first.id, [](Camera& camera) { camera.name = "Ponte Nord"; });
    edit(theirs(), first.id, [](Camera& camera) { camera.brand = "Axis"; });

    const auto receipt = mergeInto(mine(), theirs());

    const auto merged = folder.reader()->camera(first.id);
    EXPECT_EQ(merged->name, "Ponte Nord");
    EXPECT_EQ(merged->brand, "Axis");
    EXPECT_EQ(receipt.updated, 1);
    EXPECT_FALSE(receipt.hasFindings());
}

TEST_F(TwoCopies, theSameChangeIsNoConflict)
{
    for (const auto& file : {mine(), theirs()}) {
        edit(file, first.id, [](Camera& camera) { camera.name = "Ponte Nord"; });
    }
    const auto receipt = mergeInto(mine(), theirs(), MergePolicy::Review);
    EXPECT_EQ(receipt.review, 0);
    EXPECT_EQ(receipt.updated, 0);
}

TEST_F(TwoCopies, aConflictGoesByThePolicy)
{
    edit(mine(), first.id, [](Camera& camera) { camera.name = "mia"; });
    std::this_thread::sleep_for(std::chrono::milliseconds(1100));
    edit(theirs(), first.id, [](Camera& camera) { camera.name = "loro"; });
    const auto copy = folder.path("copy.gpkg");
    const auto named = [&](MergePolicy policy) {
        std::filesystem::copy_file(mine(), copy, std::filesystem::copy_options::overwrite_existing);
        const auto receipt = mergeInto(copy, theirs(), policy);
        EXPECT_EQ(receipt.review, policy == MergePolicy::Review ? 1 : 0);
        return census::Reader::open(copy).value()->camera(first.id)->name;
    };

    EXPECT_EQ(named(MergePolicy::Newest), "loro");
    EXPECT_EQ(named(MergePolicy::Mine), "mia");
    EXPECT_EQ(named(MergePolicy::Theirs), "loro");
    EXPECT_EQ(named(MergePolicy::Review), "mia");
}

TEST_F(TwoCopies, removalsTravel)
{
    {
        const auto session = openAt(theirs());
        ASSERT_TRUE(session->perform(removeCamera(test::stored(*session, first.id), "smontata")));
    }
    mergeInto(mine(), theirs());
    EXPECT_FALSE(folder.reader()->camera(first.id));
    EXPECT_TRUE(folder.reader()->camera(second.id));
    // And the other way round it stays removed.
    edit(mine(), second.id, [](Camera& camera) { camera.name = "x"; });
    mergeInto(theirs(), mine());
    EXPECT_FALSE(census::Reader::open(theirs()).value()->camera(first.id));
}

TEST_F(TwoCopies, newCamerasWithTheSameNextCodeAreToldApart)
{
    Camera ours;
    {
        const auto session = openAt(mine());
        ours = test::addCamera(*session, Camera{.id = CameraId::make(), .position = {7.7, 45.1}});
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(1100));
    Camera other;
    {
        const auto session = openAt(theirs());
        other = test::addCamera(*session, Camera{.id = CameraId::make(), .position = {7.8, 45.2}});
    }
    ASSERT_EQ(ours.code, other.code);

    const auto receipt = mergeInto(mine(), theirs());

    const auto reader = folder.reader();
    EXPECT_EQ(reader->camera(ours.id)->code, ours.code);
    EXPECT_EQ(reader->camera(other.id)->code, ours.code + "-2");
    EXPECT_NE(reader->camera(ours.id)->siteCode, reader->camera(other.id)->siteCode);
    EXPECT_TRUE(receipt.hasFindings());
}

TEST_F(TwoCopies, aSecondMergeAndADryRunChangeNothing)
{
    edit(theirs(), first.id, [](Camera& camera) { camera.name = "loro"; });
    {
        const auto session = openAt(mine());
        ASSERT_TRUE(mergeCensus(*session, {.other = theirs(), .dryRun = true}, Progress()));
    }
    EXPECT_EQ(folder.reader()->camera(first.id)->name, "Ponte");

    mergeInto(mine(), theirs());
    const auto bytes = test::query(mine(), "SELECT * FROM camera") + test::query(mine(), "SELECT * FROM change_log");
    const auto again = mergeInto(mine(), theirs());

    EXPECT_EQ(again.added + again.updated, 0);
    EXPECT_EQ(test::query(mine(), "SELECT * FROM camera") + test::query(mine(), "SELECT * FROM change_log"), bytes);
}

TEST(Merge, withoutACommonOriginTheSameCameraIsFoundAndTheNewerFillsIn)
{
    const CensusFolder mine;
    const CensusFolder theirs;
    CameraId id;
    {
        const auto session = mine.create();
        id = test::addCamera(*session, test::aCamera().at(7.68, 45.07).coded("A-1").named("Ponte")).id;
    }
    {
        const auto session = theirs.create();
        (void)test::addCamera(*session,
                              test::aCamera().at(7.68, 45.07).coded("A-1").named("Ponte").with("brand", "Axis"));
        (void)test::addCamera(*session, test::aCamera().at(7.79, 45.17).coded("B-1").named("Altra"));
    }
    const auto receipt = mergeInto(mine.file(), theirs.file());

    EXPECT_EQ(mine.reader()->facts()->cameras, 2U);
    EXPECT_EQ(mine.reader()->camera(id)->brand, "Axis");
    EXPECT_TRUE(receipt.addsUp());
    const auto again = mergeInto(mine.file(), theirs.file());
    EXPECT_EQ(again.added + again.updated, 0);
    EXPECT_EQ(mine.reader()->facts()->cameras, 2U);
}

TEST(Merge, recordsKeepTheirOwningBody)
{
    const CensusFolder mine;
    const CensusFolder theirs;
    (void)mine.create();
    CameraId id;
    {
        const auto session = theirs.create();
        id = test::addCamera(*session, test::aCamera().at(7.79, 45.17).ofBody("002158")).id;
    }
    mergeInto(mine.file(), theirs.file());
    EXPECT_EQ(mine.reader()->camera(id)->bodyIstat, "002158");
}

TEST(Merge, whatIsNoCensusIsRefusedAsAnInput)
{
    const CensusFolder folder;
    const auto session = folder.create();
    const auto missing = mergeCensus(*session, {.other = folder.path("no.gpkg")}, Progress());
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().code, ErrorCode::InputUnreadable);
    const auto itself = mergeCensus(*session, {.other = folder.file()}, Progress());
    ASSERT_FALSE(itself);
    EXPECT_EQ(itself.error().code, ErrorCode::InvalidArgument);
}

TEST(Merge, policiesHaveNames)
{
    for (const std::string name : {"newest", "mine", "theirs", "review"}) {
        ASSERT_TRUE(mergePolicyNamed(name));
        EXPECT_EQ(nameOf(*mergePolicyNamed(name)), name);
    }
    EXPECT_FALSE(mergePolicyNamed("skip"));
}

/// Random edits on two copies of one census.
class RandomMerge : public testing::TestWithParam<std::uint64_t> {};

TEST_P(RandomMerge, bothOrdersGiveTheSameCensusAndASecondRunChangesNothing)
{
    const CensusFolder folder;
    const auto editRandomly = [](const std::filesystem::path& file, std::uint64_t seed, int edits) {
        const auto session = openAt(file);
        auto model = test::CensusModel::of(session->reader());
        test::RandomEdits random(seed);
        for (int i = 0; i < edits; ++i) {
            const auto done = session->perform(random.next(model));
            ASSERT_TRUE(done) << done.error().message();
            model.apply(done->changes);
        }
    };
    (void)folder.create();
    editRandomly(folder.file(), GetParam(), 25);
    const auto left = folder.path("left.gpkg");
    const auto right = folder.path("right.gpkg");
    std::filesystem::copy_file(folder.file(), left);
    std::filesystem::copy_file(folder.file(), right);
    editRandomly(left, GetParam() * 7919 + 1, 20);
    editRandomly(right, GetParam() * 104729 + 2, 20);
    const auto leftThenRight = folder.path("lr.gpkg");
    const auto rightThenLeft = folder.path("rl.gpkg");
    std::filesystem::copy_file(left, leftThenRight);
    std::filesystem::copy_file(right, rightThenLeft);

    mergeInto(leftThenRight, right);
    mergeInto(rightThenLeft, left);

    const Content merged = contentOf(leftThenRight);
    EXPECT_EQ(difference(merged, contentOf(rightThenLeft)), "");
    const auto again = mergeInto(leftThenRight, right);
    EXPECT_EQ(again.added + again.updated, 0);
    EXPECT_EQ(difference(merged, contentOf(leftThenRight)), "");
    EXPECT_EQ(mergeInto(leftThenRight, rightThenLeft).added, 0);
    EXPECT_EQ(difference(merged, contentOf(leftThenRight)), "");
}

INSTANTIATE_TEST_SUITE_P(Seeds, RandomMerge, testing::Range<std::uint64_t>(1, 13));

} // namespace
} // namespace observo::exchange
