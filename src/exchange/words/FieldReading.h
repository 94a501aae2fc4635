// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "words/ColumnWords.h"
#include "words/DayText.h"

#include "observo/core/Fields.h"
#include "observo/core/Rules.h"

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace observo::exchange {

/// What is to be said about a value, a row or a file.
struct Remark {
    Severity severity = Severity::Warning;
    std::string_view code; ///< stable, "unknown_code"
    std::string it;
    std::string en;
};

/// How the values of one column become those of a field.
struct ColumnUse {
    const FieldInfo* field = nullptr;
    ColumnRule rule = ColumnRule::Plain;
    std::string unit{}; ///< of numbers without one of their own; empty: the field's
    DayOrder dayOrder = DayOrder::DayFirst;
    bool isDayOrderSure = false;
    std::map<std::string, std::string> values{}; ///< of a mapping file: folded text to the value meant
};

using FieldAndValue = std::pair<const FieldInfo*, FieldValue>;

/// What a foreign value gave: values for its field, sometimes for a neighbour's as well (a pan range, both focal
/// lengths, both sides of a picture), and what a person should know.
struct ReadField {
    std::vector<FieldAndValue> values{};
    std::optional<Remark> remark{};
    bool keepsText = false; ///< the text says what the values do not: it stays with the record's extra attributes
};

/// Understands a value as a person would. A code that the list does not know is the field's value all the same; a
/// number or a day that cannot be understood, or out of its range, gives no value and keeps its text.
[[nodiscard]] ReadField readField(const ColumnUse& use, const FieldValue& raw);

/// The text of a foreign value; whole numbers without decimals.
[[nodiscard]] std::string textOfRaw(const FieldValue& raw);

} // namespace observo::exchange
