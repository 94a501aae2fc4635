// SPDX-License-Identifier: GPL-3.0-or-later
#include "observo/exchange/Export.h"

#include "Formats.h"
#include "exchange/ExportWork.h"
#include "exchange/GdalTable.h"
#include "support/Builders.h"
#include "support/exchange/CensusToExport.h"

#include "observo/exchange/Sha256.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <unistd.h>

#include <algorithm>

namespace observo::exchange {
namespace {

using test::aCamera;
using test::aCensusWith;
using test::bytesOf;
using test::putBytes;

class EveryFormat : public testing::TestWithParam<const Format*> {
protected:
    [[nodiscard]] static std::string out() { return "out" + std::string(GetParam()->info.ending); }
};

INSTANTIATE_TEST_SUITE_P(Export, EveryFormat, testing::ValuesIn([] {
                             std::vector<const Format*> all;
                             for (const Format& format : formats()) {
                                 all.push_back(&format);
                             }
                             return all;
                         }()),
                         [](const testing::TestParamInfo<const Format*>& given) {
                             return testNameOf(given.param->info);
                         });

TEST_P(EveryFormat, theReportNamesWhatIsThereAndNothingElseIs)
{
    const auto census = aCensusWith({Camera(aCamera()), Camera(aCamera())});

    const auto report = census->write(out());

    ASSERT_TRUE(report) << report.error().message();
    EXPECT_EQ(report->features, 2);
    std::vector<std::string> written;
    for (const auto& file : report->written) {
        EXPECT_EQ(file.parent_path(), census->outFolder());
        written.push_back(file.filename().string());
    }
    EXPECT_EQ(written.front(), out());
    EXPECT_EQ(report->sha256, *sha256OfFile(report->written.front()));
    std::sort(written.begin(), written.end());
    EXPECT_EQ(census->outNames(), written);
    for (const auto& file : report->written) {
        struct ::stat found {};
        ASSERT_EQ(::stat(file.c_str(), &found), 0);
        EXPECT_EQ(found.st_mode & 0777U, 0600U) << file;
    }
}

TEST_P(EveryFormat, anEmptyCensusMakesAnEmptyFile)
{
    const auto census = aCensusWith({});
    const auto report = census->write(out());
    ASSERT_TRUE(report) << report.error().message();
    EXPECT_EQ(report->features, 0);
}

TEST_P(EveryFormat, anExistingFileIsRefusedBeforeAnyWork)
{
    const auto census = aCensusWith({Camera(aCamera())});
    for (const std::string& name : GetParam()->fileNames(out())) {
        putBytes(census->out(name), "old");

        const auto report = census->write(out());

        ASSERT_FALSE(report) << name;
        EXPECT_EQ(report.error().code, ErrorCode::OutputExists);
        EXPECT_NE(report.error().file.find(name), std::string::npos);
        EXPECT_EQ(bytesOf(census->out(name)), "old");
        EXPECT_EQ(census->outNames().size(), 1U);
        std::filesystem::remove(census->out(name));
    }
}

TEST_P(EveryFormat, replacingInheritsPermissionsAndLeavesNothingOld)
{
    const auto census = aCensusWith({Camera(aCamera())});
    ASSERT_TRUE(census->write(out()));
    const auto before = bytesOf(census->out(out()));
    for (const std::string& name : census->outNames()) {
        ::chmod(census->out(name).c_str(), 0640);
    }
    census->perform({.label = "Place camera", .changes = {{std::nullopt, Camera(aCamera())}}});

    const auto report = census->write(out(), {.edition = Edition::Full, .overwrite = Overwrite::Replace});

    ASSERT_TRUE(report) << report.error().message();
    EXPECT_NE(bytesOf(census->out(out())), before);
    EXPECT_EQ(census->outNames().size(), report->written.size());
    for (const auto& file : report->written) {
        struct ::stat found {};
        ASSERT_EQ(::stat(file.c_str(), &found), 0);
        EXPECT_EQ(found.st_mode & 0777U, 0640U) << file;
    }
}

TEST_P(EveryFormat, cancellingAtAnyMomentLeavesTheOldFileAndNothingElse)
{
    const auto census = test::aFullCensus(3);
    ASSERT_TRUE(census->write(out()));
    const auto names = census->outNames();
    const auto before = bytesOf(census->out(out()));
    int cancelledRuns = 0;
    for (int allowed = 0; allowed < 400; ++allowed) {
        int reports = 0;
        Progress* self = nullptr;
        Progress progress([&](double) {
            if (reports++ == allowed) {
                self->cancel();
            }
        });
        self = &progress;
        const auto report = exportCensus(
            census->reader(),
            {.output = census->out(out()), .edition = Edition::Institutional, .overwrite = Overwrite::Replace},
            progress);
        ASSERT_EQ(census->outNames(), names);
        if (report) {
            break;
        }
        ASSERT_EQ(report.error().code, ErrorCode::Cancelled) << report.error().message();
        ASSERT_EQ(bytesOf(census->out(out())), before);
        ++cancelledRuns;
    }
    EXPECT_GE(cancelledRuns, 2);
}

TEST_P(EveryFormat, restrictedValuesAndCamerasAreInNoByteOfALowerEdition)
{
    const std::string canary = "ZQXCANARYZQX";
    auto secretSystem = test::aSystem().coded(canary + "SYS").with("vms_version", "9");
    const auto hidden = CameraId::make();
    Camera open = aCamera().coded("OPEN").visibleTo("public").with("context_camera_id", hidden.text());
    open.serialNo = canary + "1";
    open.firmware = canary + "2";
    const auto census =
        aCensusWith({System(secretSystem), Site(test::aSite().coded(canary + "SITE").inSystem(canary + "SYS")), open,
                     Camera(aCamera()
                                .identified(hidden)
                                .coded(canary + "3")
                                .onSite(canary + "SITE")
                                .inSystem(canary + "SYS")
                                .visibleTo("restricted"))});

    for (const Edition edition : {Edition::Full, Edition::Institutional, Edition::Public}) {
        for (const char* filter : {"", "code = OPEN"}) {
            const auto report = census->write(
                out(), {.filter = *Filter::parse(filter), .edition = edition, .overwrite = Overwrite::Replace});
            ASSERT_TRUE(report) << report.error().message();
            std::string all;
            for (const std::string& name : census->outNames()) {
                all += bytesOf(census->out(name));
                std::string unpacked;
                if (name.ends_with(".zip") || name.ends_with(".xlsx")) {
                    ASSERT_EQ(test::run("unzip -p '" + census->out(name).string() + "'", &unpacked), 0);
                    all += unpacked;
                }
            }
            const bool isFull = edition == Edition::Full;
            if (isFull && (GetParam()->info.name == "dxf" || GetParam()->info.name == "osm-tags")) {
                continue; // they hold less than a record in every edition
            }
            EXPECT_EQ(all.find(canary) != std::string::npos, isFull);
            EXPECT_EQ(all.find(hidden.text()) != std::string::npos, isFull);
        }
    }
}

TEST_P(EveryFormat, awkwardTextComesThroughOrIsReported)
{
    Camera camera = aCamera();
    camera.name = " leading and trailing ";
    camera.brand = "a\r\nb\rc\nd\te";
    camera.model = std::string(253, 'x') + "è" + " after the border";
    camera.monitoredZone = "2024/05/01";
    camera.purpose = "\"quoted\",;<&>'";
    camera.notes = "'=1+1";
    camera.operatorName = "\xEF\xBB\xBF"
                          "bom 😀 \xC2\x85 \xE2\x80\xA8";
    camera.sensorFormat = "   ";
    const auto census = aCensusWith({camera, Camera(aCamera())});

    const auto report = census->write(out());

    EXPECT_TRUE(report) << report.error().message();
}

TEST_P(EveryFormat, whatAnotherProgramWroteComesThroughOrIsReported)
{
    const auto census = aCensusWith({Camera(aCamera().coded("A")), Camera(aCamera().coded("B"))});
    census->alter("UPDATE camera SET name = CAST(x'6369747401e0' AS TEXT), installed_on = '2021-02-30', "
                  "last_verified_on = 'domani', mount_height_m = 1.2345678901234567e-8, range_m = 1e300, "
                  "tilt_deg = 9e999, retention_hours = 9223372036854775807, camera_type = 'strange', "
                  "notes = CAST(x'efbfbf' AS TEXT) WHERE code = 'A'");

    const auto report = census->write(out());

    ASSERT_TRUE(report) << report.error().message();
    EXPECT_FALSE(report->losses.empty());
}

TEST(Export, theCensusItselfIsNeverTheOutput)
{
    const auto census = aCensusWith({Camera(aCamera())});
    const auto before = bytesOf(census->file());
    std::filesystem::create_symlink(census->file(), census->out("link.gpkg"));
    std::filesystem::create_hard_link(census->file(), census->out("hard.gpkg"));

    for (const auto& output : {census->file(), census->out("link.gpkg"), census->out("hard.gpkg")}) {
        const auto report = exportCensus(census->reader(), {.output = output, .overwrite = Overwrite::Replace}, {});
        ASSERT_FALSE(report) << output;
        EXPECT_EQ(report.error().code, ErrorCode::OutputDenied) << report.error().message();
    }
    const auto snapshot = census::Reader::snapshot(census->file(), {});
    ASSERT_TRUE(snapshot);
    EXPECT_FALSE(exportCensus(**snapshot, {.output = census->file(), .overwrite = Overwrite::Replace}, {}));
    EXPECT_EQ(bytesOf(census->file()), before);
}

TEST(Export, aLinkIsFollowedToTheFileItNames)
{
    const auto census = aCensusWith({Camera(aCamera())});
    putBytes(census->out("real.geojson"), "old");
    std::filesystem::create_symlink("real.geojson", census->out("link.geojson"));

    const auto report = census->write("link.geojson", {.overwrite = Overwrite::Replace});

    ASSERT_TRUE(report) << report.error().message();
    EXPECT_TRUE(std::filesystem::is_symlink(census->out("link.geojson")));
    EXPECT_GT(bytesOf(census->out("real.geojson")).size(), 100U);
}

TEST(Export, aGeoPackageWithAJournalBesideItIsLeftAlone)
{
    const auto census = aCensusWith({Camera(aCamera())});
    for (const char* sign : {"out.gpkg-wal", "out.gpkg-journal"}) {
        putBytes(census->out(sign), "x");
        const auto report = census->write("out.gpkg", {.overwrite = Overwrite::Replace});
        ASSERT_FALSE(report) << sign;
        EXPECT_EQ(report.error().code, ErrorCode::OutputDenied);
        std::filesystem::remove(census->out(sign));
    }
    EXPECT_TRUE(census->outNames().empty());
}

TEST(Export, indexesOfTheShapefileReplacedGoWithIt)
{
    const auto census = aCensusWith({Camera(aCamera())});
    ASSERT_TRUE(census->write("out.shp"));
    const auto names = census->outNames();
    for (const char* name : {"out.qix", "out.sbn", "out.sbx", "out.shp.xml", "out.qpj"}) {
        putBytes(census->out(name), "of the old rows");
    }
    putBytes(census->out("other.qix"), "of another set");

    ASSERT_TRUE(census->write("out.shp", {.edition = Edition::Full, .overwrite = Overwrite::Replace}));

    auto expected = names;
    expected.push_back("other.qix");
    std::sort(expected.begin(), expected.end());
    EXPECT_EQ(census->outNames(), expected);
}

TEST(Export, aFolderInThePlaceOfAFileIsRefused)
{
    const auto census = aCensusWith({Camera(aCamera())});
    std::filesystem::create_directory(census->out("out_sites.dbf"));

    const auto report = census->write("out.shp", {.overwrite = Overwrite::Replace});

    ASSERT_FALSE(report);
    EXPECT_EQ(report.error().code, ErrorCode::OutputDenied);
    EXPECT_EQ(census->outNames(), std::vector<std::string>{"out_sites.dbf"});
}

TEST(Export, aFolderThatIsNotThereOrDeniedIsNamed)
{
    const auto census = aCensusWith({Camera(aCamera())});
    const auto missing = census->write("no/out.csv");
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().code, ErrorCode::OutputFailed);
    EXPECT_NE(missing.error().what.find("does not exist"), std::string::npos);
}

TEST(Export, severalSetsShareAFolder)
{
    const auto census = aCensusWith({Camera(aCamera())});
    EXPECT_TRUE(census->write("a.shp"));
    EXPECT_TRUE(census->write("b.shp"));
    EXPECT_EQ(GdalTable::read(census->out("a.shp").string()).rows.size(), 1U);
}

TEST(Export, anotherProgramReadsTheSystemThatWasAsked)
{
    const auto census = aCensusWith({Camera(aCamera())});
    for (const int epsg : {3003, 3004, 4326, 4258, 6706, 6707, 6875, 7791, 7792, 23032, 25832, 32632}) {
        const auto report = census->write("out.gpkg", {.epsg = epsg, .overwrite = Overwrite::Replace});
        ASSERT_TRUE(report) << epsg << ' ' << report.error().message();
        EXPECT_EQ(GdalTable::read(census->out("out.gpkg").string(), "camera").crs, "EPSG:" + std::to_string(epsg));
    }
}

TEST(Export, foreseeingWritesNothingAndSaysWhatTheReportWillSay)
{
    Camera camera = aCamera();
    camera.notes = std::string(300, 'x');
    const auto census = aCensusWith({camera});
    const ExportRequest request{.output = census->out("out.shp"), .edition = Edition::Full};

    const auto foreseen = foreseeLosses(census->reader(), request, {});
    ASSERT_TRUE(foreseen);
    EXPECT_TRUE(census->outNames().empty());
    const auto report = exportCensus(census->reader(), request, {});
    ASSERT_TRUE(report);

    ASSERT_EQ(foreseen->losses.size(), report->losses.size());
    for (std::size_t i = 0; i < report->losses.size(); ++i) {
        EXPECT_EQ(foreseen->losses[i].messageEn, report->losses[i].messageEn);
    }
    EXPECT_EQ(foreseen->operation, report->operation);
}

TEST(Export, progressRunsForwardToTheEnd)
{
    const auto census = test::aFullCensus(3);
    for (const Format& format : formats()) {
        double last = 0;
        const Progress progress([&](double share) {
            EXPECT_GE(share, last - 1e-9) << format.info.name;
            last = share;
        });
        ASSERT_TRUE(exportCensus(
            census->reader(),
            {.output = census->out("out" + std::string(format.info.ending)), .overwrite = Overwrite::Replace},
            progress));
        EXPECT_EQ(last, 1.0);
    }
}

TEST(Export, allPublicExportsTogetherTellNoMoreThanTheCell)
{
    std::vector<Record> cameras;
    for (int i = 0; i < 4; ++i) {
        cameras.emplace_back(Camera(test::aCamera().at(7.6863 + 0.0003 * i, 45.0701 + 0.0002 * i).visibleTo("public")));
    }
    const auto census = test::aCensusWith(cameras);

    for (const int epsg : {6706, 7791, 3003, 32632}) {
        const std::string name = "out" + std::to_string(epsg) + ".gpkg";
        ASSERT_TRUE(census->write(name, {.epsg = epsg, .edition = Edition::Public}));
        const auto table = GdalTable::read(census->out(name).string(), "camera");
        ASSERT_EQ(table.rows.size(), cameras.size());
        for (const auto& row : table.rows) {
            // All four stand in one cell: every system shows the one place, and nothing of where in it they are.
            EXPECT_EQ(row.point, table.rows[0].point) << epsg;
            EXPECT_EQ(row.cells.at("position_accuracy_m"), "80");
        }
    }
}

} // namespace
} // namespace observo::exchange
