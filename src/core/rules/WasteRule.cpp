// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/RuleFamily.h"
#include "rules/RuleText.h"

namespace observo::rule {
namespace {

std::vector<Finding> check(const Record& record, const RuleContext& /*context*/)
{
    const Camera& camera = std::get<Camera>(record);
    if (!hasCode(camera.purpose, "waste_dumping") || !camera.wasteReason.empty()) {
        return {};
    }
    return {found(kWaste, record, "waste_reason",
                  {"Abbandono rifiuti senza motivazione: indicare perché altri controlli non bastano.",
                   "Illegal dumping without justification: enter why other controls are not enough."})};
}

} // namespace

constinit const Rule kWaste{.name = "V-WASTE",
                            .title = {"Abbandono rifiuti senza motivazione", "Illegal dumping without justification"},
                            .kind = RecordKind::Camera,
                            .severity = Severity::Warning,
                            .check = &check};

} // namespace observo::rule
