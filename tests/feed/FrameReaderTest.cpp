// SPDX-License-Identifier: GPL-3.0-or-later
#include "FrameReader.h"

#include "FrameWriter.h"
#include "support/feed/MadeUpFeed.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <random>
#include <string>

namespace observo::feed {
namespace {

std::vector<Column> columns()
{
    return test::aRichFile().layers.front().columns;
}

/// What the reader says of a row that was written as it is.
std::string faultOf(const Row& row)
{
    std::string bytes;
    putRow(bytes, row);
    ByteReader from(bytes);
    Row taken;
    takeRow(from, columns(), taken);
    return from.isGood() ? "" : from.why();
}

/// A row is good when everything that the program relies on holds.
bool isSound(const Row& row)
{
    std::uint64_t points = 0;
    for (const auto part : row.geometry.parts) {
        points += part;
    }
    for (const auto point : row.geometry.points) {
        if (!std::isfinite(point.x) || !std::isfinite(point.y)) {
            return false;
        }
    }
    return points == row.geometry.points.size() && row.values.size() == columns().size();
}

TEST(FrameReader, aRowThatFitsIsTaken)
{
    EXPECT_EQ(faultOf(test::aRichRow()), "");
}

TEST(FrameReader, aCoordinateThatIsNoNumberIsRefused)
{
    auto row = test::aRichRow();
    row.geometry.points[2].y = std::numeric_limits<double>::quiet_NaN();

    EXPECT_EQ(faultOf(row), "a geometry is not whole");
}

TEST(FrameReader, partsThatDoNotAddUpAreRefused)
{
    auto row = test::aRichRow();
    row.geometry.parts = {4, 5};
    EXPECT_EQ(faultOf(row), "a geometry is not whole");

    row.geometry.parts = {4, 4};
    row.geometry.rings = {3};
    EXPECT_EQ(faultOf(row), "a geometry is not whole");

    // Sums that meet again after the end of 32 bits.
    row.geometry.parts = {4, 4, 0x80000000, 0x80000000};
    row.geometry.rings = {4};
    EXPECT_EQ(faultOf(row), "a geometry is not whole");
}

class WrongValue : public testing::TestWithParam<std::pair<std::size_t, FieldValue>> {};

TEST_P(WrongValue, inAColumnOfAnotherTypeIsRefused)
{
    auto row = test::aRichRow();
    row.values[GetParam().first] = GetParam().second;

    EXPECT_NE(faultOf(row), "");
}

INSTANTIATE_TEST_SUITE_P(Rows, WrongValue,
                         testing::Values(std::pair{0U, FieldValue(true)}, std::pair{0U, FieldValue(1.5)},
                                         std::pair{1U, FieldValue(std::string("7"))}, std::pair{1U, FieldValue(7.0)},
                                         std::pair{2U, FieldValue(std::numeric_limits<double>::infinity())},
                                         std::pair{3U, FieldValue(std::int64_t{1})},
                                         std::pair{4U, FieldValue(std::string("22/11/2026"))},
                                         std::pair{4U, FieldValue(std::string("2026-11-22T10:42:07Z"))},
                                         std::pair{5U, FieldValue(std::string("2026-11-22"))},
                                         std::pair{5U, FieldValue(std::string("2026-11-22T10:42:07 <b>"))}));

TEST(FrameReader, aMissingValueAndAForeignRawTextAreRefused)
{
    auto row = test::aRichRow();
    row.values.pop_back();
    EXPECT_EQ(faultOf(row), "a row has not one value for each column");

    row = test::aRichRow();
    row.raw[0].column = 7;
    EXPECT_EQ(faultOf(row), "a raw text belongs to no column");
}

TEST(FrameReader, anErrorThatNoFileCausesIsRefused)
{
    std::string bytes;
    putFailure(bytes, {.code = ErrorCode::CensusDamaged, .what = "made up"});
    ByteReader from(bytes);

    static_cast<void>(takeFailure(from));

    EXPECT_FALSE(from.isGood());
}

TEST(FrameReader, aColumnOfATypeThatNoFileHasIsRefused)
{
    auto info = test::aRichFile();
    info.layers[0].columns[0].type = FieldType::Uuid;
    std::string bytes;
    putFileInfo(bytes, info);
    ByteReader from(bytes);

    static_cast<void>(takeFileInfo(from));

    EXPECT_FALSE(from.isGood());
}

TEST(FrameReader, everyBeginningOfADescriptionIsRefused)
{
    std::string bytes;
    putFileInfo(bytes, test::aRichFile());

    for (std::size_t length = 0; length < bytes.size(); ++length) {
        ByteReader from(std::string_view(bytes).substr(0, length));
        static_cast<void>(takeFileInfo(from));
        ASSERT_FALSE(from.isGood()) << length;
    }
}

TEST(FrameReader, mutatedRowsAreRefusedOrSound)
{
    std::string original;
    putRow(original, test::aRichRow());
    std::mt19937 random(2026);
    int taken = 0;

    for (int round = 0; round < 200'000; ++round) {
        auto bytes = original;
        for (int changes = 1 + static_cast<int>(random() % 3); changes > 0; --changes) {
            bytes[random() % bytes.size()] = static_cast<char>(random());
        }
        ByteReader from(bytes);
        Row row;
        takeRow(from, columns(), row);
        if (from.isGood()) {
            ++taken;
            ASSERT_TRUE(isSound(row)) << "round " << round;
        }
    }

    EXPECT_GT(taken, 1000); // most bytes are texts and numbers, where another one is as good
}

TEST(FrameReader, randomBytesDoNoHarm)
{
    std::mt19937 random(2027);
    int taken = 0;

    for (int round = 0; round < 100'000; ++round) {
        std::string bytes(random() % 200, '\0');
        for (auto& byte : bytes) {
            byte = static_cast<char>(random() % 8 == 0 ? random() : random() % 3);
        }
        ByteReader file(bytes);
        ByteReader task(bytes);
        ByteReader problem(bytes);
        static_cast<void>(takeFileInfo(file));
        static_cast<void>(takeTask(task));
        static_cast<void>(takeProblem(problem));
        taken += file.isGood() || task.isGood() ? 1 : 0;
    }

    EXPECT_LT(taken, 100'000);
}

TEST(FrameReader, mutatedDescriptionsAreRefusedOrKeepTheLimits)
{
    std::string original;
    putFileInfo(original, test::aRichFile());
    std::mt19937 random(2028);

    for (int round = 0; round < 100'000; ++round) {
        auto bytes = original;
        bytes[random() % bytes.size()] = static_cast<char>(random());
        ByteReader from(bytes);
        const auto info = takeFileInfo(from);
        if (from.isGood()) {
            ASSERT_LE(info.layers.size(), 1000U);
            ASSERT_LE(info.layers.empty() ? 0U : info.layers[0].columns.size(), 5000U);
        }
    }
}

} // namespace
} // namespace observo::feed
