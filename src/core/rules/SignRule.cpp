// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/RuleFamily.h"
#include "rules/RuleText.h"

namespace observo::rule {
namespace {

std::vector<Finding> check(const Record& record, const RuleContext& context)
{
    const Camera& camera = std::get<Camera>(record);
    const Site* const site = context.site(camera.bodyIstat, camera.siteCode);
    if (camera.status != "active" || site == nullptr || site->signPresent == "yes") {
        return {};
    }
    if (site->signPresent == "no") {
        return {found(kSign, record, "site_code",
                      {"Manca il cartello informativo: apporlo prima dell'area ripresa.",
                       "The information sign is missing: put it up before the covered area."})};
    }
    return {found(kSign, record, "site_code",
                  {"Presenza del cartello informativo non nota: verificarla e indicarla nella postazione.",
                   "It is not known whether there is an information sign: check and enter it in the site."})};
}

} // namespace

constinit const Rule kSign{
    .name = "V-SIGN",
    .title = {"Telecamera attiva senza cartello informativo", "Active camera without information sign"},
    .kind = RecordKind::Camera,
    .severity = Severity::Warning,
    .check = &check};

} // namespace observo::rule
