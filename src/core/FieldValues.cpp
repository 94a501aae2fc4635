// SPDX-License-Identifier: GPL-3.0-or-later
#include "Calendar.h"
#include "EditDistance.h"
#include "TextShape.h"

#include "observo/core/Fields.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace observo {
namespace {

constexpr std::size_t kLongestQuote = 60;

/// The value between quotes, cut where it would flood the message.
std::string quoted(std::string_view text)
{
    if (text.size() <= kLongestQuote) {
        return '"' + std::string(text) + '"';
    }
    std::size_t end = kLongestQuote;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
        --end;
    }
    return '"' + std::string(text.substr(0, end)) + "…\"";
}

tl::unexpected<Error> refuse(const FieldInfo& field, std::string_view text, std::string_view why, std::string advice,
                             ErrorCode code = ErrorCode::InvalidArgument)
{
    return fail(Error{.code = code,
                      .what = quoted(text) + ' ' + std::string(why),
                      .field = std::string(field.name),
                      .advice = std::move(advice)});
}

/// "give a number from 0.3 to 60 m"
std::string rangeAdvice(const FieldInfo& field)
{
    std::string advice = field.type == FieldType::Integer ? "give a whole number" : "give a number";
    if (field.min && field.max) {
        advice += " from " + textOf(*field.min) + " to " + textOf(*field.max);
    } else if (field.min) {
        advice += (field.minExcluded ? " greater than " : " of at least ") + textOf(*field.min);
    } else if (field.max) {
        advice += " of at most " + textOf(*field.max);
    }
    if (!field.unit.empty()) {
        advice += ' ' + std::string(field.unit);
    }
    return advice;
}

std::string_view typeAdvice(const FieldInfo& field)
{
    switch (field.type) {
    case FieldType::Boolean:
        return "give yes or no";
    case FieldType::Date:
        return "give a day like 2026-11-22";
    case FieldType::Timestamp:
        return "give a UTC time like 2026-11-22T10:42:07Z";
    case FieldType::Uuid:
        return "give 36 characters like 123e4567-e89b-42d3-a456-426614174000";
    case FieldType::Json:
        return "give a JSON object or array";
    default:
        return "give a text";
    }
}

std::string codeAdvice(std::string_view list, std::string_view code)
{
    constexpr std::size_t kMostCodes = 16;
    const auto codes = codesOf(list);
    NearestWord nearest(code);
    std::string all;
    for (const CodeInfo& known : codes) {
        nearest.consider(known.code);
        all += (all.empty() ? "" : ", ") + std::string(known.code);
    }
    std::string advice = nearest.word().empty() ? "" : "did you mean " + std::string(nearest.word()) + "? ";
    if (codes.size() <= kMostCodes) {
        return advice + "known: " + all;
    }
    return advice + "known: the " + std::to_string(codes.size()) + " codes of list " + std::string(list);
}

Done checkCode(const FieldInfo& field, std::string_view code)
{
    if (isKnownCode(field.codeList, code)) {
        return done();
    }
    return refuse(field, code, "is not a known code", codeAdvice(field.codeList, code), ErrorCode::UnknownField);
}

Done checkCodes(const FieldInfo& field, std::string_view codes)
{
    for (const std::string_view code : splitCodes(codes)) {
        if (auto checked = checkCode(field, code); !checked) {
            return checked;
        }
    }
    return done();
}

Done checkFormat(const FieldInfo& field, std::string_view text)
{
    switch (field.format) {
    case TextFormat::Email:
        return isEmail(text) ? done() : refuse(field, text, "is not an e-mail address", "give one like name@comune.it");
    case TextFormat::IstatCode:
        return isIstatCode(text) ? done()
                                 : refuse(field, text, "is not an ISTAT code", "give 6 digits with leading zeros");
    case TextFormat::CadastralCode:
        return isCadastralCode(text)
                   ? done()
                   : refuse(field, text, "is not a cadastral code", "give a capital letter and 3 digits, like L219");
    case TextFormat::Cup:
        return isCup(text) ? done() : refuse(field, text, "is not a CUP", "give 15 capital letters and digits");
    case TextFormat::Any:
        break;
    }
    return done();
}

Done checkText(const FieldInfo& field, const std::string& text)
{
    if (!isPlainUtf8(text)) {
        return refuse(field, "the text", "is not UTF-8", "convert it to UTF-8");
    }
    switch (field.type) {
    case FieldType::Date:
        return dayOf(text) ? done() : refuse(field, text, "is not a day", std::string(typeAdvice(field)));
    case FieldType::Timestamp:
        return isTimestamp(text) ? done() : refuse(field, text, "is not a UTC time", std::string(typeAdvice(field)));
    case FieldType::Uuid:
        return Uuid::parse(text) ? done() : refuse(field, text, "is not a UUID", std::string(typeAdvice(field)));
    case FieldType::Json:
        return isJsonStructure(text) ? done() : refuse(field, text, "is not JSON", std::string(typeAdvice(field)));
    case FieldType::Code:
        return checkCode(field, text);
    case FieldType::Codes:
        return checkCodes(field, text);
    default:
        return checkFormat(field, text);
    }
}

Done checkNumber(const FieldInfo& field, double number, std::string_view text)
{
    const bool isBelow = field.min && (number < *field.min || (field.minExcluded && number == *field.min));
    const bool isAbove = field.max && number > *field.max;
    if (!std::isfinite(number) || isBelow || isAbove) {
        return refuse(field, text, "is out of range", rangeAdvice(field));
    }
    return done();
}

/// The number without a sign "+", without the field's own unit behind it, with a decimal point.
std::string plainNumber(const FieldInfo& field, std::string_view text)
{
    if (!field.unit.empty() && text.ends_with(field.unit)) {
        text = trimmed(text.substr(0, text.size() - field.unit.size()));
    }
    if (text.starts_with('+') && !text.starts_with("+-")) {
        text.remove_prefix(1);
    }
    std::string plain(text);
    std::ranges::replace(plain, ',', '.');
    return plain;
}

template <typename Number>
std::optional<Number> numberOf(std::string_view text)
{
    Number number{};
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
    return problem == std::errc{} && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

Result<FieldValue> parseInteger(const FieldInfo& field, std::string_view text)
{
    std::string plain = plainNumber(field, text);
    // "1920.0" is how a spreadsheet or a shapefile writes a whole number; "1.920" may be a thousand, and is refused.
    if (plain.ends_with(".0")) {
        plain.resize(plain.size() - 2);
    }
    if (const auto number = numberOf<std::int64_t>(plain)) {
        return FieldValue{*number};
    }
    return refuse(field, text, "is not a whole number", rangeAdvice(field));
}

Result<FieldValue> parseReal(const FieldInfo& field, std::string_view text)
{
    const auto number = numberOf<double>(plainNumber(field, text));
    if (number && std::isfinite(*number)) {
        return FieldValue{*number};
    }
    return refuse(field, text, "is not a number", rangeAdvice(field));
}

Result<FieldValue> parseBoolean(const FieldInfo& field, std::string_view text)
{
    constexpr std::array<std::string_view, 8> kYes = {"true", "yes", "y", "1", "si", "sì", "s", "vero"};
    constexpr std::array<std::string_view, 6> kNo = {"false", "no", "n", "0", "falso", "f"};
    std::string word(text);
    std::ranges::transform(word, word.begin(), [](char letter) {
        return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    });
    if (std::ranges::find(kYes, word) != kYes.end() || word == "t" || word == "sÌ") {
        return FieldValue{true};
    }
    if (std::ranges::find(kNo, word) != kNo.end()) {
        return FieldValue{false};
    }
    return refuse(field, text, "is neither yes nor no", std::string(typeAdvice(field)));
}

/// Also the Italian "22/11/2026", which is told from every ISO day by its slashes.
std::string isoDay(std::string_view text)
{
    if (text.size() == 10 && text[2] == '/' && text[5] == '/') {
        return std::string(text.substr(6)) + '-' + std::string(text.substr(3, 2)) + '-' +
               std::string(text.substr(0, 2));
    }
    return std::string(text);
}

/// The codes joined by ';' alone, each once.
std::string joinedCodes(std::string_view text)
{
    std::vector<std::string_view> kept;
    std::string joined;
    for (const std::string_view code : splitCodes(text)) {
        if (std::ranges::find(kept, code) == kept.end()) {
            joined += (kept.empty() ? "" : ";") + std::string(code);
            kept.push_back(code);
        }
    }
    return joined;
}

Result<FieldValue> parseTyped(const FieldInfo& field, std::string_view text)
{
    switch (field.type) {
    case FieldType::Integer:
        return parseInteger(field, text);
    case FieldType::Real:
        return parseReal(field, text);
    case FieldType::Boolean:
        return parseBoolean(field, text);
    case FieldType::Date:
        return FieldValue{isoDay(text)};
    case FieldType::Codes: {
        std::string codes = joinedCodes(text);
        return codes.empty() ? FieldValue{} : FieldValue{std::move(codes)};
    }
    case FieldType::Uuid: {
        const auto uuid = Uuid::parse(text);
        return FieldValue{uuid ? uuid->text() : std::string(text)};
    }
    default:
        return FieldValue{std::string(text)};
    }
}

} // namespace

Done checkValue(const FieldInfo& field, const FieldValue& value)
{
    if (std::holds_alternative<std::monostate>(value)) {
        return done();
    }
    const bool isNumber = field.type == FieldType::Integer || field.type == FieldType::Real;
    if (const auto* whole = std::get_if<std::int64_t>(&value); whole != nullptr && isNumber) {
        return checkNumber(field, static_cast<double>(*whole), textOf(value));
    }
    if (const auto* real = std::get_if<double>(&value); real != nullptr && field.type == FieldType::Real) {
        return checkNumber(field, *real, textOf(value));
    }
    if (std::holds_alternative<bool>(value) && field.type == FieldType::Boolean) {
        return done();
    }
    const auto* text = std::get_if<std::string>(&value);
    if (text != nullptr && !isNumber && field.type != FieldType::Boolean) {
        return checkText(field, *text);
    }
    return refuse(field, textOf(value), "is of the wrong type",
                  isNumber ? rangeAdvice(field) : std::string(typeAdvice(field)));
}

Result<FieldValue> parseValue(const FieldInfo& field, std::string_view text)
{
    const std::string_view bare = trimmed(text);
    if (bare.empty()) {
        return Result<FieldValue>();
    }
    // Words keep their blanks: what a person or another program wrote comes back as it was.
    const bool isWords = field.type == FieldType::Text && field.format == TextFormat::Any;
    auto value = parseTyped(field, isWords ? text : bare);
    if (!value) {
        return value;
    }
    if (auto checked = checkValue(field, *value); !checked) {
        return fail(checked.error());
    }
    return value;
}

} // namespace observo
