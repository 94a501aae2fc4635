// SPDX-License-Identifier: GPL-3.0-or-later
#include "Calendar.h"
#include "rules/RuleFamily.h"
#include "rules/RuleText.h"

namespace observo::rule {
namespace {

constexpr int kMonths = 12;

std::vector<Finding> check(const Record& record, const RuleContext& context)
{
    const Camera& camera = std::get<Camera>(record);
    const auto verified = dayOf(camera.lastVerifiedOn);
    const auto today = dayOf(context.today());
    if (!verified || !today || camera.status == "decommissioned" || *today <= monthsLater(*verified, kMonths)) {
        return {};
    }
    const Message on = day(*verified);
    return {found(kVerification, record, "last_verified_on",
                  {"Ultima verifica il " + on.it + ", oltre 12 mesi fa: da verificare.",
                   "Last verified on " + on.en + ", more than 12 months ago: to be verified."})};
}

} // namespace

constinit const Rule kVerification{.name = "V-VERIFY",
                                   .title = {"Da verificare", "To be verified"},
                                   .kind = RecordKind::Camera,
                                   .severity = Severity::Notice,
                                   .check = &check};

} // namespace observo::rule
