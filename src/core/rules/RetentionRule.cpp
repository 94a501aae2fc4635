// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/RuleFamily.h"
#include "rules/RuleText.h"

#include <algorithm>
#include <array>

namespace observo::rule {
namespace {

// DL 11/2009 art. 6: seven days, for urban security only. Elsewhere the controller decides and justifies.
constexpr std::int64_t kUrbanHours = 168;
constexpr std::int64_t kPlainHours = 72;

/// Purposes of public safety, which may need more than 72 hours without further reasons.
bool isSafety(std::string_view purpose)
{
    constexpr std::array<std::string_view, 3> kSafety{"urban_security", "public_order", "crime_investigation"};
    return std::find(kSafety.begin(), kSafety.end(), purpose) != kSafety.end();
}

std::vector<Finding> checkUrban(const Record& record, const RuleContext& /*context*/)
{
    const Camera& camera = std::get<Camera>(record);
    if (camera.retentionHours.value_or(0) <= kUrbanHours || !hasCode(camera.purpose, "urban_security")) {
        return {};
    }
    const std::string hours = std::to_string(*camera.retentionHours);
    return {found(kUrbanRetention, record, "retention_hours",
                  {"Conservazione di " + hours + " ore: per la sicurezza urbana il limite è 168 (7 giorni). Ridurla.",
                   "Retention of " + hours + " hours: for urban security the limit is 168 (7 days). Reduce it."})};
}

std::vector<Finding> checkLong(const Record& record, const RuleContext& /*context*/)
{
    const Camera& camera = std::get<Camera>(record);
    const auto purposes = splitCodes(camera.purpose);
    const bool isPlain = !purposes.empty() && std::none_of(purposes.begin(), purposes.end(), isSafety);
    if (camera.retentionHours.value_or(0) <= kPlainHours || !isPlain || !camera.retentionReason.empty()) {
        return {};
    }
    const std::string hours = std::to_string(*camera.retentionHours);
    return {found(kLongRetention, record, "retention_hours",
                  {"Conservazione di " + hours + " ore, oltre 72: motivarla nella DPIA e nella scheda.",
                   "Retention of " + hours + " hours, above 72: justify it in the DPIA and in the form."})};
}

} // namespace

constinit const Rule kUrbanRetention{
    .name = "V-RET-7D",
    .title = {"Conservazione oltre 7 giorni per sicurezza urbana", "Retention beyond 7 days for urban security"},
    .kind = RecordKind::Camera,
    .severity = Severity::Warning,
    .check = &checkUrban};

constinit const Rule kLongRetention{
    .name = "V-RET-72H",
    .title = {"Conservazione oltre 72 ore da motivare", "Retention beyond 72 hours needs a reason"},
    .kind = RecordKind::Camera,
    .severity = Severity::Notice,
    .check = &checkLong};

} // namespace observo::rule
