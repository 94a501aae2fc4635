// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/RowIntake.h"

#include "support/Builders.h"
#include "support/exchange/CensusToExport.h"
#include "support/exchange/TableSource.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace observo::exchange {
namespace {

struct Outcome {
    Receipt receipt;
    std::vector<Change> changes;
};

/// What the rows bring to a census with these records.
Outcome intake(TableSource source, const std::vector<Record>& records, OnMatch onMatch)
{
    const auto census = test::aCensusWith(records);
    const auto found = survey(source, {}, false, Progress());
    const auto placing = Placing::make({.crs = geo::Crs::fromEpsg(4326).value()}, {}, found->sample);
    auto matching = Matching::make(&census->reader(), *census->reader().inventory(Progress()), {}, Progress());
    const DraftReader reader(source.table(), *found, *placing, {});
    Outcome outcome;
    EXPECT_TRUE(source.rewind(Progress()));
    RowIntake rows({source, reader, *matching, outcome.receipt}, {.onMatch = onMatch}, Progress());
    while (true) {
        auto change = rows.next();
        EXPECT_TRUE(change) << change.error().message();
        if (!change || !*change) {
            break;
        }
        outcome.changes.push_back(std::move(**change));
    }
    EXPECT_TRUE(outcome.receipt.addsUp());
    return outcome;
}

const Camera& there()
{
    static const Camera kCamera = test::aCamera().at(7.6869, 45.0703).coded("A-1").named("Ponte");
    return kCamera;
}

TableSource rows()
{
    return {{"lon", "lat", "codice", "nome"},
            {{"7.6869", "45.0703", "A-1", "Ponte Nuovo"},
             {"7.7", "45.1", "A-2", "Altra"},
             {"7.7", "45.1", "A-2", "Altra"},
             {"0", "0", "A-3", "Nessuna"}}};
}

TEST(RowIntake, skipLeavesTheCensusAsItIs)
{
    const auto [receipt, changes] = intake(rows(), {there()}, OnMatch::Skip);
    EXPECT_EQ(receipt.read, 4);
    EXPECT_EQ(receipt.added, 1);
    EXPECT_EQ(receipt.skipped, 2); // already there, and repeated
    EXPECT_EQ(receipt.rejected, 1);
    ASSERT_EQ(changes.size(), 1U);
    EXPECT_TRUE(changes[0].isAdded());
}

TEST(RowIntake, updatePutsWhatTheRowSaysOnTheCamera)
{
    const auto [receipt, changes] = intake(rows(), {there()}, OnMatch::Update);
    EXPECT_EQ(receipt.updated, 1);
    ASSERT_EQ(changes.size(), 2U);
    EXPECT_EQ(std::get<Camera>(*changes[0].after).name, "Ponte Nuovo");
    EXPECT_EQ(std::get<Camera>(*changes[0].before).name, "Ponte");
}

TEST(RowIntake, reviewLeavesDifferencesToAPerson)
{
    const auto [receipt, changes] = intake(rows(), {there()}, OnMatch::Review);
    EXPECT_EQ(receipt.review, 1);
    EXPECT_EQ(receipt.problems.front().code, "to_review");
    EXPECT_NE(receipt.problems.front().messageEn.find("name"), std::string::npos);
}

TEST(RowIntake, addTakesEveryRowThatHasAPlace)
{
    const auto [receipt, changes] = intake(rows(), {there()}, OnMatch::Add);
    EXPECT_EQ(receipt.added, 3);
    EXPECT_EQ(receipt.rejected, 1);
    EXPECT_EQ(changes.size(), 3U);
}

TEST(RowIntake, addGivesANewIdentityWhereTheOldOneIsTaken)
{
    const std::string id = there().id.text();
    const auto [receipt, changes] = intake(
        {{"lon", "lat", "camera_id"}, {{"7.6869", "45.0703", id}, {"7.7", "45.1", id}}}, {there()}, OnMatch::Add);
    ASSERT_EQ(changes.size(), 2U);
    EXPECT_NE(changes[0].uuid(), there().id.uuid);
    EXPECT_NE(changes[1].uuid(), changes[0].uuid());
    EXPECT_EQ(receipt.problems.front().code, "identity_in_use");
}

TEST(RowIntake, anEqualRowChangesNothing)
{
    const auto [receipt, changes] =
        intake({{"lon", "lat", "codice"}, {{"7.6869", "45.0703", "A-1"}}}, {there()}, OnMatch::Update);
    EXPECT_EQ(receipt.unchanged, 1);
    EXPECT_TRUE(changes.empty());
}

TEST(RowIntake, otherThingsOfAnOsmExtractAreNoCameras)
{
    const auto [receipt, changes] =
        intake({{"lon", "lat", "man_made"}, {{"7.6", "45", "surveillance"}, {"7.7", "45", "tower"}, {"7.8", "45", ""}}},
               {there()}, OnMatch::Skip);
    EXPECT_EQ(receipt.added, 1);
    EXPECT_EQ(receipt.skipped, 2);
}

TEST(RowIntake, isCancelled)
{
    TableSource source = rows();
    const auto found = survey(source, {}, false, Progress());
    const auto placing = Placing::make({.crs = geo::Crs::fromEpsg(4326).value()}, {}, found->sample);
    auto matching = Matching::make(nullptr, Inventory(), {}, Progress());
    const DraftReader reader(source.table(), *found, *placing, {});
    Receipt receipt;
    const Progress progress;
    progress.cancel();
    RowIntake intake({source, reader, *matching, receipt}, {}, progress);
    const auto change = intake.next();
    ASSERT_FALSE(change);
    EXPECT_EQ(change.error().code, ErrorCode::Cancelled);
}

} // namespace
} // namespace observo::exchange
