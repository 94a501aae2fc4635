// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Fields.h"
#include "observo/core/Quantities.h"
#include "observo/exchange/Export.h"

namespace observo::exchange {

/// Whether an edition carries a field: its class must not be above the edition's.
[[nodiscard]] bool keepsField(Edition edition, const FieldInfo& field);
/// Whether an edition carries a camera: its visibility must not be above the edition's. A visibility that the code
/// list does not know counts as restricted.
[[nodiscard]] bool admits(Edition edition, const Camera& camera);

/// Where the public edition shows a camera: the centre of its cell of a grid that is the same for every export, in
/// every system and for ever (0.001 degrees of latitude by 0.00125 of longitude, about 110 by 100 m). All exports
/// together tell no more than one of them: the cell.
[[nodiscard]] LonLat blurred(LonLat place);
/// How far a camera may be from the place shown.
constexpr Metres kBlur{80.0};
/// Whether an edition shows cameras by their blurred places only.
[[nodiscard]] bool isBlurred(Edition edition);
/// Gives a camera its blurred place, and an accuracy that says so.
void blur(Camera& camera);
/// Whether a field of a site tells where it is more finely than the blur: house numbers and access points.
[[nodiscard]] bool isFinerThanBlur(const FieldInfo& field);

} // namespace observo::exchange
