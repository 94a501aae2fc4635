// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "intake/ImportDesk.h"

#include "observo/exchange/Import.h"
#include "observo/exchange/Merge.h"
#include "observo/exchange/Receipt.h"

#include <QString>

namespace observo::app {

// The words of what an import or a merge will do or has done, and of the policies by which it decides.

[[nodiscard]] QString policyText(exchange::OnMatch policy);
[[nodiscard]] QString policyText(exchange::MergePolicy policy);
[[nodiscard]] QString policyHint(exchange::MergePolicy policy);
/// "240 read: 212 added, 12 unchanged, 4 for review, 1 rejected."
[[nodiscard]] QString countsText(const exchange::Receipt& receipt);
/// What was done, in a sentence for the notice.
[[nodiscard]] QString arrivalText(const Arrival& arrival);
/// The facts of the receipt besides counts and problems: coordinates, columns kept as they are, where it lies.
[[nodiscard]] QString receiptText(const Arrival& arrival);

} // namespace observo::app
