// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sqlite/Statement.h"

#include "observo/core/ChangeSet.h"
#include "observo/core/Fields.h"

#include <array>
#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace observo::census {

class Connection;

inline constexpr std::array kRecordKinds = {RecordKind::System, RecordKind::Site, RecordKind::Camera,
                                            RecordKind::Census};

/// A value for one column of a record table, by its place in `RecordTable::columns()`.
struct ColumnValue {
    std::size_t column = 0;
    SqlValue value;

    friend bool operator==(const ColumnValue&, const ColumnValue&) = default;
};
using ColumnValues = std::vector<ColumnValue>;

/// How one kind of record lies in its table: the geometry first (cameras), then the fields in the dictionary's order.
/// Columns that another program dropped read as not known.
class RecordTable {
public:
    /// As the schema has it.
    explicit RecordTable(RecordKind kind);
    /// As it is in a file.
    [[nodiscard]] static Result<RecordTable> of(Connection& connection, RecordKind kind);

    [[nodiscard]] RecordKind kind() const { return m_kind; }
    [[nodiscard]] std::string_view name() const { return nameOf(m_kind); }
    [[nodiscard]] const std::vector<std::string_view>& columns() const { return m_columns; }
    [[nodiscard]] std::optional<std::size_t> columnNamed(std::string_view name) const;
    [[nodiscard]] std::string_view idColumn() const { return m_columns.at(m_firstField); }
    /// "code", "site_code", "system_code"; empty for the census.
    [[nodiscard]] std::string_view codeColumn() const;
    [[nodiscard]] bool hasBook() const { return m_kind != RecordKind::Census; }
    [[nodiscard]] bool isMissing(std::size_t column) const { return m_missing.at(column); }
    /// All columns for a SELECT, in order.
    [[nodiscard]] const std::string& selection() const { return m_selection; }

    /// The record in a row of `selection()`.
    [[nodiscard]] Record record(const Statement& row) const;
    void readInto(Camera& camera, const Statement& row) const;
    /// What the record puts into each column.
    [[nodiscard]] ColumnValues valuesOf(const Record& record) const;
    /// Only the columns in which the two differ, with the values of `after`.
    [[nodiscard]] ColumnValues difference(const Record& before, const Record& after) const;
    [[nodiscard]] SqlValue valueOf(const Record& record, std::size_t column) const;
    /// The field of a column; nullptr for the geometry.
    [[nodiscard]] const FieldInfo* fieldOf(std::size_t column) const;

private:
    void describe(const std::set<std::string, std::less<>>* present);
    void readFields(void* record, const Statement& row) const;

    RecordKind m_kind;
    std::size_t m_firstField = 0;
    std::vector<std::string_view> m_columns;
    std::vector<bool> m_missing;
    std::string m_selection;
};

/// The tables of the schema, in memory once.
[[nodiscard]] const RecordTable& schemaTable(RecordKind kind);

/// The value of a column read for a field: text of other programs in a number's column counts as not known.
[[nodiscard]] FieldValue fieldValueIn(const Statement& row, int column, FieldType type);

/// The place in a geometry of any writer; two NaN when it is none.
[[nodiscard]] LonLat placeIn(const SqlValue& geometry);
/// The record that has these values, columns left out being not known.
[[nodiscard]] Record recordOf(RecordKind kind, const ColumnValues& values);

[[nodiscard]] Bookkeeping* bookOf(Record& record);
[[nodiscard]] const Bookkeeping* bookOf(const Record& record);
/// "camera TC-0001", for messages.
[[nodiscard]] std::string namedForPeople(const Record& record);
[[nodiscard]] std::string codeOf(const Record& record);
/// Equal in everything but the bookkeeping; two cameras without a place count as equal in place.
[[nodiscard]] bool isSameContent(const Record& a, const Record& b);

} // namespace observo::census
