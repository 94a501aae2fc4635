// SPDX-License-Identifier: GPL-3.0-or-later
#include "geojson/PropertyColumns.h"

#include "geojson/JsonText.h"
#include "text/IsoTimes.h"

#include <charconv>
#include <cmath>
#include <system_error>
#include <utility>

namespace observo::reader {

namespace {

constexpr std::size_t kMostColumns = 5000;
constexpr std::size_t kMostProblems = 30;

constexpr unsigned kText = 1;
constexpr unsigned kWhole = 2;
constexpr unsigned kReal = 4;
constexpr unsigned kTruth = 8;
constexpr unsigned kDay = 16;
constexpr unsigned kInstant = 32;
constexpr unsigned kStructure = 64;

/// A string without its quotes.
std::string_view inner(std::string_view value)
{
    return value.size() >= 2 ? value.substr(1, value.size() - 2) : std::string_view();
}

unsigned kindOfNumber(std::string_view value)
{
    if (value.find_first_of(".eE") != std::string_view::npos) {
        return kReal;
    }
    std::int64_t number = 0;
    const auto* const end = value.data() + value.size();
    const auto read = std::from_chars(value.data(), end, number);
    return read.ec == std::errc() && read.ptr == end ? kWhole : kReal;
}

unsigned kindOf(std::string_view value)
{
    switch (value.empty() ? 'n' : value.front()) {
    case '"':
        return isDay(inner(value)) ? kDay : !instantOf(inner(value)).empty() ? kInstant : kText;
    case 't':
    case 'f':
        return kTruth;
    case '{':
    case '[':
        return kStructure;
    case 'n':
        return 0;
    default:
        return kindOfNumber(value);
    }
}

FieldType typeOf(unsigned kinds)
{
    switch (kinds) {
    case kWhole:
        return FieldType::Integer;
    case kReal:
    case kWhole | kReal:
        return FieldType::Real;
    case kTruth:
        return FieldType::Boolean;
    case kDay:
        return FieldType::Date;
    case kInstant:
        return FieldType::Timestamp;
    case kStructure:
        return FieldType::Json;
    default:
        return FieldType::Text;
    }
}

void doubtful(std::string_view value, const std::string& name, std::uint32_t target, feed::Row& row)
{
    row.values[target] = std::monostate();
    row.raw.push_back({target, std::string(value)});
    if (row.problems.size() < kMostProblems) {
        row.problems.push_back({.weight = feed::Problem::Weight::Warning,
                                .what = "this is no number: " + std::string(value.substr(0, 200)),
                                .row = row.number,
                                .column = name});
    }
}

void takeNumber(std::string_view value, FieldType type, const std::string& name, std::uint32_t target, feed::Row& row)
{
    const auto* const end = value.data() + value.size();
    std::int64_t whole = 0;
    double real = 0.0;
    const auto read = type == FieldType::Integer ? std::from_chars(value.data(), end, whole)
                                                 : std::from_chars(value.data(), end, real);
    if (read.ec != std::errc() || read.ptr != end || !std::isfinite(real)) {
        doubtful(value, name, target, row);
    } else if (type == FieldType::Integer) {
        row.values[target] = whole;
    } else {
        row.values[target] = real;
    }
}

std::string& textAt(FieldValue& value)
{
    if (!std::holds_alternative<std::string>(value)) {
        value.emplace<std::string>();
    }
    return std::get<std::string>(value);
}

} // namespace

/// Features mostly have their properties in the same order, so the next one is looked at before all others.
std::size_t PropertyColumns::indexOf(const std::string& name, std::size_t expected)
{
    if (expected < m_seen.size() && m_seen[expected].name == name) {
        return expected;
    }
    const auto found = m_indices.find(name);
    return found == m_indices.end() ? m_seen.size() : found->second;
}

bool PropertyColumns::look(std::string_view properties)
{
    if (properties.empty() || properties == "null") {
        return true;
    }
    JsonCursor cursor(properties);
    if (!cursor.take('{')) {
        return false;
    }
    for (std::size_t expected = 0; cursor.nextKey(m_key);) {
        const auto index = indexOf(m_key, expected);
        if (index == m_seen.size()) {
            if (index == kMostColumns) {
                return false;
            }
            m_seen.push_back({m_key});
            m_indices.emplace(m_key, index);
        }
        auto& kinds = m_seen[index].kinds;
        const auto value = cursor.value();
        kinds |= (kinds & kText) != 0 ? 0 : kindOf(value);
        expected = index + 1;
    }
    return cursor.isGood();
}

std::vector<feed::Column> PropertyColumns::columns() const
{
    std::vector<feed::Column> columns;
    for (const auto& seen : m_seen) {
        columns.push_back({.name = seen.name, .type = typeOf(seen.kinds)});
    }
    return columns;
}

void PropertyColumns::take(std::string_view properties, const std::vector<int>& targets, TextDecoder& decoder,
                           feed::Row& row)
{
    JsonCursor cursor(properties);
    if (!cursor.take('{')) {
        return;
    }
    for (std::size_t expected = 0; cursor.nextKey(m_key);) {
        const auto index = indexOf(m_key, expected);
        const auto value = cursor.value();
        expected = index + 1;
        if (index >= targets.size() || targets[index] < 0 || kindOf(value) == 0) {
            continue;
        }
        const auto target = static_cast<std::uint32_t>(targets[index]);
        const auto type = typeOf(m_seen[index].kinds);
        if (type == FieldType::Integer || type == FieldType::Real) {
            takeNumber(value, type, m_key, target, row);
        } else if (type == FieldType::Boolean) {
            row.values[target] = value == "true";
        } else if (type == FieldType::Timestamp) {
            row.values[target] = instantOf(inner(value));
        } else if (value.front() != '"') {
            textAt(row.values[target]).assign(value);
        } else {
            const bool isWhole = unescape(inner(value), m_text) && decoder.decode(m_text, textAt(row.values[target]));
            if (!isWhole && row.problems.size() < kMostProblems) {
                row.problems.push_back({.weight = feed::Problem::Weight::Warning,
                                        .what = "bytes or escapes of the text mean nothing",
                                        .row = row.number,
                                        .column = m_key});
            }
        }
    }
}

} // namespace observo::reader
