// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "words/FieldReading.h"

#include "observo/core/Fields.h"
#include "observo/core/Progress.h"
#include "observo/core/Quantities.h"
#include "observo/core/Result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace observo::exchange {

/// A column of a foreign table.
struct SourceColumn {
    std::string name;
    FieldType type = FieldType::Text;
};

/// What a foreign table says of itself.
struct SourceTable {
    std::string format{};
    std::string layer{};
    std::vector<std::string> layers{}; ///< all that the file has
    std::string encoding{};            ///< as the receipt names it: "ISO-8859-1 (from .cpg)"
    std::string system{};              ///< EPSG code or WKT; empty when the file has none
    std::string systemHow{};           ///< "declared", ".prj"
    bool hasGeometry = false;
    bool guardsFormulas = false; ///< a leading apostrophe may be a guard that our own CSV writes
    std::vector<SourceColumn> columns{};
    std::vector<Remark> remarks{}; ///< about the file as a whole
};

/// A row of a foreign table in the table's own system, x easting or longitude.
struct SourceRow {
    std::int64_t number = 0; ///< as a person finds it
    std::optional<MapPoint> point{};
    bool isCentre = false;            ///< the point is the middle of a line or a polygon
    std::vector<FieldValue> values{}; ///< one for each column
    std::vector<Remark> remarks{};
};

/// Rows of a foreign table, as often as one asks for them.
class Source {
public:
    virtual ~Source() = default;

    [[nodiscard]] virtual const SourceTable& table() const = 0;
    /// Goes back to the first row. Comes before the first `next`.
    [[nodiscard]] virtual Done rewind(const Progress& progress) = 0;
    /// Takes the next row; false after the last one.
    [[nodiscard]] virtual Result<bool> next(SourceRow& row) = 0;
    /// What is to be said about the file once all rows were taken.
    [[nodiscard]] virtual std::vector<Remark> closing() const { return {}; }
};

} // namespace observo::exchange
