// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace observo::words {

/// A place for a value in a message: `{1}`, or `{1:text}` when the value is a message itself.
struct Slot {
    std::size_t number = 0;
    bool isMessage = false;

    friend bool operator==(const Slot&, const Slot&) = default;
};

/// What stands in the places, by their numbers.
using Values = std::array<std::string_view, 10>;

/// A message with places for values.
class Template {
public:
    explicit Template(std::string_view text);

    /// The values that make this template the message, when there are any.
    [[nodiscard]] std::optional<Values> match(std::string_view message) const;
    /// The fixed texts: one before each place and one at the end.
    [[nodiscard]] const std::vector<std::string>& fixed() const { return m_fixed; }
    [[nodiscard]] const std::vector<Slot>& slots() const { return m_slots; }
    /// Begins with a message, as in "{1:text}; nothing was changed".
    [[nodiscard]] bool wrapsMessage() const;
    /// How much of it is fixed; of two templates that match, the longer one is meant.
    [[nodiscard]] std::size_t weight() const;

private:
    [[nodiscard]] bool matchRest(std::size_t slot, std::string_view rest, Values& values) const;

    std::vector<std::string> m_fixed;
    std::vector<Slot> m_slots;
};

} // namespace observo::words
