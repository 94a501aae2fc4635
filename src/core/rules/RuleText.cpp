// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/RuleText.h"

#include "Calendar.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <type_traits>
#include <utility>
#include <variant>

namespace observo::rule {
namespace {

std::string codeOf(const Record& record)
{
    return std::visit(
        [](const auto& held) -> std::string {
            if constexpr (std::is_same_v<std::decay_t<decltype(held)>, Census>) {
                return held.istatCode;
            } else {
                return held.code;
            }
        },
        record);
}

} // namespace

Finding found(const Rule& rule, const Record& record, std::string_view field, Message message)
{
    return found(rule, rule.severity, record, field, std::move(message));
}

Finding found(const Rule& rule, Severity severity, const Record& record, std::string_view field, Message message)
{
    return Finding{.rule = rule.name,
                   .severity = severity,
                   .kind = kindOfRecord(record),
                   .record = uuidOf(record),
                   .recordCode = codeOf(record),
                   .field = field,
                   .messageIt = std::move(message.it),
                   .messageEn = std::move(message.en)};
}

Message number(double value)
{
    Message message;
    message.en = textOf(FieldValue{value});
    message.it = message.en;
    std::replace(message.it.begin(), message.it.end(), '.', ',');
    return message;
}

Message day(std::chrono::year_month_day day)
{
    std::array<char, 32> italian{};
    std::snprintf(italian.data(), italian.size(), "%02u/%02u/%04d", static_cast<unsigned>(day.day()),
                  static_cast<unsigned>(day.month()), static_cast<int>(day.year()));
    return {italian.data(), textOf(day)};
}

bool hasCode(std::string_view codes, std::string_view code)
{
    const auto parts = splitCodes(codes);
    return std::find(parts.begin(), parts.end(), code) != parts.end();
}

const System* systemOf(const Camera& camera, const RuleContext& context)
{
    if (!camera.systemCode.empty()) {
        return context.system(camera.bodyIstat, camera.systemCode);
    }
    const Site* const site = context.site(camera.bodyIstat, camera.siteCode);
    return site != nullptr ? context.system(site->bodyIstat, site->systemCode) : nullptr;
}

} // namespace observo::rule
