// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Result.h"
#include "observo/core/Translatable.h"

#include <string>

namespace observo::cli {

/// An error as one line: what happened, where (file, row, field), what to do. In Italian the words of a
/// third party, which no catalogue knows, follow the kind of error.
[[nodiscard]] std::string sentenceFor(const Error& error, Language language);

} // namespace observo::cli
