// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/feed/MadeUpFeed.h"

namespace observo::test {

feed::FileInfo aRichFile()
{
    using feed::Evidence;
    feed::Layer first{.name = "telecamere", .shape = feed::Shape::Polygons};
    first.columns = {{.name = "nome",
                      .width = 80,
                      .statistics = feed::ColumnStatistics{.looked = 9, .filled = 8, .longest = 7, .samples = {"è"}}},
                     {.name = "numero", .type = FieldType::Integer},
                     {.name = "altezza", .type = FieldType::Real, .width = 10, .decimals = 3},
                     {.name = "attiva", .type = FieldType::Boolean},
                     {.name = "giorno", .type = FieldType::Date},
                     {.name = "alle", .type = FieldType::Timestamp},
                     {.name = "altro", .type = FieldType::Json}};
    first.system = {.evidence = Evidence::SideFile, .id = "EPSG:3003", .name = "Monte Mario", .wkt = "PROJCRS[...]"};
    first.encoding = {.evidence = Evidence::Detected, .name = "windows-1252", .sample = "località"};
    first.rows = 716;
    first.extent = feed::Box{1.0, 2.0, 3.0, 4.0};
    feed::Layer second{.name = "tabella"};
    second.table = feed::TextTable{.separator = ';', .quote = '\0', .hasHeader = false, .decimalComma = true};
    return {.format = "shapefile",
            .driver = "ESRI Shapefile",
            .layers = {first, second},
            .metadata = {{"autore", "Comune"}},
            .problems = {{.weight = feed::Problem::Weight::Loss, .what = "qualcosa", .row = 3, .column = "nome"}},
            .fenceGaps = {"no Landlock"}};
}

feed::Row aRichRow()
{
    feed::Row row{.number = 42};
    row.geometry = {.shape = feed::Shape::Polygons,
                    .points = {{0, 0}, {9, 0}, {9, 9}, {0, 0}, {2, 1}, {3, 1}, {3, 2}, {2, 1}},
                    .parts = {4, 4},
                    .rings = {2}};
    row.values = {std::string("perché"),
                  std::int64_t{7},
                  2.5,
                  true,
                  std::string("2026-11-22"),
                  std::string("2026-11-22T10:42:07.250Z"),
                  std::string("{\"a\": 1}")};
    row.raw = {{2, "2,5"}};
    row.problems = {{.what = "decimal comma", .row = 42, .column = "altezza"}};
    return row;
}

} // namespace observo::test
