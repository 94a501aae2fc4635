// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Translatable.h"

#include <string>
#include <string_view>

namespace observo::cli {

/// The label of a change set as the log has it ("Undo: Move camera") in the language asked for. A label that is not
/// known, as another version or program may have written it, stays as it is.
[[nodiscard]] std::string editLabel(std::string_view label, Language language);

} // namespace observo::cli
