// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ExportPlan.h"

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
/// Values that a DBF column cannot hold and that stand whole in the side-car.
void foreseeNarrowColumns(ExportPlan& plan);

} // namespace observo::exchange
