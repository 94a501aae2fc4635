// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/RuleFamily.h"
#include "rules/RuleText.h"

namespace observo::rule {
namespace {

std::vector<Finding> checkSite(const Record& record, const RuleContext& context)
{
    const Camera& camera = std::get<Camera>(record);
    if (camera.siteCode.empty() || context.site(camera.bodyIstat, camera.siteCode) != nullptr) {
        return {};
    }
    return {found(kSite, record, "site_code",
                  {"Postazione «" + camera.siteCode + "» inesistente: crearla o sceglierne un'altra.",
                   "Site “" + camera.siteCode + "” does not exist: create it or choose another."})};
}

template <typename Located>
std::vector<Finding> checkSystem(const Record& record, const RuleContext& context)
{
    const auto& located = std::get<Located>(record);
    if (located.systemCode.empty() || context.system(located.bodyIstat, located.systemCode) != nullptr) {
        return {};
    }
    return {found(kCameraSystem, record, "system_code",
                  {"Impianto «" + located.systemCode + "» inesistente: crearlo o sceglierne un altro.",
                   "System “" + located.systemCode + "” does not exist: create it or choose another."})};
}

constexpr Label kSystemTitle{"Impianto inesistente", "System does not exist"};

} // namespace

constinit const Rule kSite{.name = "V-SITE",
                           .title = {"Postazione inesistente", "Site does not exist"},
                           .kind = RecordKind::Camera,
                           .severity = Severity::Error,
                           .check = &checkSite};

constinit const Rule kCameraSystem{.name = "V-SYSTEM",
                                   .title = kSystemTitle,
                                   .kind = RecordKind::Camera,
                                   .severity = Severity::Error,
                                   .check = &checkSystem<Camera>};

constinit const Rule kSiteSystem{.name = "V-SYSTEM",
                                 .title = kSystemTitle,
                                 .kind = RecordKind::Site,
                                 .severity = Severity::Error,
                                 .check = &checkSystem<Site>};

} // namespace observo::rule
