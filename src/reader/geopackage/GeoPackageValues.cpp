// SPDX-License-Identifier: GPL-3.0-or-later
#include "geopackage/GeoPackageValues.h"

#include <array>
#include <chrono>
#include <cmath>
#include <cstddef>
#include <string>
#include <string_view>

namespace observo::reader {

namespace {

int numberAt(std::string_view text, std::size_t at, std::size_t length)
{
    int number = 0;
    for (std::size_t i = at; i < at + length; ++i) {
        if (i >= text.size() || text[i] < '0' || text[i] > '9') {
            return -1;
        }
        number = number * 10 + (text[i] - '0');
    }
    return number;
}

bool isDay(std::string_view text)
{
    using namespace std::chrono;
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') {
        return false;
    }
    const int month = numberAt(text, 5, 2);
    const int day = numberAt(text, 8, 2);
    return month > 0 && day > 0 && numberAt(text, 0, 4) >= 0 && (year(numberAt(text, 0, 4)) / month / day).ok();
}

/// "2026-11-22T10:42:07.000Z" as the standard has it, also with a blank for the T; a fraction of nothing goes.
std::string instantOf(std::string_view text)
{
    const bool isTime = text.size() >= 19 && isDay(text.substr(0, 10)) && (text[10] == 'T' || text[10] == ' ') &&
                        text[13] == ':' && text[16] == ':' && numberAt(text, 11, 2) >= 0 &&
                        numberAt(text, 11, 2) < 24 && numberAt(text, 14, 2) >= 0 && numberAt(text, 14, 2) < 60 &&
                        numberAt(text, 17, 2) >= 0 && numberAt(text, 17, 2) < 61;
    if (!isTime) {
        return "";
    }
    std::string made(text.substr(0, 10));
    made.append("T").append(text.substr(11, 8));
    auto rest = text.substr(19);
    if (rest.starts_with('.')) {
        const auto end = rest.find_first_not_of("0123456789", 1);
        const auto fraction = rest.substr(0, end);
        if (fraction.find_first_not_of(".0") != std::string_view::npos && fraction.size() <= 10) {
            made.append(fraction);
        }
        rest = end == std::string_view::npos ? std::string_view() : rest.substr(end);
    }
    return rest.empty() || rest == "Z" ? made.append(rest) : "";
}

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
