// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/census/Reader.h"
#include "observo/core/Fields.h"
#include "observo/core/Progress.h"
#include "observo/exchange/Export.h"
#include "observo/geo/Crs.h"
#include "observo/geo/Transform.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace observo::exchange {

struct Format;

/// A field that goes out, and what the first reading of all its values found.
struct Column {
    const FieldInfo* field = nullptr;
    std::size_t widest = 0;    ///< bytes of the longest text
    std::size_t decimals = 0;  ///< of the most precise number
    std::int64_t filled = 0;   ///< records with a value
    std::int64_t overLong = 0; ///< texts over 254 bytes
    std::int64_t oddDates = 0; ///< dates that are no days
    std::int64_t odd = 0;      ///< texts with bytes that files cannot carry (broken UTF-8, control characters)
};

/// One table of the export: cameras, and the sites and systems that those cameras name.
struct TablePlan {
    RecordKind kind = RecordKind::Camera;
    std::vector<Column> columns;
    std::int64_t rows = 0;
};

/// Everything known before the first byte is written.
struct ExportPlan {
    const Format* format = nullptr;
    ExportRequest request;
    Census census;
    geo::Crs crs;
    std::shared_ptr<const geo::Transform> transform; ///< from stored positions; null when they go out as they are
    TablePlan cameras{.kind = RecordKind::Camera};
    TablePlan sites{.kind = RecordKind::Site};
    TablePlan systems{.kind = RecordKind::System};
    std::set<std::pair<std::string, std::string>> siteKeys;   ///< body and code
    std::set<std::pair<std::string, std::string>> systemKeys; ///< body and code
    LossReport losses;
};

/// Reads everything once: counts, measures, collects the sites and systems named, and says what will be lost.
[[nodiscard]] Result<ExportPlan> planExport(census::Reader& reader, const ExportRequest& request,
                                            const Progress& progress);

} // namespace observo::exchange
