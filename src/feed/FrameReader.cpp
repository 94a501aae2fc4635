// SPDX-License-Identifier: GPL-3.0-or-later
#include "FrameReader.h"

#include "Frames.h"
#include "Utf8.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace observo::feed {

namespace {

std::optional<std::int64_t> takeOptional(ByteReader& from)
{
    return from.takeFlag() ? std::optional(from.take<std::int64_t>()) : std::nullopt;
}

std::optional<Box> takeBox(ByteReader& from)
{
    if (!from.takeFlag()) {
        return std::nullopt;
    }
    // One after the other: the order of arguments would not be the order of evaluation.
    Box box;
    box.minX = from.takeFinite();
    box.minY = from.takeFinite();
    box.maxX = from.takeFinite();
    box.maxY = from.takeFinite();
    return box;
}

char takeAscii(ByteReader& from)
{
    const auto character = from.take<std::uint8_t>();
    if (character > 0x7E) {
        from.spoil("a separator is no character of ASCII");
    }
    return static_cast<char>(character);
}

std::optional<TextTable> takeTable(ByteReader& from)
{
    if (!from.takeFlag()) {
        return std::nullopt;
    }
    TextTable table;
    table.separator = takeAscii(from);
    table.quote = takeAscii(from);
    table.hasHeader = from.takeFlag();
    table.decimalComma = from.takeFlag();
    return table;
}

std::vector<std::string> takeTexts(ByteReader& from, std::size_t most, std::size_t mostBytes)
{
    std::vector<std::string> texts(from.takeCount(most, sizeof(std::uint32_t)));
    for (auto& text : texts) {
        from.takeText(text, mostBytes);
    }
    return texts;
}

std::int64_t takePositive(ByteReader& from)
{
    const auto number = from.take<std::int64_t>();
    if (number < 0) {
        from.spoil("a count is negative");
    }
    return number;
}

Column takeColumn(ByteReader& from)
{
    constexpr int kWidest = 1'000'000;
    Column column;
    from.takeText(column.name, kMostName);
    column.type = from.takeEnum(FieldType::Json);
    column.width = from.take<std::int32_t>();
    column.decimals = from.take<std::int32_t>();
    if (column.width < 0 || column.width > kWidest || column.decimals < 0 || column.decimals > kWidest) {
        from.spoil("the width of a column makes no sense");
    }
    if (column.type == FieldType::Code || column.type == FieldType::Codes || column.type == FieldType::Uuid) {
        from.spoil("a column has a type that no file has");
    }
    if (from.takeFlag()) {
        ColumnStatistics found;
        for (auto* count : {&found.looked, &found.filled, &found.integers, &found.pointDecimals, &found.commaDecimals,
                            &found.dates, &found.longest}) {
            *count = takePositive(from);
        }
        found.samples = takeTexts(from, 3, kMostName);
        column.statistics = std::move(found);
    }
    return column;
}

Layer takeLayer(ByteReader& from)
{
    Layer layer;
    from.takeText(layer.name, kMostName);
    layer.shape = from.takeEnum(Shape::Mixed);
    const auto columns = from.takeCount(kMostColumns, sizeof(std::uint32_t));
    for (std::size_t i = 0; i < columns && from.isGood(); ++i) {
        layer.columns.push_back(takeColumn(from));
    }
    layer.system.evidence = from.takeEnum(Evidence::Requested);
    from.takeText(layer.system.id, kMostName);
    from.takeText(layer.system.name, kMostName);
    from.takeText(layer.system.wkt, kLongestWkt);
    layer.encoding.evidence = from.takeEnum(Evidence::Requested);
    from.takeText(layer.encoding.name, kMostName);
    from.takeText(layer.encoding.sample, kMostName);
    layer.rows = takeOptional(from);
    layer.extent = takeBox(from);
    layer.table = takeTable(from);
    return layer;
}

template <typename T>
void takeArray(ByteReader& from, std::vector<T>& array, std::size_t most)
{
    array.resize(from.takeCount(most, sizeof(T)));
    from.takeBytes(array.data(), array.size() * sizeof(T));
}

std::uint64_t sumOf(const std::vector<std::uint32_t>& counts)
{
    std::uint64_t sum = 0;
    for (const auto count : counts) {
        sum += count;
    }
    return sum;
}

bool isWhole(const Geometry& geometry)
{
    const bool finite = std::all_of(geometry.points.begin(), geometry.points.end(),
                                    [](MapPoint p) { return std::isfinite(p.x) && std::isfinite(p.y); });
    const bool ringsFit =
        geometry.shape == Shape::Polygons ? sumOf(geometry.rings) == geometry.parts.size() : geometry.rings.empty();
    return finite && ringsFit && !geometry.points.empty() && sumOf(geometry.parts) == geometry.points.size();
}

void takeGeometry(ByteReader& from, Geometry& geometry)
{
    geometry.clear();
    geometry.shape = from.takeEnum(Shape::Polygons);
    if (geometry.shape == Shape::None) {
        return;
    }
    takeArray(from, geometry.points, kMostPoints);
    takeArray(from, geometry.parts, kMostPoints);
    takeArray(from, geometry.rings, kMostPoints);
    if (from.takeFlag()) {
        geometry.height = from.takeFinite();
    }
    if (from.isGood() && !isWhole(geometry)) {
        from.spoil("a geometry is not whole");
    }
}

bool isDigits(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// "2026-11-22", or with 'T' and a time after it.
bool isDate(std::string_view text)
{
    return text.size() == 10 && isDigits(text.substr(0, 4)) && text[4] == '-' && isDigits(text.substr(5, 2)) &&
           text[7] == '-' && isDigits(text.substr(8, 2));
}

bool isTimestamp(std::string_view text)
{
    constexpr std::string_view kAllowed = "0123456789:.Z";
    return text.size() >= 19 && text.size() <= 32 && isDate(text.substr(0, 10)) && text[10] == 'T' &&
           text.substr(11).find_first_not_of(kAllowed) == std::string_view::npos;
}

bool fits(const std::string& text, FieldType type)
{
    switch (type) {
    case FieldType::Text:
    case FieldType::Json:
        return true;
    case FieldType::Date:
        return isDate(text);
    case FieldType::Timestamp:
        return isTimestamp(text);
    default:
        return false;
    }
}

void takeTextValue(ByteReader& from, FieldType type, FieldValue& value)
{
    // A row is read into the one before: its texts keep their memory.
    if (!std::holds_alternative<std::string>(value)) {
        value.emplace<std::string>();
    }
    auto& text = std::get<std::string>(value);
    from.takeText(text, kMostText);
    if (from.isGood() && !fits(text, type)) {
        from.spoil("a text stands in a column of another type");
    }
}

void takeValue(ByteReader& from, FieldType type, FieldValue& value)
{
    const auto expect = [&](FieldType wanted) {
        if (type != wanted) {
            from.spoil("a value is not of its column's type");
        }
    };
    switch (from.takeEnum(ValueTag::False)) {
    case ValueTag::Unknown:
        value = std::monostate();
        return;
    case ValueTag::Text:
        takeTextValue(from, type, value);
        return;
    case ValueTag::Whole:
        expect(FieldType::Integer);
        value = from.take<std::int64_t>();
        return;
    case ValueTag::Real:
        expect(FieldType::Real);
        value = from.takeFinite();
        return;
    case ValueTag::True:
        expect(FieldType::Boolean);
        value = true;
        return;
    case ValueTag::False:
        expect(FieldType::Boolean);
        value = false;
        return;
    }
}

} // namespace

FileInfo takeFileInfo(ByteReader& from)
{
    FileInfo info;
    from.takeText(info.format, kMostName);
    from.takeText(info.driver, kMostName);
    info.isPicture = from.takeFlag();
    const auto layers = from.takeCount(kMostLayers, sizeof(std::uint32_t));
    for (std::size_t i = 0; i < layers && from.isGood(); ++i) {
        info.layers.push_back(takeLayer(from));
    }
    const auto entries = from.takeCount(kMostListed, 2 * sizeof(std::uint32_t));
    for (std::size_t i = 0; i < entries && from.isGood(); ++i) {
        auto key = from.takeText(kMostName);
        info.metadata.emplace_back(std::move(key), from.takeText(kMostText));
    }
    const auto problems = from.takeCount(kMostListed, sizeof(std::uint32_t));
    for (std::size_t i = 0; i < problems && from.isGood(); ++i) {
        info.problems.push_back(takeProblem(from));
    }
    info.fenceGaps = takeTexts(from, 16, kMostName);
    return info;
}

void takeRow(ByteReader& from, const std::vector<Column>& columns, Row& row)
{
    row.number = from.take<std::int64_t>();
    takeGeometry(from, row.geometry);
    if (from.takeCount(kMostColumns, 1) != columns.size()) {
        from.spoil("a row has not one value for each column");
    }
    row.values.resize(columns.size());
    for (std::size_t i = 0; i < columns.size() && from.isGood(); ++i) {
        takeValue(from, columns[i].type, row.values[i]);
    }
    row.raw.resize(from.takeCount(columns.size(), 2 * sizeof(std::uint32_t)));
    for (auto& raw : row.raw) {
        raw.column = from.take<std::uint32_t>();
        from.takeText(raw.text, kMostText);
        if (raw.column >= columns.size()) {
            from.spoil("a raw text belongs to no column");
        }
    }
    row.problems.resize(from.takeCount(kMostProblemsInRow, sizeof(std::uint32_t)));
    for (auto& problem : row.problems) {
        problem = takeProblem(from);
    }
}

Problem takeProblem(ByteReader& from)
{
    Problem problem;
    problem.weight = from.takeEnum(Problem::Weight::Loss);
    from.takeText(problem.what, kMostName);
    problem.row = takeOptional(from);
    from.takeText(problem.column, kMostName);
    return problem;
}

Error takeFailure(ByteReader& from)
{
    constexpr std::array kAllowed = {ErrorCode::InputUnreadable, ErrorCode::InputNotUnderstood, ErrorCode::UnknownField,
                                     ErrorCode::NotFound,        ErrorCode::UnknownCrs,         ErrorCode::Internal,
                                     ErrorCode::OutputNoSpace};
    Error error;
    error.code = from.takeEnum(ErrorCode::Internal);
    if (std::find(kAllowed.begin(), kAllowed.end(), error.code) == kAllowed.end()) {
        from.spoil("an error has a code that no file causes");
    }
    from.takeText(error.what, kMostName);
    error.row = takeOptional(from);
    from.takeText(error.field, kMostName);
    from.takeText(error.advice, kMostName);
    return error;
}

ReaderTask takeTask(ByteReader& from)
{
    ReaderTask task;
    if (from.take<std::uint32_t>() != kMagic || from.take<std::uint16_t>() != kVersion) {
        from.spoil("the task is of another version");
    }
    std::string name(from.takeCount(kMostName, 1), '\0');
    from.takeBytes(name.data(), name.size());
    task.request.file = std::filesystem::path(name);
    from.takeText(task.request.layer, kMostName);
    task.request.columns = takeTexts(from, kMostColumns, kMostName);
    task.request.noColumns = from.takeFlag();
    task.request.withGeometry = from.takeFlag();
    task.request.box = takeBox(from);
    task.request.rows = takeOptional(from);
    from.takeText(task.request.encoding, kMostName);
    task.request.textTable = takeTable(from);
    task.limits.processor = std::chrono::seconds(takePositive(from));
    task.limits.memory = from.take<std::uint64_t>();
    from.takeText(task.privateFolder, kMostName);
    return task;
}

} // namespace observo::feed
