// SPDX-License-Identifier: GPL-3.0-or-later
#include "sqlite/Statement.h"

#include "sqlite/Connection.h"
#include "support/census/CensusFolder.h"

#include <gtest/gtest.h>

namespace observo::census {
namespace {

using test::CensusFolder;

std::unique_ptr<Connection> connectionTo(const CensusFolder& folder)
{
    static_cast<void>(folder.create());
    return std::move(*Connection::open(folder.file(), Connection::Access::Read));
}

TEST(Statement, everyKindOfValueComesBackAsItWas)
{
    const CensusFolder folder;
    const auto connection = connectionTo(folder);
    const std::vector<SqlValue> values = {std::monostate{},        std::int64_t{-7},    0.1,
                                          std::string("Città\"'"), Blob{0, 255, 10, 0}, std::string()};

    for (const auto& value : values) {
        auto statement = connection->prepare("SELECT ?1");
        ASSERT_TRUE(statement);
        const auto row = statement->bindValue(1, value).step();

        ASSERT_TRUE(row && *row);
        EXPECT_EQ(statement->value(0), value);
    }
}

TEST(Statement, emptyTextStandsForNotKnownWhereAsked)
{
    const CensusFolder folder;
    const auto connection = connectionTo(folder);
    auto statement = connection->prepare("SELECT ?1, ?2");

    ASSERT_TRUE(*statement->bindOptional(1, "").bindOptional(2, "x").step());

    EXPECT_TRUE(statement->isNull(0));
    EXPECT_EQ(statement->text(1), "x");
}

TEST(Statement, aBindingThatFailsIsReportedByTheStep)
{
    const CensusFolder folder;
    const auto connection = connectionTo(folder);
    auto statement = connection->prepare("SELECT ?1");

    const auto row = statement->bind(2, std::int64_t{1}).step();

    ASSERT_FALSE(row);
    EXPECT_EQ(row.error().file, folder.file());
}

TEST(Statement, aStatementGoesBackToThePoolResetAndWithoutValues)
{
    const CensusFolder folder;
    const auto connection = connectionTo(folder);
    for (int i = 0; i < 3; ++i) {
        auto statement = connection->prepare("SELECT ?1, code FROM camera UNION ALL SELECT ?1, 'x'");
        ASSERT_TRUE(*statement->step());
        EXPECT_TRUE(statement->isNull(0)) << "round " << i;
        statement->reset();
        statement->bind(1, std::int64_t{5});
        ASSERT_TRUE(*statement->step());
    }
    const auto count = connection->number("SELECT count(*) FROM camera");
    EXPECT_TRUE(count) << test::messageOf(count);
}

TEST(Statement, fieldValuesBecomeWhatTheFileHolds)
{
    EXPECT_EQ(sqlValueOf(FieldValue{}), SqlValue{});
    EXPECT_EQ(sqlValueOf(FieldValue{std::string()}), SqlValue{});
    EXPECT_EQ(sqlValueOf(FieldValue{true}), SqlValue{std::int64_t{1}});
    EXPECT_EQ(sqlValueOf(FieldValue{2.5}), SqlValue{2.5});
    EXPECT_EQ(sqlValueOf(FieldValue{std::int64_t{3}}), SqlValue{std::int64_t{3}});
}

} // namespace
} // namespace observo::census
