// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace observo::exchange {

/// A number as people write it: "4,5", "1.391.298,32", "1 391 298.3", "1'250", "-3", "1.2E6". Of point and comma the
/// last is the decimal one; a single one is a decimal too; the same several times divides thousands.
[[nodiscard]] std::optional<double> numberIn(std::string_view text);

/// A number with a unit before or behind it: "4,5 m", "m 4,5", "ca. 7 gg".
struct Quantity {
    double value = 0.0;
    std::string unit; ///< folded; empty when none was written
};
[[nodiscard]] std::optional<Quantity> quantityIn(std::string_view text);

/// Two numbers of one unit: "2.8-12 mm", "90 ÷ 270", "da 10 a 20", "1920x1080".
struct QuantityPair {
    double first = 0.0;
    double second = 0.0;
    std::string unit;
};
[[nodiscard]] std::optional<QuantityPair> pairIn(std::string_view text);

/// By what a number in `unit` is multiplied to be in a field's unit ("m", "°", "mm", "px", "h", "%"). An empty unit is
/// the field's own; nothing when the two do not go together.
[[nodiscard]] std::optional<double> unitFactor(std::string_view fieldUnit, std::string_view unit);

/// A whole number of which a double would lose the last digits, beyond 2^53 either way; nothing for any other text.
[[nodiscard]] std::optional<std::int64_t> longWholeIn(std::string_view text);

} // namespace observo::exchange
