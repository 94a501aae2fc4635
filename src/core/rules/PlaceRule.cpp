// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/Italy.h"
#include "rules/RuleFamily.h"
#include "rules/RuleText.h"

namespace observo::rule {
namespace {

/// The municipality in which the camera says it stands: its site's, or that of its body.
const std::string& istatCodeOf(const Camera& camera, const RuleContext& context)
{
    const Site* const site = context.site(camera.bodyIstat, camera.siteCode);
    return site != nullptr && !site->istatCode.empty() ? site->istatCode : camera.bodyIstat;
}

std::vector<Finding> checkOutside(const Record& record, const RuleContext& context)
{
    const Camera& camera = std::get<Camera>(record);
    const std::string& istat = istatCodeOf(camera, context);
    if (istat.empty() || context.insideMunicipality(camera.position, istat).value_or(true)) {
        return {};
    }
    return {found(kOutside, record, "",
                  {"Posizione fuori dal Comune " + istat + ": correggere il punto o il codice ISTAT della postazione.",
                   "Position outside municipality " + istat + ": correct the point or the site's ISTAT code."})};
}

std::vector<Finding> checkItaly(const Record& record, const RuleContext& /*context*/)
{
    if (isInItaly(std::get<Camera>(record).position)) {
        return {};
    }
    return {found(kOutsideItaly, record, "",
                  {"Posizione fuori dall'Italia: controllare le coordinate e il sistema di riferimento.",
                   "Position outside Italy: check the coordinates and the reference system."})};
}

} // namespace

constinit const Rule kOutside{.name = "V-OUTSIDE",
                              .title = {"Posizione fuori dal Comune", "Position outside the municipality"},
                              .kind = RecordKind::Camera,
                              .severity = Severity::Error,
                              .check = &checkOutside};

constinit const Rule kOutsideItaly{.name = "V-OUTSIDE-ITALY",
                                   .title = {"Posizione fuori dall'Italia", "Position outside Italy"},
                                   .kind = RecordKind::Camera,
                                   .severity = Severity::Notice,
                                   .check = &checkItaly};

} // namespace observo::rule
