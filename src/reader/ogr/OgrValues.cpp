// SPDX-License-Identifier: GPL-3.0-or-later
#include "ogr/OgrValues.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <string>

namespace observo::reader {

namespace {

/// Codes of the time zone in GDAL's date-times: 100 is UTC, each step is a quarter of an hour, 0 and 1 say nothing.
constexpr int kUtc = 100;
constexpr int kLocalTime = 1;

/// Parts of an instant as GDAL gives them.
struct Instant {
    int year = 0;
    int month = 0;
    int day = 0;
    int hour = 0;
    int minute = 0;
    float second = 0.0F;
    int zone = 0;
};

void doubtful(OGRFeatureH feature, const ValuePlace& place, feed::Row& row, const char* why)
{
    row.values[place.target] = std::monostate();
    row.raw.push_back({place.target, OGR_F_GetFieldAsString(feature, place.index)});
    row.problems.push_back({.weight = feed::Problem::Weight::Warning,
                            .what = std::string(why) + ": " + row.raw.back().text,
                            .row = row.number,
                            .column = place.column.name});
}

std::string dayText(std::chrono::year_month_day day)
{
    char text[16];
    std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                  static_cast<unsigned>(day.day()));
    return text;
}

std::string instantText(const Instant& at)
{
    using namespace std::chrono;
    const auto local = sys_days(year(at.year) / at.month / at.day) + hours(at.hour) + minutes(at.minute) +
                       milliseconds(std::lround(static_cast<double>(at.second) * 1000.0));
    const bool isKnown = at.zone > kLocalTime;
    const auto time = isKnown ? local - minutes((at.zone - kUtc) * 15) : local;
    const auto midnight = floor<days>(time);
    const hh_mm_ss clock(time - midnight);
    char text[32];
    std::snprintf(text, sizeof text, "T%02d:%02d:%02d", static_cast<int>(clock.hours().count()),
                  static_cast<int>(clock.minutes().count()), static_cast<int>(clock.seconds().count()));
    auto whole = dayText(year_month_day(midnight)) + text;
    if (const auto fraction = clock.subseconds().count(); fraction != 0) {
        std::snprintf(text, sizeof text, ".%03d", static_cast<int>(fraction));
        whole += text;
    }
    return isKnown ? whole + "Z" : whole;
}

void takeDate(OGRFeatureH feature, const ValuePlace& place, feed::Row& row)
{
    Instant at;
    const bool isRead = OGR_F_GetFieldAsDateTimeEx(feature, place.index, &at.year, &at.month, &at.day, &at.hour,
                                                   &at.minute, &at.second, &at.zone) != 0;
    using namespace std::chrono;
    const auto day = year(at.year) / at.month / at.day;
    const bool isDay = day.ok() && at.year >= 0 && at.year <= 9999;
    const bool isTime = at.hour >= 0 && at.hour < 24 && at.minute >= 0 && at.minute < 60 && at.second >= 0.0F &&
                        at.second < 61.0F && at.zone >= 0 && at.zone < 200;
    if (!isRead || !isDay || !isTime) {
        doubtful(feature, place, row, "this is no day or time");
        return;
    }
    row.values[place.target] = place.column.type == FieldType::Date ? dayText(day) : instantText(at);
}

/// All items of a list, joined.
std::string joined(OGRFeatureH feature, int index)
{
    std::string text;
    char** const list = OGR_F_GetFieldAsStringList(feature, index);
    for (char** item = list; item != nullptr && *item != nullptr; ++item) {
        text.append(item == list ? "" : ";").append(*item);
    }
    return text;
}

void takeText(OGRFeatureH feature, const ValuePlace& place, TextDecoder& decoder, feed::Row& row)
{
    auto& value = row.values[place.target];
    if (!std::holds_alternative<std::string>(value)) {
        value.emplace<std::string>();
    }
    auto& text = std::get<std::string>(value);
    const bool isWhole = place.isList ? decoder.decode(joined(feature, place.index), text)
                                      : decoder.decode(OGR_F_GetFieldAsString(feature, place.index), text);
    if (!isWhole) {
        row.problems.push_back({.weight = feed::Problem::Weight::Warning,
                                .what = "bytes of the text mean nothing in the encoding of the file",
                                .row = row.number,
                                .column = place.column.name});
    }
}

} // namespace

feed::Column columnOf(OGRFieldDefnH definition)
{
    feed::Column column{.name = OGR_Fld_GetNameRef(definition),
                        .width = std::max(0, OGR_Fld_GetWidth(definition)),
                        .decimals = std::max(0, OGR_Fld_GetPrecision(definition))};
    switch (OGR_Fld_GetType(definition)) {
    case OFTInteger:
        column.type = OGR_Fld_GetSubType(definition) == OFSTBoolean ? FieldType::Boolean : FieldType::Integer;
        break;
    case OFTInteger64:
        column.type = FieldType::Integer;
        break;
    case OFTReal:
        column.type = FieldType::Real;
        break;
    case OFTDate:
        column.type = FieldType::Date;
        break;
    case OFTDateTime:
        column.type = FieldType::Timestamp;
        break;
    case OFTString:
        column.type = OGR_Fld_GetSubType(definition) == OFSTJSON ? FieldType::Json : FieldType::Text;
        break;
    default:
        break;
    }
    return column;
}

void takeValue(OGRFeatureH feature, const ValuePlace& place, TextDecoder& decoder, feed::Row& row)
{
    if (OGR_F_IsFieldSetAndNotNull(feature, place.index) == 0) {
        row.values[place.target] = std::monostate();
        return;
    }
    switch (place.column.type) {
    case FieldType::Boolean:
        row.values[place.target] = OGR_F_GetFieldAsInteger(feature, place.index) != 0;
        return;
    case FieldType::Integer:
        row.values[place.target] = static_cast<std::int64_t>(OGR_F_GetFieldAsInteger64(feature, place.index));
        return;
    case FieldType::Real: {
        const double number = OGR_F_GetFieldAsDouble(feature, place.index);
        if (!std::isfinite(number)) {
            doubtful(feature, place, row, "this is no finite number");
        } else {
            row.values[place.target] = number;
        }
        return;
    }
    case FieldType::Date:
    case FieldType::Timestamp:
        takeDate(feature, place, row);
        return;
    default:
        takeText(feature, place, decoder, row);
    }
}

} // namespace observo::reader
