// SPDX-License-Identifier: GPL-3.0-or-later
// A reading back that cannot fail proves nothing: here every kind of damage is done to every format.
#include "ReadBack.h"

#include "Formats.h"
#include "exchange/ExportWork.h"
#include "support/Builders.h"

#include <gtest/gtest.h>

#include <functional>

namespace observo::exchange {
namespace {

using test::aCamera;

std::unique_ptr<test::CensusToExport> threeCameras()
{
    return test::aCensusWith({Camera(aCamera().coded("TC-1").at(7.6869, 45.0703).with("brand", "Vistacam")),
                              Camera(aCamera().coded("TC-2").at(7.6870, 45.0704).with("brand", "Vistabam")),
                              Camera(aCamera().coded("TC-3").at(7.6871, 45.0705).with("brand", "Vistadam"))});
}

struct Damage {
    std::string format;
    std::string what;
    std::function<void(const std::filesystem::path& output)> harm;
};

void replaceIn(const std::filesystem::path& file, std::string_view text, std::string_view by)
{
    std::string bytes = test::bytesOf(file);
    const auto at = bytes.find(text);
    ASSERT_NE(at, std::string::npos) << text << " in " << file;
    test::putBytes(file, bytes.replace(at, text.size(), by));
}

void replaceLast(const std::filesystem::path& file, std::string_view text, std::string_view by)
{
    std::string bytes = test::bytesOf(file);
    const auto at = bytes.rfind(text);
    ASSERT_NE(at, std::string::npos) << text << " in " << file;
    test::putBytes(file, bytes.replace(at, text.size(), by));
}

/// The line in which the text stands, with its end.
std::pair<std::size_t, std::size_t> lineWith(const std::string& bytes, std::string_view text)
{
    const auto at = bytes.find(text);
    const auto from = bytes.rfind('\n', at) + 1;
    return {from, bytes.find('\n', at) + 1 - from};
}

void dropLine(const std::filesystem::path& file, std::string_view text)
{
    std::string bytes = test::bytesOf(file);
    const auto [from, size] = lineWith(bytes, text);
    test::putBytes(file, bytes.erase(from, size));
}

void doubleLine(const std::filesystem::path& file, std::string_view text)
{
    std::string bytes = test::bytesOf(file);
    const auto [from, size] = lineWith(bytes, text);
    test::putBytes(file, bytes.insert(from, bytes.substr(from, size)));
}

void swapBytes(const std::filesystem::path& file, std::size_t at, char by)
{
    std::string bytes = test::bytesOf(file);
    ASSERT_LT(at, bytes.size());
    bytes[at] = by;
    test::putBytes(file, bytes);
}

void cutTail(const std::filesystem::path& file, std::size_t bytes)
{
    std::filesystem::resize_file(file, std::filesystem::file_size(file) - bytes);
}

std::filesystem::path with(std::filesystem::path output, std::string_view ending)
{
    return output.replace_extension().concat(ending);
}

std::vector<Damage> textDamages(const std::string& ending, const std::string& longitude)
{
    return {
        {ending, "value", [](const auto& f) { replaceIn(f, "Vistabam", "Vistabim"); }},
        {ending, "emptiedValue", [](const auto& f) { replaceIn(f, "Vistabam", ""); }},
        {ending, "position", [=](const auto& f) { replaceIn(f, longitude, "7.6880"); }},
        {ending, "positionThatIsNoNumber", [=](const auto& f) { replaceIn(f, longitude, "7.x870"); }},
        {ending, "missingRow", [](const auto& f) { dropLine(f, "TC-2"); }},
        {ending, "extraRow", [](const auto& f) { doubleLine(f, "TC-2"); }},
        {ending, "cutOff", [](const auto& f) { cutTail(f, 3); }},
        {ending, "halfGone", [](const auto& f) { cutTail(f, std::filesystem::file_size(f) / 2); }},
        {ending, "empty", [](const auto& f) { test::putBytes(f, ""); }},
        {ending, "gone", [](const auto& f) { std::filesystem::remove(f); }},
        {ending, "somethingBehind", [](const auto& f) { test::putBytes(f, test::bytesOf(f) + "x"); }},
        {ending, "anotherColumnName", [](const auto& f) { replaceLast(f, "body_istat", "body_isttt"); }},
    };
}

std::vector<Damage> shapefileDamages()
{
    constexpr std::size_t kFirstPoint = 100 + 12;
    return {
        {".shp", "value", [](const auto& f) { replaceIn(with(f, ".dbf"), "Vistabam", "Vistabim"); }},
        {".shp", "position", [](const auto& f) { swapBytes(f, kFirstPoint + 5, '\x77'); }},
        {".shp", "recordNumber", [](const auto& f) { swapBytes(f, 103, '\x09'); }},
        {".shp", "kindOfShape", [](const auto& f) { swapBytes(f, 108, '\x05'); }},
        {".shp", "missingPoint", [](const auto& f) { cutTail(f, 28); }},
        {".shp", "extraPoint", [](const auto& f) { test::putBytes(f, test::bytesOf(f) + std::string(28, '\0')); }},
        {".shp", "missingRow", [](const auto& f) { swapBytes(with(f, ".dbf"), 4, '\x02'); }},
        {".shp", "extraRow", [](const auto& f) { swapBytes(with(f, ".dbf"), 4, '\x04'); }},
        {".shp", "cutTable", [](const auto& f) { cutTail(with(f, ".dbf"), 1); }},
        {".shp", "columnName", [](const auto& f) { replaceIn(with(f, ".dbf"), "BODY_ISTAT", "BODY_ISTTT"); }},
        {".shp", "index", [](const auto& f) { swapBytes(with(f, ".shx"), 111, '\x01'); }},
        {".shp", "siteValue", [](const auto& f) { replaceIn(with(f, "_sites.dbf"), "P-0001", "P-0009"); }},
        {".shp", "systemGone", [](const auto& f) { std::filesystem::remove(with(f, "_systems.dbf")); }},
        {".zip", "value", [](const auto& f) { swapBytes(f, std::filesystem::file_size(f) / 3, '\x55'); }},
        {".zip", "cutOff", [](const auto& f) { cutTail(f, 10); }},
        {".zip", "empty", [](const auto& f) { test::putBytes(f, ""); }},
        {".gpkg", "value",
         [](const auto& f) { test::asOtherProgram(f, "UPDATE camera SET brand = 'Vistabim' WHERE code = 'TC-2'"); }},
        {".gpkg", "position",
         [](const auto& f) {
             test::asOtherProgram(
                 f, "UPDATE camera SET geom = (SELECT geom FROM camera WHERE code = 'TC-1') WHERE code = 'TC-2'");
         }},
        {".gpkg", "missingRow",
         [](const auto& f) { test::asOtherProgram(f, "DELETE FROM camera WHERE code = 'TC-2'"); }},
        {".gpkg", "siteValue", [](const auto& f) { test::asOtherProgram(f, "UPDATE site SET site_code = 'P-X'"); }},
        {".gpkg", "missingSystem", [](const auto& f) { test::asOtherProgram(f, "DELETE FROM system"); }},
        {".gpkg", "missingTable",
         [](const auto& f) { test::asOtherProgram(f, "DELETE FROM gpkg_contents WHERE table_name='site'"); }},
        {".gpkg", "cutOff", [](const auto& f) { cutTail(f, 8192); }},
        {".gpkg", "gone", [](const auto& f) { std::filesystem::remove(f); }},
    };
}

/// The sheet lies beside the zip that is made of it until the export is done.
std::filesystem::path sheetOf(const std::filesystem::path& output)
{
    return with(output, ".parts") / "xl/worksheets/sheet1.xml";
}

std::vector<Damage> otherDamages()
{
    return {
        {".xlsx", "value", [](const auto& f) { replaceIn(sheetOf(f), "Vistabam", "Vistabim"); }},
        {".xlsx", "missingRow", [](const auto& f) { dropLine(sheetOf(f), "TC-2"); }},
        {".xlsx", "extraRow", [](const auto& f) { doubleLine(sheetOf(f), "TC-2"); }},
        {".xlsx", "columnName", [](const auto& f) { replaceIn(sheetOf(f), "body_istat", "body_isttt"); }},
        {".xlsx", "packed", [](const auto& f) { swapBytes(f, std::filesystem::file_size(f) / 3, '\x55'); }},
        {".xlsx", "cutOff", [](const auto& f) { cutTail(f, 10); }},
        {".xlsx", "empty", [](const auto& f) { test::putBytes(f, ""); }},
        {".dxf", "code", [](const auto& f) { replaceIn(f, "TC-2", "TC-9"); }},
        {".dxf", "layer", [](const auto& f) { replaceLast(f, "TLC_ACTIVE_FIXED", "TLC_FAULTY_FIXED"); }},
        {".dxf", "position",
         [](const auto& f) { replaceLast(f, "TLC_ACTIVE_FIXED\r\n 10\r\n", "TLC_ACTIVE_FIXED\r\n 10\r\n9"); }},
        {".dxf", "missingCamera", [](const auto& f) { replaceLast(f, "POINT", "CIRCLE"); }},
        {".dxf", "cutOff", [](const auto& f) { cutTail(f, 40); }},
        {".dxf", "empty", [](const auto& f) { test::putBytes(f, ""); }},
        {".fgb", "value", [](const auto& f) { replaceIn(f, "Vistabam", "Vistabim"); }},
        {".fgb", "cutOff", [](const auto& f) { cutTail(f, 100); }},
        {".fgb", "empty", [](const auto& f) { test::putBytes(f, ""); }},
        {".fgb", "gone", [](const auto& f) { std::filesystem::remove(f); }},
        {".osm-tags.geojson", "value", [](const auto& f) { replaceIn(f, "TC-2", "TC-9"); }},
        {".osm-tags.geojson", "tag", [](const auto& f) { replaceIn(f, "camera:type", "camera:tape"); }},
        {".osm-tags.geojson", "position", [](const auto& f) { replaceIn(f, "7.6870000", "7.6880000"); }},
        {".osm-tags.geojson", "missingRow", [](const auto& f) { dropLine(f, "TC-2"); }},
        {".osm-tags.geojson", "extraRow", [](const auto& f) { doubleLine(f, "TC-2"); }},
        {".osm-tags.geojson", "cutOff", [](const auto& f) { cutTail(f, 3); }},
    };
}

std::vector<Damage> allDamages()
{
    std::vector<Damage> all = shapefileDamages();
    for (const auto& some : {otherDamages(), textDamages(".geojson", "7.6870000"), textDamages(".csv", "7.687000000"),
                             textDamages(".kml", "7.687000000")}) {
        all.insert(all.end(), some.begin(), some.end());
    }
    return all;
}

class ReadBackDamage : public testing::TestWithParam<Damage> {};

TEST_P(ReadBackDamage, isSeen)
{
    const auto census = threeCameras();
    const bool isText = GetParam().format == ".csv";
    ExportWork work(*census, "out" + GetParam().format,
                    {.epsg = isText ? 6706 : 0, .filter = *Filter::parse("lon > 0"), .edition = Edition::Full});
    ASSERT_TRUE(work.write());
    ASSERT_TRUE(readBack(work.job(), {}));

    GetParam().harm(census->out("out" + GetParam().format));

    const auto whole = readBack(work.job(), {});
    ASSERT_FALSE(whole);
    EXPECT_EQ(whole.error().code, ErrorCode::OutputFailed) << whole.error().message();
    // The rows alone show it too: the comparison of bytes is not what finds it.
    const auto rows = work.plan().format->readBack(work.job(), {});
    ASSERT_FALSE(rows);
    EXPECT_EQ(rows.error().code, ErrorCode::OutputFailed) << rows.error().message();
}

INSTANTIATE_TEST_SUITE_P(EveryFormat, ReadBackDamage, testing::ValuesIn(allDamages()),
                         [](const testing::TestParamInfo<Damage>& given) {
                             return testNameOf(*formatForFile("x" + given.param.format)) + "_" + given.param.what;
                         });

TEST(ReadBack, everyByteOfASmallFileCounts)
{
    const auto census = threeCameras();
    for (const std::string name : {"out.geojson", "out.csv", "out.kml", "out.shp"}) {
        ExportWork work(*census, name);
        ASSERT_TRUE(work.write());
        const std::string good = test::bytesOf(census->out(name));
        for (std::size_t at = 0; at < good.size(); at += 7) {
            std::string bad = good;
            bad[at] = static_cast<char>(bad[at] ^ 0x10);
            test::putBytes(census->out(name), bad);
            ASSERT_FALSE(readBack(work.job(), {})) << name << " byte " << at;
        }
        test::putBytes(census->out(name), good);
        EXPECT_TRUE(readBack(work.job(), {}));
    }
}

TEST(ReadBack, theSmallFilesOfTheSetCountToo)
{
    const auto census = threeCameras();
    ExportWork work(*census, "out.shp");
    ASSERT_TRUE(work.write());
    for (const char* name : {"out.prj", "out.cpg", "out.fields.json", "out_sites.cpg", "out_systems.cpg", "out.shx"}) {
        const std::string good = test::bytesOf(census->out(name));
        test::putBytes(census->out(name), good + " ");
        EXPECT_FALSE(readBack(work.job(), {})) << name;
        test::putBytes(census->out(name), good);
    }
    EXPECT_TRUE(readBack(work.job(), {}));
}

TEST(ReadBack, theFirstRowAndFieldThatDifferAreNamed)
{
    const auto census = threeCameras();
    ExportWork work(*census, "out.gpkg");
    ASSERT_TRUE(work.write());
    test::asOtherProgram(census->out("out.gpkg"), "UPDATE camera SET brand = 'x' WHERE code = 'TC-2'");

    const auto same = readBack(work.job(), {});

    ASSERT_FALSE(same);
    EXPECT_EQ(same.error().row, 2);
    EXPECT_EQ(same.error().field, "brand");
    EXPECT_EQ(same.error().file, "out.gpkg");
}

TEST(ReadBack, cancellingIsNoDamage)
{
    const auto census = threeCameras();
    const Progress progress;
    progress.cancel();
    for (const Format& format : formats()) {
        ExportWork work(*census, "out" + std::string(format.info.ending));
        ASSERT_TRUE(work.write());
        const auto same = readBack(work.job(), progress);
        // A small file may be through before anybody asks.
        EXPECT_TRUE(same || same.error().code == ErrorCode::Cancelled) << format.info.name;
        for (const std::string& name : census->outNames()) {
            std::filesystem::remove_all(census->out(name));
        }
    }
}

} // namespace
} // namespace observo::exchange
