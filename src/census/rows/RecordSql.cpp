// SPDX-License-Identifier: GPL-3.0-or-later
#include "rows/RecordSql.h"

#include "sqlite/Connection.h"
#include "sqlite/PointBlob.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>
#include <utility>

namespace observo::census {
namespace {

constexpr std::string_view kGeometry = "geom";

constexpr std::array<std::string_view, 5> kBookColumns = {"row_version", "created_at", "created_by", "updated_at",
                                                          "updated_by"};

LonLat placeOf(std::span<const std::uint8_t> geometry)
{
    constexpr double kNowhere = std::numeric_limits<double>::quiet_NaN();
    return pointOf(geometry).value_or(LonLat{kNowhere, kNowhere});
}

template <typename Number>
std::optional<Number> wholeNumber(double value)
{
    constexpr double kLimit = 9.2e18;
    if (std::isfinite(value) && std::trunc(value) == value && std::fabs(value) < kLimit) {
        return static_cast<Number>(value);
    }
    return std::nullopt;
}

FieldValue fieldValueOf(const SqlValue& value, FieldType type)
{
    const auto* whole = std::get_if<std::int64_t>(&value);
    const auto* real = std::get_if<double>(&value);
    const auto* text = std::get_if<std::string>(&value);
    switch (type) {
    case FieldType::Real:
        return whole != nullptr  ? FieldValue{static_cast<double>(*whole)}
               : real != nullptr ? FieldValue{*real}
                                 : FieldValue{};
    case FieldType::Integer:
        return whole != nullptr ? FieldValue{*whole} : FieldValue{};
    case FieldType::Boolean:
        return whole != nullptr ? FieldValue{*whole != 0} : FieldValue{};
    default:
        return text != nullptr ? FieldValue{*text} : FieldValue{};
    }
}

bool isBook(std::string_view column)
{
    return std::ranges::find(kBookColumns, column) != kBookColumns.end();
}

} // namespace

FieldValue fieldValueIn(const Statement& row, int column, FieldType type)
{
    const int stored = row.type(column);
    if (stored == SQLITE_NULL) {
        return {};
    }
    const bool isNumber = stored == SQLITE_INTEGER || stored == SQLITE_FLOAT;
    switch (type) {
    case FieldType::Real:
        return isNumber ? FieldValue{row.real(column)} : FieldValue{};
    case FieldType::Integer:
        if (stored == SQLITE_INTEGER) {
            return row.integer(column);
        }
        if (const auto whole = isNumber ? wholeNumber<std::int64_t>(row.real(column)) : std::nullopt) {
            return *whole;
        }
        return {};
    case FieldType::Boolean:
        return isNumber ? FieldValue{row.real(column) != 0.0} : FieldValue{};
    default: {
        const auto text = row.text(column);
        return text.empty() ? FieldValue{} : FieldValue{std::string(text)};
    }
    }
}

RecordTable::RecordTable(RecordKind kind) : m_kind(kind)
{
    describe(nullptr);
}

Result<RecordTable> RecordTable::of(Connection& connection, RecordKind kind)
{
    auto columns = connection.prepare("SELECT name FROM pragma_table_info(?)");
    if (!columns) {
        return fail(columns.error());
    }
    columns->bind(1, nameOf(kind));
    std::set<std::string, std::less<>> present;
    while (true) {
        const auto row = columns->step();
        if (!row) {
            return fail(row.error());
        }
        if (!*row) {
            break;
        }
        present.emplace(columns->text(0));
    }
    RecordTable table(kind);
    if (!present.contains(table.idColumn())) {
        return fail(Error{.code = ErrorCode::CensusDamaged,
                          .what = "the file has no usable table \"" + std::string(nameOf(kind)) + "\"",
                          .file = connection.file().string(),
                          .advice = "open a census of this program, or import the file"});
    }
    table.describe(&present);
    return table;
}

void RecordTable::describe(const std::set<std::string, std::less<>>* present)
{
    m_columns.clear();
    m_missing.clear();
    m_selection.clear();
    if (m_kind == RecordKind::Camera) {
        m_columns.push_back(kGeometry);
    }
    m_firstField = m_columns.size();
    for (const auto& field : fieldsOf(m_kind)) {
        m_columns.push_back(field.name);
    }
    for (const auto column : m_columns) {
        const bool missing = present != nullptr && !present->contains(column);
        m_missing.push_back(missing);
        m_selection += m_selection.empty() ? "" : ", ";
        m_selection += missing ? "NULL" : std::string(column);
    }
}

std::optional<std::size_t> RecordTable::columnNamed(std::string_view name) const
{
    const auto found = std::ranges::find(m_columns, name);
    return found == m_columns.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - m_columns.begin()));
}

std::string_view RecordTable::codeColumn() const
{
    switch (m_kind) {
    case RecordKind::Camera:
        return "code";
    case RecordKind::Site:
        return "site_code";
    case RecordKind::System:
        return "system_code";
    case RecordKind::Census:
        break;
    }
    return {};
}

const FieldInfo* RecordTable::fieldOf(std::size_t column) const
{
    return column < m_firstField ? nullptr : &fieldsOf(m_kind)[column - m_firstField];
}

void RecordTable::readFields(void* record, const Statement& row) const
{
    auto column = static_cast<int>(m_firstField);
    for (const auto& field : fieldsOf(m_kind)) {
        field.writeTo(record, fieldValueIn(row, column++, field.type));
    }
}

void RecordTable::readInto(Camera& camera, const Statement& row) const
{
    camera.position = placeOf(row.type(0) == SQLITE_BLOB ? row.blob(0) : std::span<const std::uint8_t>());
    readFields(&camera, row);
}

Record RecordTable::record(const Statement& row) const
{
    const auto filled = [&](auto record) -> Record {
        readFields(&record, row);
        return record;
    };
    switch (m_kind) {
    case RecordKind::Camera: {
        Camera camera;
        readInto(camera, row);
        return camera;
    }
    case RecordKind::Site:
        return filled(Site{});
    case RecordKind::System:
        return filled(System{});
    case RecordKind::Census:
        break;
    }
    return filled(Census{});
}

SqlValue RecordTable::valueOf(const Record& record, std::size_t column) const
{
    if (const auto* field = fieldOf(column)) {
        return sqlValueOf(observo::valueOf(record, *field));
    }
    const auto place = std::get<Camera>(record).position;
    if (!isValid(place)) {
        return {};
    }
    const auto blob = pointBlob(place);
    return Blob(blob.begin(), blob.end());
}

ColumnValues RecordTable::valuesOf(const Record& record) const
{
    ColumnValues values;
    values.reserve(m_columns.size());
    for (std::size_t column = 0; column < m_columns.size(); ++column) {
        values.push_back({column, valueOf(record, column)});
    }
    return values;
}

ColumnValues RecordTable::difference(const Record& before, const Record& after) const
{
    ColumnValues values;
    for (std::size_t column = 0; column < m_columns.size(); ++column) {
        auto value = valueOf(after, column);
        if (value != valueOf(before, column)) {
            values.push_back({column, std::move(value)});
        }
    }
    return values;
}

const RecordTable& schemaTable(RecordKind kind)
{
    static const std::array<RecordTable, 4> tables = {RecordTable(RecordKind::Camera), RecordTable(RecordKind::Site),
                                                      RecordTable(RecordKind::System), RecordTable(RecordKind::Census)};
    const auto found = std::ranges::find(tables, kind, &RecordTable::kind);
    expects(found != tables.end());
    return *found;
}

LonLat placeIn(const SqlValue& geometry)
{
    const auto* blob = std::get_if<Blob>(&geometry);
    return placeOf(blob != nullptr ? std::span<const std::uint8_t>(*blob) : std::span<const std::uint8_t>());
}

Record recordOf(RecordKind kind, const ColumnValues& values)
{
    const auto& table = schemaTable(kind);
    const auto filled = [&](auto record) -> Record {
        for (const auto& field : fieldsOf(kind)) {
            field.writeTo(&record, {}); // a new record has some values already
        }
        for (const auto& value : values) {
            if (const auto* field = table.fieldOf(value.column)) {
                field->writeTo(&record, fieldValueOf(value.value, field->type));
            }
        }
        return record;
    };
    switch (kind) {
    case RecordKind::Camera: {
        auto camera = std::get<Camera>(filled(Camera{}));
        const auto blob = std::ranges::find(values, std::size_t{0}, &ColumnValue::column);
        camera.position = placeIn(blob != values.end() ? blob->value : SqlValue{});
        return camera;
    }
    case RecordKind::Site:
        return filled(Site{});
    case RecordKind::System:
        return filled(System{});
    case RecordKind::Census:
        break;
    }
    return filled(Census{});
}

Bookkeeping* bookOf(Record& record)
{
    return std::visit(
        [](auto& one) -> Bookkeeping* {
            if constexpr (requires { one.book; }) {
                return &one.book;
            } else {
                return nullptr;
            }
        },
        record);
}

const Bookkeeping* bookOf(const Record& record)
{
    return std::visit(
        [](const auto& one) -> const Bookkeeping* {
            if constexpr (requires { one.book; }) {
                return &one.book;
            } else {
                return nullptr;
            }
        },
        record);
}

std::string codeOf(const Record& record)
{
    return std::visit(
        [](const auto& one) {
            if constexpr (requires { one.code; }) {
                return one.code;
            } else {
                return std::string();
            }
        },
        record);
}

std::string namedForPeople(const Record& record)
{
    const auto code = codeOf(record);
    return std::string(nameOf(kindOfRecord(record))) + " " + (code.empty() ? uuidOf(record).text() : code);
}

bool isSameContent(const Record& a, const Record& b)
{
    if (a.index() != b.index()) {
        return false;
    }
    const auto& table = schemaTable(kindOfRecord(a));
    for (std::size_t column = 0; column < table.columns().size(); ++column) {
        if (!isBook(table.columns()[column]) && table.valueOf(a, column) != table.valueOf(b, column)) {
            return false;
        }
    }
    return true;
}

} // namespace observo::census
