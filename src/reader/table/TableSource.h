// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Source.h"

namespace observo::reader {

/// Opens a text table (CSV, TSV). Its cells come as text, as they stand in the file; what they mean is for those to
/// say who know the columns. Rows are numbered by the line on which they begin.
[[nodiscard]] Result<std::unique_ptr<Source>> openTextTable(StagedInput& input, const feed::Request& request);

} // namespace observo::reader
