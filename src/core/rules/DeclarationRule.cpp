// SPDX-License-Identifier: GPL-3.0-or-later
#include "Calendar.h"
#include "rules/RuleFamily.h"
#include "rules/RuleText.h"

#include <chrono>

namespace observo::rule {
namespace {

bool isPrivate(std::string_view ownership)
{
    return ownership == "private" || ownership == "condominium" || ownership == "commercial";
}

long daysBetween(std::chrono::year_month_day from, std::chrono::year_month_day to)
{
    return (std::chrono::sys_days{to} - std::chrono::sys_days{from}).count();
}

std::vector<Finding> check(const Record& record, const RuleContext& context)
{
    const Camera& camera = std::get<Camera>(record);
    const System* const system = systemOf(camera, context);
    const auto installed = dayOf(camera.installedOn);
    const auto declared = camera.declaredOn.empty() ? dayOf(context.today()) : dayOf(camera.declaredOn);
    if (system == nullptr || !isPrivate(system->ownershipType) || !installed || !declared) {
        return {};
    }
    const long days = daysBetween(*installed, *declared);
    const long limit = context.declarationDays();
    if (days <= limit) {
        return {};
    }
    const std::string late = std::to_string(days);
    const std::string due = std::to_string(limit);
    if (camera.declaredOn.empty()) {
        return {found(kDeclaration, record, "declared_on",
                      {"Installata da " + late + " giorni e non comunicata (termine " + due + "): comunicarla.",
                       "Installed " + late + " days ago and not declared (term " + due + "): declare it."})};
    }
    return {found(kDeclaration, record, "declared_on",
                  {"Comunicata dopo " + late + " giorni (termine " + due + "): controllare le date.",
                   "Declared after " + late + " days (term " + due + "): check the dates."})};
}

} // namespace

constinit const Rule kDeclaration{.name = "V-DECLARE",
                                  .title = {"Telecamera privata comunicata in ritardo", "Private camera declared late"},
                                  .kind = RecordKind::Camera,
                                  .severity = Severity::Notice,
                                  .check = &check};

} // namespace observo::rule
