// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/ShapefileFormat.h"

#include "exchange/GdalTable.h"
#include "exchange/Golden.h"
#include "support/Builders.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace observo::exchange {
namespace {

using nlohmann::json;

class ShapefileFormatTest : public testing::Test {
protected:
    ShapefileFormatTest() { EXPECT_TRUE(m_census->write("out.shp", goldenRequest(7791))); }
    std::string bytes(std::string_view name) const { return test::bytesOf(m_census->out(name)); }
    GdalTable table(std::string_view name) const { return GdalTable::read(m_census->out(name).string()); }

    std::unique_ptr<test::CensusToExport> m_census = aGoldenCensus();
};

TEST_F(ShapefileFormatTest, theGoldenSetStaysAsItIs)
{
    for (const std::string name : {"out.shp", "out.shx", "out.dbf", "out.prj", "out.cpg", "out_sites.dbf",
                                   "out_sites.cpg", "out_systems.dbf", "out_systems.cpg"}) {
        EXPECT_TRUE(isGolden(withoutTimes(bytes(name)), "golden" + name.substr(3)));
    }
}

TEST_F(ShapefileFormatTest, theSetIsWholeAndSaysItsEncodingAndSystem)
{
    EXPECT_EQ(m_census->outNames(),
              (std::vector<std::string>{"out.cpg", "out.dbf", "out.fields.json", "out.prj", "out.shp", "out.shx",
                                        "out_sites.cpg", "out_sites.dbf", "out_systems.cpg", "out_systems.dbf"}));
    EXPECT_EQ(bytes("out.cpg"), "UTF-8");
    EXPECT_EQ(table("out.shp").crs, "EPSG:7791");
}

TEST_F(ShapefileFormatTest, anotherProgramReadsShortNamesAccentsAndPlaces)
{
    const auto cameras = table("out.shp");
    ASSERT_EQ(cameras.rows.size(), 2U) << cameras.failure;
    EXPECT_EQ(cameras.rows[0].cells.at("NAME"), "Ponte \"Nord\", lato città");
    EXPECT_EQ(cameras.rows[0].cells.at("INST_ON"), "2021-09-14");
    EXPECT_EQ(cameras.rows[0].cells.at("RETENT_H"), "168");
    EXPECT_EQ(cameras.rows[1].cells.count("RETENT_H"), 0U);
    EXPECT_NEAR(cameras.rows[0].point->x, 396634.276, 0.001);
    EXPECT_NEAR(cameras.rows[0].point->y, 4991598.530, 0.001);
    for (const std::string& column : cameras.columns) {
        EXPECT_LE(column.size(), 10U);
    }
    const auto sites = table("out_sites.dbf");
    ASSERT_EQ(sites.rows.size(), 1U) << sites.failure;
    EXPECT_EQ(table("out_systems.dbf").rows.size(), 1U);
}

TEST_F(ShapefileFormatTest, aReaderWrittenElsewhereAgreesOnEveryCell)
{
    // A DBF reader of thirty lines, in another language, from the format's description.
    const std::string script = R"(
import json, struct, sys
data = open(sys.argv[1], 'rb').read()
rows, head, size = struct.unpack('<IHH', data[4:12])
columns, at = [], 32
while data[at] != 13:
    name = data[at:at + 11].split(b'\0')[0].decode()
    columns.append((name, chr(data[at + 11]), data[at + 16]))
    at += 32
assert at + 1 == head and data[head + rows * size:] == b'\x1a'
out = []
for i in range(rows):
    row = data[head + i * size:head + (i + 1) * size]
    assert row[0] == 32
    pos, cells = 1, {}
    for name, kind, width in columns:
        cells[name] = row[pos:pos + width].decode('utf-8').strip()
        pos += width
    out.append(cells)
print(json.dumps(out))
)";
    test::putBytes(m_census->out("dbf.py"), script);
    std::string output;
    ASSERT_EQ(test::run("/usr/bin/python3 '" + m_census->out("dbf.py").string() + "' '" +
                            m_census->out("out.dbf").string() + "'",
                        &output),
              0)
        << output;
    const auto rows = json::parse(output);
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0].at("NAME"), "Ponte \"Nord\", lato città");
    EXPECT_EQ(rows[0].at("INST_ON"), "20210914");
    EXPECT_EQ(rows[0].at("WDR"), "T");
    EXPECT_EQ(rows[1].at("WDR"), "?");
    EXPECT_EQ(rows[0].at("DIR_DEG"), "92.5");
    EXPECT_EQ(rows[1].at("CAM_UUID"), "44444444-4444-4444-8444-444444444444");
    EXPECT_EQ(rows[0].size(), fieldsOf(RecordKind::Camera).size());
}

TEST_F(ShapefileFormatTest, longTextsAreCutAtACharacterAndStandWholeInTheSideCar)
{
    const std::string cell = table("out.shp").rows[0].cells.at("NOTES");
    EXPECT_LE(cell.size(), 254U);
    const auto whole = json::parse(bytes("out.fields.json"))
                           .at("whole_values")
                           .at("camera")
                           .at("33333333-3333-4333-8333-333333333333")
                           .at("notes")
                           .get<std::string>();
    EXPECT_EQ(whole, m_census->cameras().at(0).notes);
    EXPECT_TRUE(whole.starts_with(cell));
}

TEST(ShapefileFormat, longTextsOfSitesAndSystemsAreKeptToo)
{
    Site site = test::aSite().coded("P-1");
    site.notes = std::string(400, 's');
    System system = test::aSystem().coded("I-1");
    system.legalBasis = std::string(500, 'l');
    const auto census = test::aCensusWith({system, site, Camera(test::aCamera())});

    ASSERT_TRUE(census->write("out.zip"));

    std::string text;
    ASSERT_EQ(test::run("unzip -p '" + census->out("out.zip").string() + "' out.fields.json", &text), 0);
    const auto whole = json::parse(text).at("whole_values");
    EXPECT_EQ(whole.at("site").at(site.id.text()).at("site_notes").get<std::string>().size(), 400U);
    EXPECT_EQ(whole.at("system").at(system.id.text()).at("legal_basis").get<std::string>().size(), 500U);
}

TEST(ShapefileFormat, theZipHoldsTheSameSet)
{
    const auto census = aGoldenCensus();
    ASSERT_TRUE(census->write("out.shp", goldenRequest(7791)));
    ASSERT_TRUE(census->write("out.zip", goldenRequest(7791)));
    std::string output;
    ASSERT_EQ(test::run("cd '" + census->outFolder().string() + "' && mkdir unpacked && unzip -q out.zip -d unpacked",
                        &output),
              0)
        << output;
    int compared = 0;
    for (const auto& entry : std::filesystem::directory_iterator(census->out("unpacked"))) {
        ++compared;
        EXPECT_TRUE(test::bytesOf(entry.path()) == test::bytesOf(census->out(entry.path().filename().string())))
            << entry.path();
    }
    EXPECT_EQ(compared, 10);
    EXPECT_EQ(GdalTable::read("/vsizip/" + census->out("out.zip").string() + "/out.shp").rows.size(), 2U);
}

TEST(ShapefileFormat, theUsersSpellingOfTheNameIsKept)
{
    const auto census = aGoldenCensus();
    const auto report = census->write("Città v1.2.SHP");
    ASSERT_TRUE(report) << report.error().message();
    EXPECT_EQ(report->written.front().filename(), "Città v1.2.SHP");
    const auto table = GdalTable::read(census->out("Città v1.2.SHP").string());
    EXPECT_EQ(table.rows.size(), 2U);
    EXPECT_FALSE(table.rows.at(0).cells.empty());
}

} // namespace
} // namespace observo::exchange
