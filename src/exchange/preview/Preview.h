// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "intake/Placing.h"
#include "intake/Source.h"
#include "intake/Survey.h"

#include "observo/exchange/Preview.h"

#include <string>
#include <vector>

namespace observo::exchange {

/// What each column is taken for, by the names that mapping files use; empty for those that are kept as they are.
[[nodiscard]] std::vector<std::string> targetsOf(const Survey& survey);

/// The first rows of a table as the import will read them. Without a `placing` they have no places.
[[nodiscard]] ImportPreview previewOf(const SourceTable& table, const Survey& survey, const Placing* placing);

} // namespace observo::exchange
