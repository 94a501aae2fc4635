// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/cli/CliRun.h"

#include "observo/core/Fields.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <iterator>

namespace observo::test {
namespace {

using nlohmann::json;

TEST(FieldsCommand, jsonHasEveryFieldOfEveryTable)
{
    const auto fields = json::parse(runCli({"fields", "--format", "json"}).out);

    std::size_t expected = 0;
    for (const auto kind : {RecordKind::Camera, RecordKind::Site, RecordKind::System, RecordKind::Census}) {
        expected += fieldsOf(kind).size();
    }
    EXPECT_EQ(fields.size(), expected);
    for (const auto& field : fields) {
        EXPECT_FALSE(field.at("label_it").get<std::string>().empty()) << field.at("name");
        EXPECT_LE(field.at("short_name").get<std::string>().size(), 10U);
    }
}

TEST(FieldsCommand, theDataDictionaryInTheManualIsTheOneOfTheProgram)
{
    std::ifstream in(sourceFolder() / "docs" / "data-dictionary.md", std::ios::binary);
    const std::string manual{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};

    EXPECT_TRUE(runCli({"fields", "--format", "markdown"}).out == manual)
        << "write it anew: observo-cli fields --format markdown > docs/data-dictionary.md";
}

TEST(FieldsCommand, theTableFollowsTheLanguage)
{
    EXPECT_NE(runCli({"fields", "--lang", "it"}).out.find("Stato di funzionamento"), std::string::npos);
    EXPECT_NE(runCli({"fields", "--lang", "en"}).out.find("Working status"), std::string::npos);
}

} // namespace
} // namespace observo::test
