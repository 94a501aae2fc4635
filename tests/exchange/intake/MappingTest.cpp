// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/Mapping.h"

#include "support/exchange/TableSource.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace observo::exchange {
namespace {

/// "Tipo=camera_type;Nome=name": what became of each column, those kept as they are left out.
std::string mapped(TableSource source, const MappingProfile& profile = {})
{
    std::vector<ColumnSample> samples(source.table().columns.size());
    for (const SourceRow& row : source.rows()) {
        for (std::size_t i = 0; i < samples.size(); ++i) {
            samples[i].look(row.values[i]);
        }
    }
    const auto columns = mapColumns(source.table(), samples, profile);
    if (!columns) {
        return "error: " + columns.error().message();
    }
    std::string text;
    for (std::size_t i = 0; i < columns->size(); ++i) {
        if ((*columns)[i].meaning.role != ColumnRole::Extra) {
            text += (text.empty() ? "" : ";") + source.table().columns[i].name + '=' +
                    std::string(nameOf((*columns)[i].meaning));
        }
    }
    return text;
}

TEST(Mapping, namesAreEnoughWhereTheyAreClear)
{
    EXPECT_EQ(mapped({{"Codice", "Tipologia", "Lat", "Lng", "NOTE2"}, {{"1", "ptz", "45", "7", "x"}}}),
              "Codice=code;Tipologia=camera_type;Lat=lat;Lng=lon");
}

TEST(Mapping, aBareNumberIsNoCode)
{
    EXPECT_EQ(mapped({{"id", "nome"}, {{"1", "a"}, {"2", "b"}}}), "nome=name");
    EXPECT_EQ(mapped({{"id", "nome"}, {{"CC-002", "a"}, {"CC-003", "b"}}}), "id=code;nome=name");
}

TEST(Mapping, valuesDecideWhatADoubtfulNameMeans)
{
    EXPECT_EQ(mapped({{"tipo"}, {{"dome"}, {"ptz"}}}), "tipo=camera_type");
    EXPECT_EQ(mapped({{"tipo"}, {{"contesto"}, {"lettura varchi"}, {"osservazione"}}}), "tipo=camera_function");
    EXPECT_EQ(mapped({{"camera_id"}, {{"TC-1"}, {"TC-2"}}}), "camera_id=code");
    EXPECT_EQ(mapped({{"camera_id"}, {{"123e4567-e89b-42d3-a456-426614174000"}}}), "camera_id=camera_id");
}

TEST(Mapping, whoMaySeeACameraIsNotTakenFromAnotherThingOfThatName)
{
    EXPECT_EQ(mapped({{"visibility", "Name"}, {{"-1", "a"}}}), "Name=name");
    EXPECT_EQ(mapped({{"visibility"}, {{"public"}, {"riservata"}}}), "visibility=visibility");
}

TEST(Mapping, theBetterNameWinsAndTheOtherIsASpare)
{
    EXPECT_EQ(mapped({{"Descrizione", "Nome"}, {{"a", "b"}}}), "Descrizione=notes;Nome=name");
    EXPECT_EQ(mapped({{"Ubicazione", "Nome"}, {{"a", "b"}}}), "Nome=name");
    EXPECT_EQ(mapped({{"Ubicazione"}, {{"a"}}}), "Ubicazione=name");
    EXPECT_EQ(mapped({{"tipo", "tipologia"}, {{"dome", "ptz"}}}), "tipo=camera_type");
}

TEST(Mapping, halfAPairOfCoordinatesIsNone)
{
    EXPECT_EQ(mapped({{"n", "nome"}, {{"1", "a"}}}), "nome=name");
    EXPECT_EQ(mapped({{"lat", "nome"}, {{"45", "a"}}}), "nome=name");
    EXPECT_EQ(mapped({{"e", "n"}, {{"396634", "4991598"}}}), "e=x;n=y");
}

TEST(Mapping, besideAGeometryCoordinatesAreAttributes)
{
    TableSource source({"lon", "lat", "nome"}, {{"7", "45", "a"}});
    source.withPoints({MapPoint{7, 45}}, "EPSG:4326");
    EXPECT_EQ(mapped(source), "nome=name");
}

TEST(Mapping, aMappingFileComesFirstAndNamesMayBeWrittenOtherwise)
{
    const TableSource source({"H", "Tipo", "Nome"}, {{"4", "ptz", "a"}});
    EXPECT_EQ(mapped(source, {.columns = {{"h", {.field = "range_m"}}, {"Nome", {}}}}), "H=range_m;Tipo=camera_type");
    EXPECT_EQ(mapped(source, {.columns = {{"not there", {.field = "name"}}}}),
              "H=mount_height_m;Tipo=camera_type;Nome=name");
}

TEST(Mapping, anUnknownFieldIsRefusedWithTheNearestOne)
{
    const std::string refused = mapped({{"Tipo"}, {{"ptz"}}}, {.columns = {{"Tipo", {.field = "camera_typ"}}}});
    EXPECT_NE(refused.find("camera_type"), std::string::npos) << refused;
    const std::string twice = mapped({{"A", "B"}, {{"1", "2"}}}, {.columns = {{"A", {"name"}}, {"B", {"name"}}}});
    EXPECT_NE(twice.find("two columns"), std::string::npos) << twice;
}

} // namespace
} // namespace observo::exchange
