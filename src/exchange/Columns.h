// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Fields.h"
#include "observo/exchange/Export.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace observo::exchange {

/// A field that goes out, and what the first reading of all its values found.
struct Column {
    const FieldInfo* field = nullptr;
    std::size_t widest = 0;        ///< bytes of the longest value as plain text
    std::size_t decimals = 0;      ///< of the most precise number
    std::int64_t filled = 0;       ///< records with a value
    std::int64_t overLong = 0;     ///< texts over 254 bytes
    std::int64_t outerBlanks = 0;  ///< texts that begin or end with a blank
    std::int64_t wideNumbers = 0;  ///< numbers that no plain decimal of 24 characters equals
    std::int64_t strangeDates = 0; ///< days and times that are none
    std::int64_t earlyDays = 0;    ///< days before March 1900, from which on spreadsheets count rightly
    std::int64_t overSheet = 0;    ///< texts longer than a cell of a spreadsheet
    std::int64_t unclean = 0;      ///< texts with bytes that files cannot carry (broken UTF-8, control characters)
    std::int64_t notNumbers = 0;   ///< numbers that are not finite

    /// The type that takes all values: days and times stay text where some are none.
    [[nodiscard]] FieldType typeInFile() const { return strangeDates > 0 ? FieldType::Text : field->type; }
};

/// The longest text of a DBF column, in bytes.
constexpr std::size_t kLongestDbfText = 254;
/// The widest number that DBF columns are given, in characters.
constexpr std::size_t kWidestDbfNumber = 24;

/// One table of the export: cameras, and the sites and systems that go with them.
struct TablePlan {
    RecordKind kind = RecordKind::Camera;
    std::vector<Column> columns{};
    std::int64_t rows = 0;
    std::uint64_t print = 0; ///< of the identities and versions of the records, in their order
};

/// The columns of a kind that the edition carries.
[[nodiscard]] std::vector<Column> columnsFor(RecordKind kind, Edition edition);

/// Takes one more value into the column's measures.
void measure(Column& column, const FieldValue& value);

} // namespace observo::exchange
