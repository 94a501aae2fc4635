// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/ChangeSet.h"
#include "observo/core/Result.h"

#include <string_view>

namespace observo::exchange {

/// A record from one JSON object keyed by field names (and lon, lat for a camera). Numbers, booleans and text must fit
/// their field's type; codes are taken verbatim. An unknown key is an error that names it.
[[nodiscard]] Result<Record> recordFromJson(RecordKind kind, std::string_view json);

} // namespace observo::exchange
