// SPDX-License-Identifier: GPL-3.0-or-later
#include "observo/geo/GeoPackageWriter.h"

#include "geo/GeoFiles.h"
#include "support/TestPlaces.h"

#include <gtest/gtest.h>
#include <sys/resource.h>

#include <csignal>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

namespace observo::geo {
namespace {

const std::vector<Attribute> kColumns = {
    {"codice", FieldType::Text},    {"teste", FieldType::Integer}, {"altezza", FieldType::Real},
    {"attiva", FieldType::Boolean}, {"posata", FieldType::Date},   {"vista", FieldType::Timestamp},
    {"scopi", FieldType::Codes},    {"altro", FieldType::Json},    {"uuid", FieldType::Uuid}};

Feature row(int number, MapPoint at)
{
    Feature feature;
    feature.geometry = std::vector{at};
    feature.values = {"TC-" + std::to_string(number),
                      std::int64_t{number},
                      4.5 + number,
                      number % 2 == 0,
                      std::string("2026-11-22"),
                      std::string("2026-11-22T10:42:07Z"),
                      std::string("traffic;ztl"),
                      std::string("{\"a\":\"è\"}"),
                      std::string("7b0c5a86-0000-4000-8000-000000000001")};
    return feature;
}

using Put = std::function<Done(const Feature&)>;

/// Rows from a list, one after the other.
std::function<Done(const Put&)> rowsOf(std::vector<Feature> rows)
{
    return [rows = std::move(rows)](const Put& put) {
        for (const auto& feature : rows) {
            if (auto done = put(feature); !done) {
                return done;
            }
        }
        return done();
    };
}

OutputTable cameras(int epsg, std::vector<Feature> rows)
{
    return {"camera", "Telecamere", *Crs::fromEpsg(epsg), kColumns, rowsOf(std::move(rows))};
}

std::vector<Feature> readBack(const std::filesystem::path& file, const std::string& layer)
{
    std::vector<Feature> features;
    const auto report = readVectorFile(
        file, {.layer = layer},
        [&features](const Feature& feature) {
            features.push_back(feature);
            return true;
        },
        Progress());
    EXPECT_TRUE(report) << (report ? "" : report.error().message());
    return features;
}

class GeoPackageSystem : public testing::TestWithParam<int> {};

TEST_P(GeoPackageSystem, isWrittenWithEveryTypeAndReadBackEqual)
{
    const test::TemporaryFolder folder;
    const auto file = folder / "out.gpkg";
    const bool degrees = Crs::fromEpsg(GetParam())->isGeographic();
    const MapPoint at = degrees ? MapPoint{7.6869, 45.0703} : MapPoint{396634.276, 4991598.53};
    auto withoutPlace = row(3, at);
    withoutPlace.geometry = {};
    withoutPlace.values.assign(kColumns.size(), FieldValue());
    const std::vector<Feature> rows = {row(1, at), row(2, {at.x + 0.1, at.y}), withoutPlace};

    const auto written = writeGeoPackage(file, {cameras(GetParam(), rows)}, Progress());

    ASSERT_TRUE(written) << written.error().message();
    const auto infos = describeVectorFile(file);
    ASSERT_TRUE(infos);
    ASSERT_TRUE(infos->front().crs);
    EXPECT_EQ(infos->front().crs->epsg(), GetParam());
    const auto back = readBack(file, "camera");
    ASSERT_EQ(back.size(), rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        EXPECT_EQ(back[i].values, rows[i].values) << i;
        EXPECT_EQ(back[i].geometry, rows[i].geometry) << "east or longitude first, every digit: " << i;
    }
}

INSTANTIATE_TEST_SUITE_P(Systems, GeoPackageSystem, testing::Values(6706, 7791, 7792, 6707, 3003, 32632, 4326, 23032));

TEST(GeoPackageWriter, writesTablesWithoutGeometryBesideTheLayer)
{
    const test::TemporaryFolder folder;
    Feature site;
    site.values = {std::string("S-0001")};
    std::vector<OutputTable> tables;
    tables.push_back(cameras(6706, {row(1, {7.6, 45.0})}));
    tables.push_back({"site", "", std::nullopt, {{"code", FieldType::Text}}, rowsOf({site})});

    ASSERT_TRUE(writeGeoPackage(folder / "out.gpkg", tables, Progress()));

    const auto back = readBack(folder / "out.gpkg", "site");
    ASSERT_EQ(back.size(), 1U);
    EXPECT_EQ(back[0].values, site.values);
    EXPECT_EQ(describeVectorFile(folder / "out.gpkg")->at(1).geometryType, "none");
    EXPECT_FALSE(std::filesystem::exists(folder / "out.gpkg-journal"));
}

TEST(GeoPackageWriter, saysGeoPackageOneDotThreeToTheByte)
{
    const test::TemporaryFolder folder;
    ASSERT_TRUE(writeGeoPackage(folder / "out.gpkg", {cameras(6706, {row(1, {7.6, 45.0})})}, Progress()));

    const auto bytes = readText(folder / "out.gpkg");

    EXPECT_EQ(bytes.substr(68, 4), "GPKG");
    EXPECT_EQ(bytes.substr(60, 4), std::string("\0\0\x28\x3C", 4)); // user_version 10300
}

TEST(GeoPackageWriter, satisfiesTheValidator)
{
    if (std::system("/usr/bin/python3 -c 'import osgeo_utils.samples.validate_gpkg' 2>/dev/null") != 0) {
        GTEST_SKIP() << "python3-gdal is not installed";
    }
    const test::TemporaryFolder folder;
    std::vector<Feature> rows;
    for (int i = 0; i < 500; ++i) {
        rows.push_back(row(i, {7.6 + i * 0.001, 45.0}));
    }
    Feature site;
    site.values = {std::string("S-0001")};
    std::vector<OutputTable> tables;
    tables.push_back(cameras(6706, rows));
    tables.push_back({"site", "Siti", std::nullopt, {{"code", FieldType::Text}}, rowsOf({site})});
    ASSERT_TRUE(writeGeoPackage(folder / "out.gpkg", tables, Progress()));

    const auto command =
        "/usr/bin/python3 -m osgeo_utils.samples.validate_gpkg -q " + (folder / "out.gpkg").string() + " 2>&1";

    EXPECT_EQ(std::system(command.c_str()), 0);
}

TEST(GeoPackageWriter, neverWritesOverAFile)
{
    const test::TemporaryFolder folder;
    writeText(folder / "out.gpkg", "precious");

    const auto written = writeGeoPackage(folder / "out.gpkg", {cameras(6706, {})}, Progress());

    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().code, ErrorCode::OutputExists);
    EXPECT_EQ(readText(folder / "out.gpkg"), "precious");
}

TEST(GeoPackageWriter, leavesNothingBehindWhenARowIsWrong)
{
    const test::TemporaryFolder folder;
    auto wrong = row(2, {7.6, 45.0});
    wrong.values[1] = std::string("two");

    const auto written =
        writeGeoPackage(folder / "out.gpkg", {cameras(6706, {row(1, {7.6, 45.0}), wrong})}, Progress());

    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().row.value_or(0), 2);
    EXPECT_EQ(written.error().field, "teste");
    EXPECT_EQ(stateOf(folder.path()), "");
}

TEST(GeoPackageWriter, leavesNothingBehindWhenCancelledOrStoppedByTheSource)
{
    const test::TemporaryFolder folder;
    const Progress cancelled;
    cancelled.cancel();
    EXPECT_EQ(writeGeoPackage(folder / "out.gpkg", {cameras(6706, {row(1, {7.6, 45.0})})}, cancelled).error().code,
              ErrorCode::Cancelled);

    auto failing = cameras(6706, {});
    failing.rows = [](const Put&) -> Done { return fail(ErrorCode::CensusIo, "the disk failed"); };
    std::vector<OutputTable> tables;
    tables.push_back(std::move(failing));
    EXPECT_EQ(writeGeoPackage(folder / "out.gpkg", tables, Progress()).error().code, ErrorCode::CensusIo);
    EXPECT_EQ(stateOf(folder.path()), "");
}

TEST(GeoPackageWriter, saysWhenTheFolderCannotBeWritten)
{
    const auto written =
        writeGeoPackage("/nonexistent-folder/out.gpkg", {cameras(6706, {row(1, {7.6, 45.0})})}, Progress());

    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().code, ErrorCode::OutputFailed);
    EXPECT_FALSE(written.error().what.empty());
}

/// No file of this process grows past some bytes while it lives: what a full disk does to a writer.
class SmallDisk {
public:
    explicit SmallDisk(rlim_t bytes) : m_before(std::signal(SIGXFSZ, SIG_IGN))
    {
        ::getrlimit(RLIMIT_FSIZE, &m_limit);
        const rlimit small{bytes, m_limit.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &small);
    }
    ~SmallDisk()
    {
        ::setrlimit(RLIMIT_FSIZE, &m_limit);
        std::signal(SIGXFSZ, m_before);
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;

private:
    void (*m_before)(int);
    rlimit m_limit{};
};

TEST(GeoPackageWriter, saysWhenTheDiskIsFullAndLeavesNothingBehind)
{
    const test::TemporaryFolder folder;
    const std::vector<Feature> rows(2000, row(1, {7.6, 45.0}));
    for (const rlim_t bytes : {0UL, 4096UL, 40'000UL, 100'000UL, 150'000UL, 250'000UL, 300'000UL}) {
        const auto table = cameras(6706, rows);
        const SmallDisk disk(bytes);

        const auto written = writeGeoPackage(folder / "out.gpkg", {table}, Progress());

        ASSERT_FALSE(written) << bytes;
        EXPECT_FALSE(written.error().what.empty()) << bytes;
        EXPECT_EQ(stateOf(folder.path()), "") << bytes;
    }
    EXPECT_TRUE(writeGeoPackage(folder / "out.gpkg", {cameras(6706, rows)}, Progress()));
    EXPECT_GT(std::filesystem::file_size(folder / "out.gpkg"), 300'000U);
}

} // namespace
} // namespace observo::geo
