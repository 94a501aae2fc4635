// SPDX-License-Identifier: GPL-3.0-or-later
#include "Canonical.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <functional>
#include <limits>
#include <optional>
#include <system_error>

namespace observo::exchange {
namespace {

constexpr std::size_t kDay = 10;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

template <typename Number>
std::optional<Number> numberIn(std::string_view text)
{
    Number number{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

template <typename Number>
std::string_view inRoom(Number number, std::string& room)
{
    std::array<char, 32> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number).ptr;
    room.assign(buffer.data(), end);
    return room;
}

/// A whole number is spelt the same whether its column is one of reals or of integers.
std::string_view realInRoom(double number, std::string& room)
{
    constexpr double kBeyond = 9223372036854775808.0;
    const bool isWhole = std::trunc(number) == number && std::abs(number) < kBeyond;
    return isWhole ? inRoom(static_cast<std::int64_t>(number), room) : inRoom(number, room);
}

std::string_view canonicalNumber(std::string_view cell, std::string& room)
{
    if (const auto whole = numberIn<std::int64_t>(cell)) {
        return inRoom(*whole, room);
    }
    const auto real = numberIn<double>(cell);
    return real ? realInRoom(*real, room) : cell;
}

std::string_view canonicalBoolean(std::string_view cell)
{
    if (cell == "true" || cell == "T" || cell == "1") {
        return "1";
    }
    return cell == "false" || cell == "F" || cell == "0" ? "0" : cell;
}

/// "20261122" of a DBF as "2026-11-22".
std::string_view canonicalDay(std::string_view cell, std::string& room)
{
    if (cell.size() != 8 || !std::all_of(cell.begin(), cell.end(), isDigit)) {
        return cell;
    }
    room.assign(cell).insert(6, "-").insert(4, "-");
    return room;
}

/// A fraction of nothing is left out by some writers.
std::string_view canonicalTime(std::string_view cell, std::string& room)
{
    constexpr std::string_view kNoFraction = ".000Z";
    if (!cell.ends_with(kNoFraction)) {
        return cell;
    }
    room.assign(cell.substr(0, cell.size() - kNoFraction.size())).append("Z");
    return room;
}

int digitsAt(std::string_view text, std::size_t at, std::size_t count)
{
    return numberIn<int>(text.substr(at, count)).value_or(0);
}

/// Whether digits and the other characters stand as in the pattern, where '0' means any digit.
bool looksLike(std::string_view text, std::string_view pattern)
{
    return text.size() == pattern.size() &&
           std::equal(text.begin(), text.end(), pattern.begin(),
                      [](char c, char wanted) { return wanted == '0' ? isDigit(c) : c == wanted; });
}

} // namespace

bool isDay(std::string_view text)
{
    using namespace std::chrono;
    if (!looksLike(text, "0000-00-00")) {
        return false;
    }
    const int inYear = digitsAt(text, 0, 4);
    const auto month = static_cast<unsigned>(digitsAt(text, 5, 2));
    const auto day = static_cast<unsigned>(digitsAt(text, 8, 2));
    return inYear > 0 && year_month_day{year{inYear}, std::chrono::month{month}, std::chrono::day{day}}.ok();
}

bool isUtcTime(std::string_view text)
{
    const bool isInstant = looksLike(text, "0000-00-00T00:00:00.000Z") || looksLike(text, "0000-00-00T00:00:00Z");
    return isInstant && isDay(text.substr(0, kDay)) && digitsAt(text, 11, 2) < 24 && digitsAt(text, 14, 2) < 60 &&
           digitsAt(text, 17, 2) < 60;
}

std::string_view canonicalValue(const FieldInfo& field, const FieldValue& value, std::string& room)
{
    if (const auto* text = std::get_if<std::string>(&value)) {
        return canonicalCell(field, *text, room);
    }
    if (const auto* whole = std::get_if<std::int64_t>(&value)) {
        return inRoom(*whole, room);
    }
    if (const auto* real = std::get_if<double>(&value)) {
        return realInRoom(*real, room);
    }
    if (const auto* truth = std::get_if<bool>(&value)) {
        return *truth ? "1" : "0";
    }
    return {};
}

std::string_view canonicalCell(const FieldInfo& field, std::string_view cell, std::string& room)
{
    switch (field.type) {
    case FieldType::Integer:
    case FieldType::Real:
        return canonicalNumber(cell, room);
    case FieldType::Boolean:
        return canonicalBoolean(cell);
    case FieldType::Date:
        return canonicalDay(cell, room);
    case FieldType::Timestamp:
        return canonicalTime(cell, room);
    default:
        return cell;
    }
}

void RowHash::add(std::string_view canonical)
{
    constexpr std::uint64_t kPrime = 0xFF51AFD7ED558CCDULL;
    m_hash = (m_hash ^ std::hash<std::string_view>{}(canonical)) * kPrime;
    m_hash ^= m_hash >> 32U;
}

} // namespace observo::exchange
