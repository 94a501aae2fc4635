// SPDX-License-Identifier: GPL-3.0-or-later
// Every format, every field, read by the spatial library and not by us.
#include "Canonical.h"
#include "Formats.h"
#include "exchange/ExportWork.h"
#include "exchange/GdalTable.h"
#include "support/exchange/CensusToExport.h"

#include "observo/geo/Transform.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace observo::exchange {
namespace {

using nlohmann::json;

constexpr std::uint32_t kCameras = 12;

/// Where a format keeps a table, and what it calls a field.
struct Place {
    std::string name;
    std::string layer;
    bool hasShortNames = false;
};

Place placeOf(const Format& format, const std::filesystem::path& output, RecordKind kind)
{
    const std::string stem = output.stem().string();
    const std::string table = kind == RecordKind::Camera ? "" : kind == RecordKind::Site ? "_sites" : "_systems";
    const std::string ending = kind == RecordKind::Camera ? ".shp" : ".dbf";
    if (format.info.ending == ".shp") {
        return {(output.parent_path() / (stem + table + ending)).string(), {}, true};
    }
    if (format.info.ending == ".zip") {
        return {"/vsizip/{" + output.string() + "}/" + stem + table + ending, {}, true};
    }
    const bool hasLayers = format.info.ending == ".gpkg" || format.info.ending == ".xlsx";
    return {output.string(), hasLayers ? std::string(nameOf(kind)) : std::string(), false};
}

/// What the side-car keeps whole, by record and field.
json wholeValues(const Format& format, const std::filesystem::path& output)
{
    const std::string stem = output.stem().string() + ".fields.json";
    if (format.info.ending == ".shp") {
        return json::parse(test::bytesOf(output.parent_path() / stem)).at("whole_values");
    }
    if (format.info.ending == ".zip") {
        std::string text;
        EXPECT_EQ(test::run("unzip -p '" + output.string() + "' '" + stem + "'", &text), 0);
        return json::parse(text).at("whole_values");
    }
    return json::object();
}

std::string cellOf(const GdalTable::Row& row, const FieldInfo& field, const Place& place)
{
    std::string name(place.hasShortNames ? field.shortName : field.name);
    // A placemark has a name and a visibility of its own.
    if (place.name.ends_with(".kml") && (name == "name" || name == "visibility")) {
        name = "camera_" + name;
    }
    const auto cell = row.cells.find(name);
    return cell == row.cells.end() ? std::string() : cell->second;
}

std::string unguarded(std::string cell, const Format& format, const FieldInfo& field)
{
    const bool isText = field.type != FieldType::Integer && field.type != FieldType::Real;
    return format.info.ending == ".csv" && isText && cell.starts_with('\'') ? cell.substr(1) : cell;
}

/// The rows of a layer in the order of the census; a spatial index puts them in an order of its own.
GdalTable tableOf(const Place& place, const Format& format, const std::vector<std::string>& ids)
{
    GdalTable table = GdalTable::read(place.name, place.layer);
    if (format.info.ending == ".fgb") {
        std::ranges::sort(table.rows, {}, [&](const GdalTable::Row& row) {
            return std::ranges::find(ids, row.cells.at("camera_id")) - ids.begin();
        });
    }
    return table;
}

template <typename Record>
std::vector<std::string> idsOf(const std::vector<Record>& records)
{
    std::vector<std::string> ids;
    for (const Record& record : records) {
        ids.push_back(record.id.text());
    }
    return ids;
}

template <typename Record>
void expectSame(const std::vector<Record>& records, const Format& format, const std::filesystem::path& output)
{
    constexpr RecordKind kKind = kindOf<Record>;
    const Place place = placeOf(format, output, kKind);
    const GdalTable table = tableOf(place, format, idsOf(records));
    const json whole = wholeValues(format, output);
    ASSERT_EQ(table.failure, "");
    ASSERT_EQ(table.rows.size(), records.size());
    for (std::size_t i = 0; i < records.size(); ++i) {
        for (const FieldInfo& field : fieldsOf(kKind)) {
            std::string room;
            std::string otherRoom;
            std::string cell = unguarded(cellOf(table.rows[i], field, place), format, field);
            const std::string id = records[i].id.text();
            if (whole.contains(nameOf(kKind)) && whole[std::string(nameOf(kKind))].contains(id)) {
                cell = whole[std::string(nameOf(kKind))][id].value(std::string(field.name), cell);
            }
            EXPECT_EQ(canonicalCell(field, cell, room), canonicalValue(field, valueOf(records[i], field), otherRoom))
                << field.name;
        }
    }
}

void expectAtTheirPlaces(const std::vector<Camera>& cameras, const Format& format, const std::filesystem::path& output,
                         int epsg)
{
    const Place place = placeOf(format, output, RecordKind::Camera);
    const GdalTable table = tableOf(place, format, idsOf(cameras));
    const auto crs = geo::Crs::fromEpsg(epsg);
    ASSERT_TRUE(crs);
    ASSERT_EQ(table.rows.size(), cameras.size());
    const bool isText = format.info.ending == ".csv" || format.info.ending == ".xlsx";
    GeoBox area;
    for (const Camera& camera : cameras) {
        area.include(camera.position);
    }
    const auto transform = geo::Transform::between(geo::Crs::storage(), *crs, area);
    ASSERT_TRUE(transform);
    const double tolerance = crs->isProjected() ? 0.001 : format.info.ending == ".geojson" ? 0.51e-7 : 0.9e-8;
    for (std::size_t i = 0; i < cameras.size(); ++i) {
        const LonLat stored = cameras[i].position;
        MapPoint expected{stored.lon, stored.lat};
        if (crs->isProjected()) {
            expected = *transform->forward(expected);
        }
        const auto& cells = table.rows[i].cells;
        const MapPoint read = isText ? MapPoint{std::stod(cells.at(crs->isProjected() ? "x" : "lon")),
                                                std::stod(cells.at(crs->isProjected() ? "y" : "lat"))}
                                     : table.rows[i].point.value_or(MapPoint{std::nan(""), std::nan("")});
        EXPECT_NEAR(read.x, expected.x, tolerance);
        EXPECT_NEAR(read.y, expected.y, tolerance);
    }
}

struct Case {
    const Format* format;
    int epsg;
};

std::vector<Case> allCases()
{
    std::vector<Case> cases;
    for (const Format& format : formats()) {
        // A drawing and the tags of a map hold less than a record: their own tests look at what they hold.
        if (format.info.name == "dxf" || format.info.name == "osm-tags") {
            continue;
        }
        for (const int epsg : {7791, 3003, 6706, 32632}) {
            if (!format.info.fixedToWgs84 || epsg == 6706) {
                cases.push_back({&format, epsg});
            }
        }
    }
    return cases;
}

class RoundTrip : public testing::TestWithParam<Case> {
protected:
    static test::CensusToExport& census()
    {
        static const auto kCensus = test::aFullCensus(kCameras);
        return *kCensus;
    }
};

TEST_P(RoundTrip, everyFieldAndPlaceComesBack)
{
    const auto& [format, epsg] = GetParam();
    const std::string name = "uno" + std::to_string(epsg) + std::string(format->info.ending);

    const auto report = census().write(name, {.epsg = epsg, .edition = Edition::Full});

    ASSERT_TRUE(report) << report.error().message();
    EXPECT_EQ(report->features, kCameras);
    const auto cameras = census().cameras();
    expectSame(cameras, *format, census().out(name));
    expectAtTheirPlaces(cameras, *format, census().out(name), epsg);
    if (format->hasSideTables) {
        // The census's own default system goes too, since nothing was filtered.
        expectSame(census().sites(), *format, census().out(name));
        expectSame(census().systems(), *format, census().out(name));
    }
}

INSTANTIATE_TEST_SUITE_P(EveryFormatAndSystem, RoundTrip, testing::ValuesIn(allCases()),
                         [](const testing::TestParamInfo<Case>& given) {
                             return testNameOf(given.param.format->info) + "_" + std::to_string(given.param.epsg);
                         });

TEST(RoundTripInputs, everyFieldOfTheCamerasIsFilled)
{
    const auto census = test::aFullCensus(2);
    for (const Camera& camera : census->cameras()) {
        for (const FieldInfo& field : fieldsOf(RecordKind::Camera)) {
            EXPECT_FALSE(std::holds_alternative<std::monostate>(valueOf(camera, field))) << field.name;
        }
    }
}

} // namespace
} // namespace observo::exchange
