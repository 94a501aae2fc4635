// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/Preview.h"

#include "words/ColumnWords.h"
#include "words/FieldReading.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace observo::exchange {
namespace {

constexpr std::size_t kShownPlaces = 500;

PreviewCell cellOf(const MappedColumn& column, const FieldValue& value)
{
    PreviewCell cell{.text = textOfRaw(value)};
    if (column.meaning.role != ColumnRole::Field || cell.text.empty()) {
        return cell;
    }
    ReadField read = readField(column.use, value);
    cell.values = std::move(read.values);
    if (read.remark) {
        cell.remarkIt = std::move(read.remark->it);
        cell.remarkEn = std::move(read.remark->en);
    }
    return cell;
}

PreviewRow rowOf(const SourceRow& source, const Survey& survey, const Placing* placing)
{
    PreviewRow row{.number = source.number};
    for (std::size_t i = 0; i < survey.columns.size(); ++i) {
        row.cells.push_back(cellOf(survey.columns[i], source.values.at(i)));
    }
    if (placing == nullptr) {
        return row;
    }
    Placed placed = placing->place(survey.places.of(source));
    row.place = placed.place;
    if (!placed.remarks.empty()) {
        row.remarkIt = std::move(placed.remarks.back().it);
        row.remarkEn = std::move(placed.remarks.back().en);
    }
    return row;
}

std::vector<LonLat> placesOf(const Survey& survey, const Placing& placing)
{
    std::vector<LonLat> places;
    const std::size_t stride = survey.sample.size() / kShownPlaces + 1;
    for (std::size_t i = 0; i < survey.sample.size(); i += stride) {
        if (const auto placed = placing.place({.point = survey.sample[i]}); placed.place) {
            places.push_back(*placed.place);
        }
    }
    return places;
}

} // namespace

std::vector<std::string> targetsOf(const Survey& survey)
{
    std::vector<std::string> targets;
    const auto taken = survey.places.columns();
    for (std::size_t i = 0; i < survey.columns.size(); ++i) {
        const ColumnMeaning& meaning = survey.columns[i].meaning;
        const auto place = std::ranges::find(taken, i);
        if (place != taken.end()) {
            const bool isPair = taken.size() == 2;
            const std::string_view byOrder = !isPair ? "coordinates" : (place == taken.begin() ? "lon" : "lat");
            targets.emplace_back(meaning.role == ColumnRole::Extra ? byOrder : nameOf(meaning));
        } else {
            targets.emplace_back(meaning.role == ColumnRole::Field ? meaning.field->name : std::string_view());
        }
    }
    return targets;
}

ImportPreview previewOf(const SourceTable& table, const Survey& survey, const Placing* placing)
{
    ImportPreview preview;
    const auto targets = targetsOf(survey);
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        preview.columns.push_back({.name = table.columns[i].name,
                                   .target = targets[i],
                                   .unit = survey.columns[i].use.unit,
                                   .isGiven = survey.columns[i].isGiven});
    }
    for (const SourceRow& row : survey.first) {
        preview.rows.push_back(rowOf(row, survey, placing));
    }
    if (placing != nullptr) {
        preview.places = placesOf(survey, *placing);
    }
    return preview;
}

} // namespace observo::exchange
