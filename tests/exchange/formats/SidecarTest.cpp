// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/Sidecar.h"

#include "exchange/ExportWork.h"
#include "support/Builders.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <set>

namespace observo::exchange {
namespace {

using nlohmann::json;

json sidecarOf(test::CensusToExport& census, ExportRequest request = {.edition = Edition::Full})
{
    EXPECT_TRUE(census.write("out.shp", std::move(request)));
    return json::parse(test::bytesOf(census.out("out.fields.json")));
}

TEST(Sidecar, saysWhichColumnIsWhichFieldOfEveryTable)
{
    const auto census = test::aCensusWith({Camera(test::aCamera())});

    const auto root = sidecarOf(*census);

    EXPECT_EQ(root.at("format"), "observo-fields");
    EXPECT_EQ(root.at("version"), 1);
    EXPECT_EQ(root.at("crs"), "EPSG:7791");
    EXPECT_EQ(root.at("edition"), "full");
    EXPECT_EQ(root.at("issuing_body"), "Comune di Prova");
    for (const RecordKind kind : {RecordKind::Camera, RecordKind::Site, RecordKind::System}) {
        const auto& columns = root.at("tables").at(std::string(nameOf(kind)));
        ASSERT_EQ(columns.size(), fieldsOf(kind).size());
        std::set<std::string> shorts;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            EXPECT_EQ(columns[i].at("field"), fieldsOf(kind)[i].name);
            EXPECT_EQ(columns[i].at("dbf"), fieldsOf(kind)[i].shortName);
            EXPECT_TRUE(shorts.insert(columns[i].at("dbf")).second);
        }
    }
    const auto& height = *std::find_if(root.at("tables").at("camera").begin(), root.at("tables").at("camera").end(),
                                       [](const json& c) { return c.at("field") == "mount_height_m"; });
    EXPECT_EQ(height.at("unit"), "m");
    EXPECT_EQ(height.at("type"), "real");
}

TEST(Sidecar, withoutLongValuesItsTablesOfThemAreEmpty)
{
    const auto census = test::aCensusWith({Camera(test::aCamera())});
    const auto whole = sidecarOf(*census).at("whole_values");
    EXPECT_EQ(whole, (json{{"camera", json::object()}, {"site", json::object()}, {"system", json::object()}}));
}

TEST(Sidecar, severalFieldsOfSeveralRecordsAreKeptWhole)
{
    Camera first = test::aCamera();
    first.notes = std::string(300, 'n') + "\"è\n";
    first.name = "blank behind ";
    Camera second = test::aCamera();
    second.notes = std::string(1000, 'm');
    const auto census = test::aCensusWith({first, Camera(test::aCamera()), second});

    const auto whole = sidecarOf(*census).at("whole_values").at("camera");

    ASSERT_EQ(whole.size(), 2U);
    EXPECT_EQ(whole.at(first.id.text()), (json{{"name", first.name}, {"notes", first.notes}}));
    EXPECT_EQ(whole.at(second.id.text()), (json{{"notes", second.notes}}));
}

TEST(Sidecar, roundedNumbersAreKeptAsNumbers)
{
    const auto census = test::aCensusWith({Camera(test::aCamera())});
    census->alter("UPDATE camera SET range_m = 1.2345678901234567e-8");
    const auto whole = sidecarOf(*census).at("whole_values").at("camera");
    EXPECT_EQ(whole.begin()->at("range_m").get<double>(), 1.2345678901234567e-8);
}

TEST(Sidecar, aLowerEditionHasFewerColumns)
{
    const auto census = test::aCensusWith({Camera(test::aCamera().visibleTo("public"))});
    const auto root = sidecarOf(*census, {.edition = Edition::Public});
    EXPECT_EQ(root.dump().find("serial_no"), std::string::npos);
    EXPECT_EQ(root.at("edition"), "public");
}

} // namespace
} // namespace observo::exchange
