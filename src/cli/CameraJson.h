// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/ChangeSet.h"

#include <nlohmann/json_fwd.hpp>

#include <span>
#include <string>

namespace observo::cli {

/// A value with its own JSON type; null when it is not known.
[[nodiscard]] nlohmann::ordered_json jsonOf(const FieldInfo& field, const FieldValue& value);
/// `camera_id`, `code`, `lon`, `lat` and every one of `fields` (all when empty) that has a value.
[[nodiscard]] nlohmann::ordered_json jsonOf(const Camera& camera, std::span<const FieldInfo* const> fields = {});
/// The camera as lines "label: value" for a person; codes by their labels.
[[nodiscard]] std::string describe(const Camera& camera, Language language);

} // namespace observo::cli
