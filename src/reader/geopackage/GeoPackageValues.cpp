// SPDX-License-Identifier: GPL-3.0-or-later
#include "geopackage/GeoPackageValues.h"

#include "text/IsoTimes.h"

#include <cmath>
#include <cstddef>
#include <string>
#include <string_view>

namespace observo::reader {

namespace {

std::string_view textOfCell(sqlite3_stmt* statement, int index)
{
    const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement, index));
    return text == nullptr ? std::string_view()
                           : std::string_view(text, static_cast<std::size_t>(sqlite3_column_bytes(statement, index)));
}

/// The value when it fits the column; false when it is doubtful.
bool takeFitting(sqlite3_stmt* statement, int index, FieldType type, FieldValue& value)
{
    const int kind = sqlite3_column_type(statement, index);
    switch (type) {
    case FieldType::Integer:
        value = static_cast<std::int64_t>(sqlite3_column_int64(statement, index));
        return kind == SQLITE_INTEGER;
    case FieldType::Boolean:
        value = sqlite3_column_int64(statement, index) != 0;
        return kind == SQLITE_INTEGER;
    case FieldType::Real:
        value = sqlite3_column_double(statement, index);
        return (kind == SQLITE_FLOAT || kind == SQLITE_INTEGER) && std::isfinite(std::get<double>(value));
    case FieldType::Date:
        value = std::string(textOfCell(statement, index));
        return kind == SQLITE_TEXT && isDay(std::get<std::string>(value));
    case FieldType::Timestamp:
        value = instantOf(textOfCell(statement, index));
        return kind == SQLITE_TEXT && !std::get<std::string>(value).empty();
    default:
        break;
    }
    if (!std::holds_alternative<std::string>(value)) {
        value.emplace<std::string>();
    }
    std::get<std::string>(value).assign(textOfCell(statement, index));
    return true;
}

} // namespace

void takeCell(sqlite3_stmt* statement, int index, const feed::Column& column, std::uint32_t target, feed::Row& row)
{
    constexpr std::size_t kMostProblems = 30;
    auto& value = row.values[target];
    const int kind = sqlite3_column_type(statement, index);
    if (kind == SQLITE_NULL || kind == SQLITE_BLOB) {
        value = std::monostate();
        if (kind == SQLITE_BLOB && row.problems.size() < kMostProblems) {
            row.problems.push_back({.weight = feed::Problem::Weight::Loss,
                                    .what = "a value of " + std::to_string(sqlite3_column_bytes(statement, index)) +
                                            " bytes that is no text was left out",
                                    .row = row.number,
                                    .column = column.name});
        }
        return;
    }
    if (takeFitting(statement, index, column.type, value)) {
        return;
    }
    value = std::monostate();
    row.raw.push_back({target, std::string(textOfCell(statement, index))});
    if (row.problems.size() < kMostProblems) {
        row.problems.push_back({.weight = feed::Problem::Weight::Warning,
                                .what = "the value is not of the column's type: " + row.raw.back().text.substr(0, 200),
                                .row = row.number,
                                .column = column.name});
    }
}

} // namespace observo::reader
