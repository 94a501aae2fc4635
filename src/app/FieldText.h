// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Fields.h"

#include <QString>

#include <optional>

namespace observo::app {

// Values of the dictionary as the window shows and takes them.

/// What the editor of a field holds: decimal comma in Italian, days as day/month/year, codes as they are.
[[nodiscard]] QString editableText(const FieldInfo& field, const FieldValue& value);
/// What `parseValue` wants of what the editor holds.
[[nodiscard]] std::string storedText(const FieldInfo& field, const QString& edited);
/// What a person reads in tables, histories and notices: labels of codes, units, yes and no; empty when unknown.
[[nodiscard]] QString readableText(const FieldInfo& field, const FieldValue& value);
/// Why a typed text cannot be this field's value, as the sentence under the field; nothing when it can.
[[nodiscard]] std::optional<QString> problemOf(const FieldInfo& field, const QString& edited);
/// What the unit at the right of the editor says; longer retention times are told in days too.
[[nodiscard]] QString unitText(const FieldInfo& field, const QString& edited);
[[nodiscard]] QString titleOf(FieldGroup group);
/// "Yes", "No", "Not known" for a boolean.
[[nodiscard]] QString answerText(const std::optional<bool>& answer);

} // namespace observo::app
