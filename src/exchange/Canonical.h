// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Fields.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace observo::exchange {

// What is written and what is read back are compared in one spelling, whatever a format made of a value's type:
// numbers as their shortest decimal, booleans as 1 and 0, days with hyphens, not known as nothing.

/// Whether a text is a day of the calendar, "2026-11-22".
[[nodiscard]] bool isDay(std::string_view text);
/// Whether a text is an instant as the census writes it, "2026-11-22T10:42:07.123Z", with or without the fraction.
[[nodiscard]] bool isUtcTime(std::string_view text);

/// The canonical spelling of a value; it may stand in `room`.
[[nodiscard]] std::string_view canonicalValue(const FieldInfo& field, const FieldValue& value, std::string& room);
/// The canonical spelling of a cell's text as a file holds it; it may stand in `room`.
[[nodiscard]] std::string_view canonicalCell(const FieldInfo& field, std::string_view cell, std::string& room);

/// The hash of a row, cell after cell. Equal within one run of the program, never stored.
class RowHash {
public:
    void add(std::string_view canonical);
    [[nodiscard]] std::uint64_t value() const { return m_hash; }

private:
    std::uint64_t m_hash = 0x9E3779B97F4A7C15ULL;
};

} // namespace observo::exchange
