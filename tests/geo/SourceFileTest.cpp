// SPDX-License-Identifier: GPL-3.0-or-later
#include "SourceFile.h"

#include "geo/GeoFiles.h"
#include "support/TestPlaces.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <string>

namespace observo::geo {
namespace {

using namespace std::string_literals;

/// A beginning of a file under some name, and the format that it is.
struct Beginning {
    std::string name;
    std::string bytes;
    FileFormat format;
};

void PrintTo(const Beginning& beginning, std::ostream* out)
{
    *out << beginning.name;
}

class SourceFileFormat : public testing::TestWithParam<Beginning> {};

TEST_P(SourceFileFormat, isToldByContentAndEnding)
{
    const test::TemporaryFolder folder;
    writeText(folder / GetParam().name, GetParam().bytes);

    const auto source = recognise(folder / GetParam().name);

    ASSERT_TRUE(source) << source.error().message();
    EXPECT_EQ(source->format, GetParam().format);
    EXPECT_TRUE(source->path.is_absolute());
    EXPECT_STRNE(driverOf(source->format), "");
}

const std::string kSqlite = "SQLite format 3\0"s + std::string(52, ' ');

INSTANTIATE_TEST_SUITE_P(Formats, SourceFileFormat,
                         testing::Values(Beginning{"a.gpkg", kSqlite + "GPKG", FileFormat::GeoPackage},
                                         Beginning{"a.sqlite", kSqlite + "GPKG", FileFormat::GeoPackage},
                                         Beginning{"a.gpkg", kSqlite + "\0\0\0\0"s, FileFormat::GeoPackage},
                                         Beginning{"a.mbtiles", kSqlite + "\0\0\0\0"s, FileFormat::MbTiles},
                                         Beginning{"a.db", kSqlite + "MPBX", FileFormat::MbTiles},
                                         Beginning{"a.shp", "\0\0\x27\x0A rest"s, FileFormat::Shapefile},
                                         Beginning{"a.zip", "PK\x03\x04 rest", FileFormat::ZippedShapefile},
                                         Beginning{"a.KMZ", "PK\x03\x04 rest", FileFormat::Kmz},
                                         Beginning{"a.osm.pbf", "\0\0\0\x0E\x0A\x09OSMHeader rest"s,
                                                   FileFormat::OsmPbf},
                                         Beginning{"a.fgb", "fgb\x03"s + "fgb", FileFormat::FlatGeobuf},
                                         Beginning{"a.json", "\xEF\xBB\xBF  {\"type\":", FileFormat::GeoJson},
                                         Beginning{"a.kml", "<?xml version=\"1.0\"?><kml>", FileFormat::Kml},
                                         Beginning{"a.csv", "a;b;c\n1;2;3", FileFormat::Csv},
                                         Beginning{"a.tif", "II*\0rest"s, FileFormat::GeoTiff},
                                         Beginning{"a.jpg", "\xFF\xD8\xFF\xE0", FileFormat::Jpeg},
                                         Beginning{"a.png", "\x89PNG\r\n\x1A\n", FileFormat::Png},
                                         Beginning{"a.jp2", "\0\0\0\x0CjP  rest"s, FileFormat::Jpeg2000},
                                         Beginning{"a.asc", "ncols 10\nnrows 10", FileFormat::AsciiGrid},
                                         Beginning{"N43E007.hgt", "\0\1\0\1"s, FileFormat::SrtmHgt}));

TEST(SourceFile, isNeverANameThatGdalWouldTakeForACommand)
{
    for (const char* name : {"/vsicurl/http://localhost:9/a.geojson", "/vsimem/a", "/vsistdin/", "http://localhost:9/a",
                             "{\"type\":\"FeatureCollection\",\"features\":[]}", "PG:dbname=x", "file:a?vfs=unix", "",
                             "GPKG:/tmp/a.gpkg:t", "<OGRVRTDataSource>", "/", "."}) {
        const auto source = recognise(name);
        ASSERT_FALSE(source) << name;
        EXPECT_EQ(source.error().code, ErrorCode::InputUnreadable) << name;
        EXPECT_EQ(source.error().file, name);
    }
}

TEST(SourceFile, mustBeARegularFileWithContent)
{
    const test::TemporaryFolder folder;
    writeText(folder / "empty.gpkg", "");
    ASSERT_EQ(::mkfifo((folder / "pipe.gpkg").c_str(), 0600), 0);

    EXPECT_FALSE(recognise(folder / "empty.gpkg"));
    EXPECT_FALSE(recognise(folder / "pipe.gpkg"));
    EXPECT_FALSE(recognise(folder.path()));
}

TEST(SourceFile, ofAnUnknownKindIsRefusedWithAdvice)
{
    const test::TemporaryFolder folder;
    writeText(folder / "towns.vrt", "<OGRVRTDataSource><OGRVRTLayer/></OGRVRTDataSource>");
    writeText(folder / "towns.dbf", "\x03\x7A\x0B\x16");
    writeText(folder / "other.sqlite", kSqlite + "abcd");

    EXPECT_FALSE(recognise(folder / "towns.vrt"));
    EXPECT_FALSE(recognise(folder / "other.sqlite"));
    const auto part = recognise(folder / "towns.dbf");
    ASSERT_FALSE(part);
    EXPECT_NE(part.error().advice.find(".shp"), std::string::npos);
}

} // namespace
} // namespace observo::geo
