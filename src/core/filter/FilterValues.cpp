// SPDX-License-Identifier: GPL-3.0-or-later
#include "filter/FilterValues.h"

#include "Calendar.h"
#include "EditDistance.h"
#include "TextFold.h"

#include <charconv>
#include <cmath>
#include <optional>
#include <utility>

namespace observo {
namespace {

constexpr std::size_t kLongestQuote = 40;

/// The token between quotes, cut where it would flood the message.
std::string quoted(std::string_view text)
{
    std::size_t end = 0;
    while (end < text.size() && end < kLongestQuote) {
        end += characterLength(text, end);
    }
    return '"' + std::string(text.substr(0, end)) + (end < text.size() ? "…\"" : "\"");
}

std::string_view nameOf(const FilterSubject& subject)
{
    if (subject.field != nullptr) {
        return subject.field->name;
    }
    return subject.axis == FilterSubject::Axis::Lon ? "lon" : "lat";
}

tl::unexpected<Error> refuse(const FilterSubject& subject, const FilterToken& token, std::string_view why,
                             std::string advice)
{
    return fail(Error{.code = ErrorCode::InvalidArgument,
                      .what = quoted(token.text) + ' ' + std::string(why) + atCharacter(token.at),
                      .field = std::string(nameOf(subject)),
                      .advice = std::move(advice)});
}

bool isOrdering(Comparison comparison)
{
    return comparison != Comparison::Equal && comparison != Comparison::NotEqual;
}

/// C locale, the whole text, finite.
std::optional<FieldValue> numberOf(std::string_view text, bool wholeIfPossible)
{
    const char* const end = text.data() + text.size();
    std::int64_t whole = 0;
    if (wholeIfPossible) {
        const auto [stop, error] = std::from_chars(text.data(), end, whole);
        if (error == std::errc{} && stop == end) {
            return FieldValue{whole};
        }
    }
    double real = 0;
    const auto [stop, error] = std::from_chars(text.data(), end, real);
    if (error != std::errc{} || stop != end || !std::isfinite(real)) {
        return std::nullopt;
    }
    return FieldValue{real};
}

std::optional<bool> booleanOf(std::string_view text)
{
    const std::string word = searchForm(text);
    for (const std::string_view yes : {"true", "yes", "si", "1"}) {
        if (word == yes) {
            return true;
        }
    }
    for (const std::string_view no : {"false", "no", "0"}) {
        if (word == no) {
            return false;
        }
    }
    return std::nullopt;
}

/// The code whose label was written instead of it, or the nearest one.
std::string_view nearestCode(std::string_view codeList, std::string_view typed)
{
    const std::string wanted = searchForm(typed);
    NearestWord nearest(typed);
    for (const CodeInfo& known : codesOf(codeList)) {
        if (searchForm(known.label.it) == wanted || searchForm(known.label.en) == wanted) {
            return known.code;
        }
        nearest.consider(known.code);
    }
    return nearest.word();
}

Result<FieldValue> codeValue(const FilterSubject& subject, const FilterToken& token)
{
    const std::string_view list = subject.field->codeList;
    if (list.empty() || isKnownCode(list, token.text)) {
        return FieldValue{token.text};
    }
    const std::string_view nearest = nearestCode(list, token.text);
    std::string advice = "did you mean " + std::string(nearest) + '?';
    if (nearest.empty()) {
        advice = "known are";
        for (const CodeInfo& known : codesOf(list)) {
            advice += (advice.ends_with("are") ? " " : ", ") + std::string(known.code);
        }
    }
    return fail(Error{.code = ErrorCode::UnknownField,
                      .what = quoted(token.text) + " is not a known code" + atCharacter(token.at),
                      .field = std::string(subject.field->name),
                      .advice = std::move(advice)});
}

bool isPartOfDay(std::string_view text)
{
    return (text.size() == 4 && dayOf(std::string(text) + "-01-01")) ||
           (text.size() == 7 && dayOf(std::string(text) + "-01"));
}

/// A day or time. Given in part it stands for the whole period: after and up to it compare with its end, which is the
/// text with a letter behind all that may follow.
Result<FieldValue> dateValue(const FilterSubject& subject, Comparison comparison, const FilterToken& token)
{
    const bool isTime = subject.type() == FieldType::Timestamp;
    const bool isWhole = isTime ? isTimestamp(token.text) : dayOf(token.text).has_value();
    if (isWhole) {
        return FieldValue{token.text};
    }
    const bool isPart = isPartOfDay(token.text) || (isTime && dayOf(token.text));
    if (!isPart) {
        return refuse(subject, token, "is not a day",
                      isTime ? "give a time like 2026-11-22T10:42:07Z, a day, month or year"
                             : "give a day like 2026-11-22");
    }
    if (!isOrdering(comparison)) {
        return refuse(subject, token, "is only part of a date", "write like \"" + token.text + "*\", or use < and >");
    }
    const bool toItsEnd = comparison == Comparison::LessOrEqual || comparison == Comparison::Greater;
    return FieldValue{token.text + (toItsEnd ? "~" : "")};
}

Result<FieldValue> textValue(const FilterSubject& subject, const FilterToken& token)
{
    switch (subject.type()) {
    case FieldType::Code:
    case FieldType::Codes:
        return codeValue(subject, token);
    case FieldType::Uuid: {
        const auto uuid = Uuid::parse(token.text);
        if (!uuid) {
            return refuse(subject, token, "is not a UUID", "give 36 characters with hyphens");
        }
        return FieldValue{uuid->text()};
    }
    default:
        return FieldValue{token.text};
    }
}

/// Whether less and greater mean something for a type.
bool hasOrder(FieldType type)
{
    switch (type) {
    case FieldType::Code:
    case FieldType::Codes:
    case FieldType::Boolean:
    case FieldType::Uuid:
    case FieldType::Json:
        return false;
    default:
        return true;
    }
}

} // namespace

Result<FilterSubject> filterSubject(const FilterToken& token)
{
    if (token.kind != FilterToken::Kind::Word) {
        return fail(ErrorCode::InvalidArgument,
                    (token.kind == FilterToken::Kind::End ? "the filter ends where a field should stand"
                                                          : "a field should stand") +
                        atCharacter(token.at),
                    "write conditions like status = active");
    }
    if (token.text == "lon" || token.text == "lat") {
        return FilterSubject{nullptr, token.text == "lon" ? FilterSubject::Axis::Lon : FilterSubject::Axis::Lat};
    }
    if (const FieldInfo* const field = findField(RecordKind::Camera, token.text)) {
        return FilterSubject{field};
    }
    const std::string_view nearest = nearestField(RecordKind::Camera, token.text);
    return fail(Error{.code = ErrorCode::UnknownField,
                      .what = quoted(token.text) + " is not a field of cameras" + atCharacter(token.at),
                      .field = token.text.substr(0, kLongestQuote),
                      .advice = nearest.empty() ? "the data dictionary lists the fields"
                                                : "did you mean " + std::string(nearest) + '?'});
}

Result<FieldValue> filterValue(const FilterSubject& subject, Comparison comparison, const FilterToken& token)
{
    if (token.kind == FilterToken::Kind::Word && (token.is("null") || token.is("not"))) {
        return fail(ErrorCode::InvalidArgument, "a value should stand" + atCharacter(token.at),
                    "write is null, is not null, or quotes around a text");
    }
    if (token.text.empty()) {
        return refuse(subject, token, "is compared with nothing", "write is null or is not null");
    }
    if (isOrdering(comparison) && !hasOrder(subject.type())) {
        return refuse(subject, token, "cannot be compared by size", "use =, != or in");
    }
    switch (subject.type()) {
    case FieldType::Integer:
    case FieldType::Real: {
        auto number = numberOf(token.text, subject.type() == FieldType::Integer);
        if (!number) {
            return refuse(subject, token, "is not a number", "give a number with a decimal point");
        }
        return std::move(*number);
    }
    case FieldType::Boolean: {
        const auto boolean = booleanOf(token.text);
        if (!boolean) {
            return refuse(subject, token, "is neither yes nor no", "give yes or no");
        }
        return FieldValue{*boolean};
    }
    case FieldType::Date:
    case FieldType::Timestamp:
        return dateValue(subject, comparison, token);
    default:
        return textValue(subject, token);
    }
}

Result<FieldValue> filterPattern(const FilterSubject& subject, const FilterToken& token)
{
    if (!subject.isText()) {
        return refuse(subject, token, "is a pattern, but the field holds no text", "use =, < or >");
    }
    return FieldValue{lowerCase(token.text)};
}

} // namespace observo
