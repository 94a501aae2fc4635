// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Result.h"

#include <QString>

namespace observo::app {

/// The sentence a person reads for an error. The only place where error codes become words; the detail of the
/// error goes below it, for whoever is asked for help.
[[nodiscard]] QString sentenceOf(const Error& error);
/// The detail in the language spoken: what, file, row, field and advice.
[[nodiscard]] QString detailOf(const Error& error);

} // namespace observo::app
