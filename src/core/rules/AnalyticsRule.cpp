// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/RuleFamily.h"
#include "rules/RuleText.h"

namespace observo::rule {
namespace {

std::vector<Finding> check(const Record& record, const RuleContext& /*context*/)
{
    const Camera& camera = std::get<Camera>(record);
    if (!hasCode(camera.analytics, "facial_recognition")) {
        return {};
    }
    // The moratorium of DL 51/2023 art. 8-ter ran to 31 December 2025; what holds after it has to be looked up.
    return {found(kFacialRecognition, record, "analytics",
                  {"Riconoscimento facciale: verificare la moratoria (DL 51/2023) e la base giuridica prima dell'uso.",
                   "Facial recognition: check the moratorium (DL 51/2023) and the legal basis before use."})};
}

} // namespace

constinit const Rule kFacialRecognition{.name = "V-FR",
                                        .title = {"Riconoscimento facciale", "Facial recognition"},
                                        .kind = RecordKind::Camera,
                                        .severity = Severity::Warning,
                                        .check = &check};

} // namespace observo::rule
