// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Result.h"

#include <filesystem>
#include <string>

namespace observo::exchange {

/// SHA-256 of a file's bytes, 64 hexadecimal digits (libsodium).
[[nodiscard]] Result<std::string> sha256OfFile(const std::filesystem::path& file);

} // namespace observo::exchange
