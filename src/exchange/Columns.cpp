// SPDX-License-Identifier: GPL-3.0-or-later
#include "Columns.h"

#include "Canonical.h"
#include "Edition.h"
#include "files/FileText.h"
#include "formats/sheet/SheetText.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace observo::exchange {
namespace {

constexpr std::string_view kFirstSheetDay = "1900-03-01";

bool isTime(FieldType type)
{
    return type == FieldType::Date || type == FieldType::Timestamp;
}

void measureText(Column& column, const std::string& text)
{
    const bool isGoodText = isClean(text);
    const std::size_t size = isGoodText ? text.size() : cleanText(text).size();
    column.unclean += isGoodText ? 0 : 1;
    column.widest = std::max(column.widest, size);
    column.overLong += size > kLongestDbfText ? 1 : 0;
    column.overSheet += fittingSheetText(text) < text.size() ? 1 : 0;
    column.outerBlanks += !text.empty() && (text.front() == ' ' || text.back() == ' ') ? 1 : 0;
    if (isTime(column.field->type)) {
        const bool isGoodDate = column.field->type == FieldType::Date ? isDay(text) : isUtcTime(text);
        column.strangeDates += isGoodDate ? 0 : 1;
        column.earlyDays += text < kFirstSheetDay ? 1 : 0;
    }
}

void measureReal(Column& column, double number)
{
    if (!std::isfinite(number)) {
        ++column.notNumbers;
        return;
    }
    std::string text = plainNumber(number);
    double back = 0;
    std::from_chars(text.data(), text.data() + text.size(), back);
    if (back != number) {
        ++column.wideNumbers;
        text = plainNumber(back); // what will be written
    }
    column.widest = std::max(column.widest, text.size());
    const auto point = text.find('.');
    column.decimals = std::max(column.decimals, point == std::string::npos ? 0 : text.size() - point - 1);
}

} // namespace

std::vector<Column> columnsFor(RecordKind kind, Edition edition)
{
    std::vector<Column> columns;
    for (const FieldInfo& field : fieldsOf(kind)) {
        if (keepsField(edition, field)) {
            columns.push_back({.field = &field});
        }
    }
    return columns;
}

void measure(Column& column, const FieldValue& value)
{
    if (std::holds_alternative<std::monostate>(value)) {
        return;
    }
    ++column.filled;
    if (const auto* text = std::get_if<std::string>(&value)) {
        measureText(column, *text);
    } else if (const auto* real = std::get_if<double>(&value)) {
        measureReal(column, *real);
    } else {
        column.widest = std::max(column.widest, textOf(value).size());
    }
}

} // namespace observo::exchange
