// SPDX-License-Identifier: GPL-3.0-or-later
#include "observo/exchange/Receipt.h"

#include "support/TestPlaces.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <fstream>

namespace observo::exchange {
namespace {

using nlohmann::json;

Receipt aReceipt()
{
    Receipt receipt{
        .source = "cameras.shp",
        .sha256 = "ab",
        .layer = "cameras",
        .encoding = "ISO-8859-1 (from .cpg)",
        .crs =
            ReceiptCrs{.from = "EPSG:3003", .to = "EPSG:6706", .operation = "op", .accuracy = Metres{4}, .how = ".prj"},
        .mapping = {{"TIPO", "camera_type"}},
        .unmapped = {"NOTE2"},
        .read = 3,
        .added = 2,
        .rejected = 1};
    receipt.tell({.row = 17,
                  .field = "retention_hours",
                  .value = "sette giorni",
                  .code = "not_understood",
                  .messageIt = "non si capisce",
                  .messageEn = "is not understood"});
    return receipt;
}

TEST(Receipt, tellsWhatItSaysOftenOnce)
{
    Receipt receipt;
    const auto tell = [&](std::int64_t row, std::string value, Severity severity) {
        receipt.tell({.row = row,
                      .field = "camera_type",
                      .value = std::move(value),
                      .severity = severity,
                      .code = "unknown_code",
                      .messageEn = "is not known"});
    };
    tell(1, "once", Severity::Warning);
    tell(2, "often", Severity::Warning);
    tell(3, "often", Severity::Warning);
    tell(4, "bad", Severity::Error);
    tell(5, "remark", Severity::Notice);

    const auto groups = groupsOf(receipt, Severity::Warning);

    ASSERT_EQ(groups.size(), 3U);
    EXPECT_EQ(groups[0].first.value, "bad");
    EXPECT_EQ(groups[1].first.value, "often");
    EXPECT_EQ(groups[1].count, 2);
    EXPECT_EQ(groups[1].first.row, 2);
    EXPECT_EQ(groupsOf(receipt, Severity::Notice).size(), 4U);
}

TEST(Receipt, tellsARemarkAboutVeryManyRowsForTheFirstOfThem)
{
    Receipt receipt;
    for (std::int64_t row = 1; row <= 1000; ++row) {
        receipt.tell({.row = row, .field = "position", .value = std::to_string(row), .code = "outside"});
        receipt.tell({.row = row, .field = "camera_type", .value = std::to_string(row), .code = "unknown_code"});
    }

    const auto groups = groupsOf(receipt, Severity::Warning);

    EXPECT_EQ(groups.size(), 1000U + 21U) << "what a person may give a meaning to is told value by value";
    EXPECT_EQ(groups.front().count, 980);
    EXPECT_EQ(groups.front().first.row, 21);
}

TEST(Receipt, isWrittenAsTheContractSays)
{
    const auto document = json::parse(jsonOf(aReceipt(), Language::English));

    EXPECT_EQ(document.at("source"), "cameras.shp");
    EXPECT_EQ(document.at("encoding"), "ISO-8859-1 (from .cpg)");
    EXPECT_EQ(document.at("crs").at("accuracy_m"), 4.0);
    EXPECT_EQ(document.at("crs").at("ballpark"), false);
    EXPECT_EQ(document.at("crs").at("how"), ".prj");
    EXPECT_EQ(document.at("mapping").at("TIPO"), "camera_type");
    EXPECT_EQ(document.at("unmapped"), json::array({"NOTE2"}));
    EXPECT_EQ(document.at("read"), 3);
    const auto& problem = document.at("problems").at(0);
    EXPECT_EQ(problem.at("row"), 17);
    EXPECT_EQ(problem.at("field"), "retention_hours");
    EXPECT_EQ(problem.at("value"), "sette giorni");
    EXPECT_EQ(problem.at("severity"), "warning");
    EXPECT_EQ(problem.at("message"), "is not understood");
    EXPECT_EQ(json::parse(jsonOf(aReceipt(), Language::Italian)).at("problems").at(0).at("message"), "non si capisce");
}

TEST(Receipt, whatIsNotKnownIsNull)
{
    const auto document = json::parse(jsonOf(Receipt{}, Language::English));
    EXPECT_TRUE(document.at("crs").is_null());
    EXPECT_TRUE(document.at("layer").is_null());
    EXPECT_TRUE(document.at("problems").empty());
}

TEST(Receipt, addsUpOnlyWhenEveryRowHasAnEnd)
{
    Receipt receipt = aReceipt();
    EXPECT_TRUE(receipt.addsUp());
    ++receipt.read;
    EXPECT_FALSE(receipt.addsUp());
}

TEST(Receipt, noticesAreNoFindings)
{
    Receipt receipt;
    receipt.tell({.severity = Severity::Notice});
    EXPECT_FALSE(receipt.hasFindings());
    receipt.review = 1;
    EXPECT_TRUE(receipt.hasFindings());
    EXPECT_TRUE(aReceipt().hasFindings());
}

TEST(Receipt, problemsBeyondTenThousandAreCounted)
{
    Receipt receipt;
    for (int i = 0; i < 10'005; ++i) {
        receipt.tell({.code = "x"});
    }
    EXPECT_EQ(receipt.problems.size(), 10'000U);
    EXPECT_EQ(receipt.untold, 5);
    const auto document = json::parse(jsonOf(receipt, Language::English));
    EXPECT_EQ(document.at("problems").back().at("code"), "more_problems");
}

TEST(Receipt, isSavedWholeAndReplacesOnlyWhenAllowed)
{
    const test::TemporaryFolder folder;
    const auto file = receiptFileFor(folder / "cameras.shp");
    EXPECT_EQ(file.filename(), "cameras.shp.receipt.json");

    ASSERT_TRUE(saveReceipt(aReceipt(), Language::English, file, Overwrite::Refuse));
    EXPECT_FALSE(saveReceipt(aReceipt(), Language::English, file, Overwrite::Refuse));
    EXPECT_TRUE(saveReceipt(aReceipt(), Language::English, file, Overwrite::Replace));
    std::ifstream in(file);
    EXPECT_EQ(json::parse(in).at("added"), 2);
}

} // namespace
} // namespace observo::exchange
