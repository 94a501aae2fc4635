// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "intake/Source.h"
#include "words/ColumnWords.h"

#include "observo/core/Result.h"
#include "observo/exchange/Import.h"

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace observo::exchange {

/// Some of the different values of one column, by which a doubtful name is understood.
class ColumnSample {
public:
    void look(const FieldValue& value);
    [[nodiscard]] const std::set<std::string>& values() const { return m_values; }

private:
    std::set<std::string> m_values;
};

/// What one column of the source is for, and how its values are read.
struct MappedColumn {
    ColumnMeaning meaning{};
    ColumnUse use{};      ///< of ColumnRole::Field
    bool isGiven = false; ///< by a mapping file
};

/// Finds a meaning for each column: those of the mapping file first, then by name, each field for one column only.
/// Where the rows have a geometry, columns with coordinates are attributes like others. An unknown field in the mapping
/// is an error that names the nearest one.
[[nodiscard]] Result<std::vector<MappedColumn>>
mapColumns(const SourceTable& table, const std::vector<ColumnSample>& samples, const MappingProfile& profile);

/// The column with this role; nothing when there is none.
[[nodiscard]] std::optional<std::size_t> columnWith(const std::vector<MappedColumn>& columns, ColumnRole role);

} // namespace observo::exchange
