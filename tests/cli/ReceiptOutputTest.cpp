// SPDX-License-Identifier: GPL-3.0-or-later
#include "ReceiptOutput.h"

#include "support/TestPlaces.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>
#include <sstream>

namespace observo::cli {
namespace {

exchange::Receipt aReceipt()
{
    return {.source = "a.csv", .read = 2, .added = 2};
}

struct Streams {
    std::ostringstream out;
    std::ostringstream err;
    Console console{out, err, false};
};

TEST(ReceiptOutput, countsAreShownAndFindingsAreExitOne)
{
    Streams streams;
    exchange::Receipt receipt = aReceipt();
    EXPECT_EQ(showReceipt(streams.console, receipt), ExitCode::Done);
    EXPECT_NE(streams.out.str().find("added\t2"), std::string::npos);

    receipt.tell({.row = 7, .field = "retention_hours", .value = "sette", .messageEn = "is no number"});
    EXPECT_EQ(showReceipt(streams.console, receipt), ExitCode::Findings);
    EXPECT_NE(streams.err.str().find("row 7, retention_hours, \"sette\": is no number"), std::string::npos)
        << streams.err.str();
    EXPECT_EQ(showReceipt(streams.console, {}), ExitCode::Findings); // nothing was in the file
}

TEST(ReceiptOutput, jsonIsTheReceiptAlone)
{
    Streams streams;
    streams.console.json = true;
    showReceipt(streams.console, aReceipt());
    EXPECT_EQ(nlohmann::json::parse(streams.out.str()).at("added"), 2);
}

TEST(ReceiptOutput, anExistingReceiptIsRefusedBeforeTheWorkBegins)
{
    const test::TemporaryFolder folder;
    const std::string file = (folder / "r.json").string();
    std::ofstream(file) << "old";

    const auto refused = ReceiptFile::make(file, folder / "a.csv", Overwrite::Refuse);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::OutputExists);

    Streams streams;
    const auto allowed = ReceiptFile::make(file, folder / "a.csv", Overwrite::Replace);
    ASSERT_TRUE(allowed);
    EXPECT_TRUE(allowed->save(streams.console, aReceipt()));
    EXPECT_GT(std::filesystem::file_size(file), 100U);
}

TEST(ReceiptOutput, withoutAnOptionItGoesBesideTheFileAndMayFail)
{
    const test::TemporaryFolder folder;
    Streams streams;
    ASSERT_TRUE(ReceiptFile::make("", folder / "a.csv", Overwrite::Refuse)->save(streams.console, aReceipt()));
    EXPECT_TRUE(std::filesystem::exists(folder / "a.csv.receipt.json"));

    EXPECT_TRUE(ReceiptFile::make("", "/nonexistent/a.csv", Overwrite::Refuse)->save(streams.console, aReceipt()));
    EXPECT_NE(streams.err.str().find("receipt"), std::string::npos);
}

} // namespace
} // namespace observo::cli
