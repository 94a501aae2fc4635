// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace observo::geo {

/// The number with so many decimals and a point, whatever the program's locale.
[[nodiscard]] std::string fixedText(double value, int decimals);

/// What digits with points and commas may mean, the likeliest first: "45,07" is a decimal or two numbers, "4.991.598,5"
/// a number with thousands, "396.634" a decimal or thousands, "7.68,45.07" two numbers.
/// Each meaning is one number or two.
[[nodiscard]] std::vector<std::vector<double>> readingsOf(std::string_view digits);

} // namespace observo::geo
