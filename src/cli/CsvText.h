// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace observo::cli {

/// A quoted CSV field (RFC 4180). Not called "quoted": std::quoted, found through a std::string argument, would be
/// taken instead, and it escapes with backslashes.
[[nodiscard]] std::string csvField(std::string_view text);

} // namespace observo::cli
