// SPDX-License-Identifier: GPL-3.0-or-later
#include "Calendar.h"
#include "rules/RuleFamily.h"
#include "rules/RuleText.h"

namespace observo::rule {
namespace {

std::vector<Finding> check(const Record& record, const RuleContext& /*context*/)
{
    const Camera& camera = std::get<Camera>(record);
    std::vector<Finding> findings;
    if (camera.status == "decommissioned" && camera.decommissionedOn.empty()) {
        findings.push_back(found(kDates, record, "decommissioned_on",
                                 {"Dismessa senza data: indicare la data di dismissione.",
                                  "Decommissioned without a date: enter the day."}));
    }
    const auto from = dayOf(camera.validFrom);
    const auto to = dayOf(camera.validTo);
    if (from && to && *to < *from) {
        findings.push_back(found(
            kDates, record, "valid_to",
            {"Posizione valida fino al " + day(*to).it + ", prima dell'inizio (" + day(*from).it +
                 "): correggere le date.",
             "Position valid to " + day(*to).en + ", before it begins (" + day(*from).en + "): correct the dates."}));
    }
    return findings;
}

} // namespace

constinit const Rule kDates{.name = "V-DATES",
                            .title = {"Date mancanti o in contrasto", "Dates missing or contradictory"},
                            .kind = RecordKind::Camera,
                            .severity = Severity::Warning,
                            .check = &check};

} // namespace observo::rule
