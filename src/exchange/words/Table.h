// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

namespace observo::exchange {

/// The rows of a table compiled in from resources/intake, without its heading: cells divided by commas, none of
/// them quoted. The views live as long as the program.
[[nodiscard]] std::vector<std::vector<std::string_view>> intakeTable(std::string_view name);

/// The parts of a text between `mark`s.
[[nodiscard]] std::vector<std::string_view> partsOf(std::string_view text, char mark);

} // namespace observo::exchange
