// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/RuleFamily.h"
#include "rules/RuleText.h"

#include <algorithm>
#include <array>

namespace observo::rule {
namespace {

bool isPublic(std::string_view ownership)
{
    constexpr std::array<std::string_view, 5> kPublic{"municipal", "union_of_municipalities", "other_public",
                                                      "municipal_company", "police_force"};
    return std::find(kPublic.begin(), kPublic.end(), ownership) != kPublic.end();
}

std::vector<Finding> check(const Record& record, const RuleContext& context)
{
    const Camera& camera = std::get<Camera>(record);
    const System* const system = systemOf(camera, context);
    if (camera.status != "active" || system == nullptr || !isPublic(system->ownershipType)) {
        return {};
    }
    if (system->dpiaStatus == "none") {
        return {found(kDpia, record, "system_code",
                      {"Impianto pubblico attivo senza DPIA: effettuarla e indicarla nell'impianto.",
                       "Active public system without DPIA: carry it out and enter it in the system."})};
    }
    if (system->dpiaStatus == "in_progress") {
        return {found(kDpia, record, "system_code",
                      {"Impianto pubblico attivo con DPIA in corso: concluderla e aggiornare l'impianto.",
                       "Active public system with its DPIA in progress: complete it and update the system."})};
    }
    return {};
}

} // namespace

constinit const Rule kDpia{
    .name = "V-DPIA",
    .title = {"Telecamera pubblica attiva senza DPIA conclusa", "Active public camera without a completed DPIA"},
    .kind = RecordKind::Camera,
    .severity = Severity::Warning,
    .check = &check};

} // namespace observo::rule
