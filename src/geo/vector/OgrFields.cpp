// SPDX-License-Identifier: GPL-3.0-or-later
#include "vector/OgrFields.h"

#include <cpl_conv.h>
#include <cpl_string.h>

#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <variant>

namespace observo::geo {

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

void appendPadded(std::string& text, int number, std::size_t width)
{
    const auto digits = std::to_string(number);
    text.append(width > digits.size() ? width - digits.size() : 0, '0').append(digits);
}

std::string dayText(int year, int month, int day)
{
    std::string text;
    appendPadded(text, year, 4);
    text += '-';
    appendPadded(text, month, 2);
    text += '-';
    appendPadded(text, day, 2);
    return text;
}

std::string instantText(const Instant& given)
{
    using namespace std::chrono;
    const auto local = sys_days(year(given.year) / given.month / given.day) + hours(given.hour) +
                       minutes(given.minute) + milliseconds(std::lround(given.second * 1000.0F));
    const bool known = given.zone > kLocalTime;
    const auto utc = known ? local - minutes((given.zone - kUtc) * 15) : local;
    const auto midnight = floor<days>(utc);
    const year_month_day date(midnight);
    const hh_mm_ss clock(utc - midnight);
    auto text = dayText(static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
                        static_cast<int>(static_cast<unsigned>(date.day())));
    text += 'T';
    appendPadded(text, static_cast<int>(clock.hours().count()), 2);
    text += ':';
    appendPadded(text, static_cast<int>(clock.minutes().count()), 2);
    text += ':';
    appendPadded(text, static_cast<int>(clock.seconds().count()), 2);
    if (const auto fraction = clock.subseconds().count(); fraction != 0) {
        text += '.';
        appendPadded(text, static_cast<int>(fraction), 3);
    }
    return known ? text + "Z" : text;
}

FieldValue dateValueOf(OGRFeatureH feature, int index, FieldType type)
{
    Instant at;
    if (OGR_F_GetFieldAsDateTimeEx(feature, index, &at.year, &at.month, &at.day, &at.hour, &at.minute, &at.second,
                                   &at.zone) == 0) {
        return {};
    }
    return type == FieldType::Date ? dayText(at.year, at.month, at.day) : instantText(at);
}

std::string utf8(const char* text)
{
    if (CPLIsUTF8(text, -1) != 0) {
        return text;
    }
    char* ascii = CPLForceToASCII(text, -1, '?');
    std::string safe(ascii);
    CPLFree(ascii);
    return safe;
}

FieldValue finite(double value)
{
    return std::isfinite(value) ? FieldValue(value) : FieldValue();
}

Done wrongType(std::string_view wanted)
{
    return fail(ErrorCode::InvalidArgument, "the value is not " + std::string(wanted));
}

Done putDate(OGRFeatureH feature, int index, const std::string& text)
{
    // GDAL reads ISO 8601 itself; what it cannot read stays unset without a word.
    OGR_F_SetFieldString(feature, index, text.c_str());
    if (OGR_F_IsFieldSetAndNotNull(feature, index) == 0) {
        return fail(ErrorCode::InvalidArgument, "\"" + text + "\" is no date or time in ISO 8601");
    }
    return done();
}

} // namespace

FieldType fieldTypeOf(OGRFieldDefnH column)
{
    switch (OGR_Fld_GetType(column)) {
    case OFTInteger:
        return OGR_Fld_GetSubType(column) == OFSTBoolean ? FieldType::Boolean : FieldType::Integer;
    case OFTInteger64:
        return FieldType::Integer;
    case OFTReal:
        return FieldType::Real;
    case OFTDate:
        return FieldType::Date;
    case OFTDateTime:
        return FieldType::Timestamp;
    case OFTString:
        return OGR_Fld_GetSubType(column) == OFSTJSON ? FieldType::Json : FieldType::Text;
    default:
        return FieldType::Text;
    }
}

FieldValue fieldValueOf(OGRFeatureH feature, int index, FieldType type)
{
    if (OGR_F_IsFieldSetAndNotNull(feature, index) == 0) {
        return {};
    }
    switch (type) {
    case FieldType::Boolean:
        return OGR_F_GetFieldAsInteger(feature, index) != 0;
    case FieldType::Integer:
        return static_cast<std::int64_t>(OGR_F_GetFieldAsInteger64(feature, index));
    case FieldType::Real:
        return finite(OGR_F_GetFieldAsDouble(feature, index));
    case FieldType::Date:
    case FieldType::Timestamp:
        return dateValueOf(feature, index, type);
    default:
        return utf8(OGR_F_GetFieldAsString(feature, index));
    }
}

OGRFieldDefnH makeColumn(const char* name, FieldType type)
{
    OGRFieldType kind = OFTString;
    OGRFieldSubType detail = OFSTNone;
    switch (type) {
    case FieldType::Integer:
        kind = OFTInteger64;
        break;
    case FieldType::Real:
        kind = OFTReal;
        break;
    case FieldType::Boolean:
        kind = OFTInteger;
        detail = OFSTBoolean;
        break;
    case FieldType::Date:
        kind = OFTDate;
        break;
    case FieldType::Timestamp:
        kind = OFTDateTime;
        break;
    case FieldType::Json:
        detail = OFSTJSON;
        break;
    default:
        break;
    }
    OGRFieldDefnH column = OGR_Fld_Create(name, kind);
    OGR_Fld_SetSubType(column, detail);
    return column;
}

Done putValue(OGRFeatureH feature, int index, FieldType type, const FieldValue& value)
{
    if (std::holds_alternative<std::monostate>(value)) {
        OGR_F_SetFieldNull(feature, index);
        return done();
    }
    const auto* text = std::get_if<std::string>(&value);
    const auto* whole = std::get_if<std::int64_t>(&value);
    const auto* real = std::get_if<double>(&value);
    switch (type) {
    case FieldType::Integer:
        if (whole == nullptr) {
            return wrongType("a whole number");
        }
        OGR_F_SetFieldInteger64(feature, index, *whole);
        return done();
    case FieldType::Real:
        if (whole == nullptr && (real == nullptr || !std::isfinite(*real))) {
            return wrongType("a number");
        }
        OGR_F_SetFieldDouble(feature, index, real != nullptr ? *real : static_cast<double>(*whole));
        return done();
    case FieldType::Boolean:
        if (const auto* truth = std::get_if<bool>(&value)) {
            OGR_F_SetFieldInteger(feature, index, *truth ? 1 : 0);
            return done();
        }
        return wrongType("true or false");
    default:
        break;
    }
    if (text == nullptr) {
        return wrongType("text");
    }
    if (type == FieldType::Date || type == FieldType::Timestamp) {
        return putDate(feature, index, *text);
    }
    OGR_F_SetFieldString(feature, index, text->c_str());
    return done();
}

} // namespace observo::geo
