// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ExportPlan.h"

#include "observo/core/Translatable.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace observo::exchange {

// What a file will not carry as the census has it, said before anything is written. Each adds to the plan's report
// what it finds, and nothing when there is nothing.

/// What no format can help: broken text, numbers that are none, cameras without a place, references to cameras
/// withheld, an inaccurate change of reference system.
void foreseeForAll(ExportPlan& plan);
/// Sites and systems stay behind in a format of one table.
void foreseeSingleTable(ExportPlan& plan);
/// Positions with more decimals than the format has.
void foreseeRounding(ExportPlan& plan);
/// Columns of days or times that become text because some value is none.
void foreseeStrangeDates(ExportPlan& plan);
/// A table that has no place for its reference system.
void foreseeUndeclaredSystem(ExportPlan& plan, const std::string& format);
/// Blanks at the ends of texts, which readers of the format throw away.
void foreseeOuterBlanks(ExportPlan& plan);
/// Texts longer than a cell of a spreadsheet.
void foreseeLongCells(ExportPlan& plan);
/// Fields with values that the format has no place for, by name; `kept` are those that it has.
void foreseeLeftOut(ExportPlan& plan, const std::vector<std::string_view>& kept);
/// One loss of so many values, when there are any.
void foresee(ExportPlan& plan, std::int64_t values, Label message);
/// How many cameras have a value in the field; 0 when the edition leaves it out.
[[nodiscard]] std::int64_t filledIn(const ExportPlan& plan, std::string_view field);
/// Values that a DBF column cannot hold and that stand whole in the side-car.
void foreseeNarrowColumns(ExportPlan& plan);

} // namespace observo::exchange
