// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Fields.h"
#include "observo/exchange/Export.h"

namespace observo::exchange {

/// Whether an edition carries a field: its class must not be above the edition's.
[[nodiscard]] bool keepsField(Edition edition, const FieldInfo& field);
/// Whether an edition carries a camera: its visibility must not be above the edition's. A visibility that the code
/// list does not know counts as restricted.
[[nodiscard]] bool admits(Edition edition, const Camera& camera);

} // namespace observo::exchange
