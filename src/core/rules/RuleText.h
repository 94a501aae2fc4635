// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Rules.h"

#include <chrono>
#include <string>
#include <string_view>

namespace observo::rule {

/// A message in both languages while it is being put together.
struct Message {
    std::string it;
    std::string en;
};

/// What `rule` found in `record`, about `field` (or about the record as a whole).
[[nodiscard]] Finding found(const Rule& rule, const Record& record, std::string_view field, Message message);
/// The same with another severity than the rule's usual one.
[[nodiscard]] Finding found(const Rule& rule, Severity severity, const Record& record, std::string_view field,
                            Message message);

/// Shortest decimal form, with comma in Italian and point in English.
[[nodiscard]] Message number(double value);
/// "22/11/2026" and "2026-11-22".
[[nodiscard]] Message day(std::chrono::year_month_day day);

/// Whether one of the codes joined by ';' is this one.
[[nodiscard]] bool hasCode(std::string_view codes, std::string_view code);
/// The system of a camera: its own, or that of its site.
[[nodiscard]] const System* systemOf(const Camera& camera, const RuleContext& context);

} // namespace observo::rule
