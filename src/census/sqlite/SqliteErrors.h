// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Result.h"

#include <filesystem>
#include <string_view>

namespace observo::census {

/// Turns an (extended) SQLite result code into an Error that names the census and says what to do. `doing` is the
/// action in the -ing form ("writing the change"); `detail` is SQLite's own message.
[[nodiscard]] Error sqliteError(int code, std::string_view doing, std::string_view detail,
                                const std::filesystem::path& file);

} // namespace observo::census
