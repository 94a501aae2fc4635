// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/census/Session.h"
#include "observo/core/Result.h"

#include <memory>
#include <string>

namespace observo::cli {

/// The census opened for an edit, locked for its transaction only; an error when it cannot be written.
[[nodiscard]] Result<std::unique_ptr<census::Session>> openForEdit(const std::string& file);
/// The census opened whether it can be written or not, for what is entered into the access log.
[[nodiscard]] Result<std::unique_ptr<census::Session>> openAnyway(const std::string& file);

} // namespace observo::cli
