// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/RuleFamily.h"
#include "rules/RuleText.h"

namespace observo::rule {
namespace {

std::vector<Finding> checkLanes(const Record& record, const RuleContext& /*context*/)
{
    const Camera& camera = std::get<Camera>(record);
    if (camera.function != "plate_reading" || camera.laneCount) {
        return {};
    }
    return {found(kPlateLanes, record, "lane_count",
                  {"Lettura targhe senza numero di corsie: indicare le corsie riprese.",
                   "Plate reading without number of lanes: enter the lanes in view."})};
}

std::vector<Finding> checkDecree(const Record& record, const RuleContext& /*context*/)
{
    const Camera& camera = std::get<Camera>(record);
    if (!hasCode(camera.purpose, "ztl") || !camera.approvalDecree.empty()) {
        return {};
    }
    return {found(kZtlDecree, record, "approval_decree",
                  {"Finalità ZTL senza decreto: indicare il decreto di omologazione o approvazione.",
                   "Limited-traffic zone without decree: enter the decree of type approval."})};
}

} // namespace

constinit const Rule kPlateLanes{.name = "V-PLATE-LANES",
                                 .title = {"Lettura targhe senza corsie", "Plate reading without lanes"},
                                 .kind = RecordKind::Camera,
                                 .severity = Severity::Warning,
                                 .check = &checkLanes};

constinit const Rule kZtlDecree{.name = "V-ZTL-DECREE",
                                .title = {"ZTL senza decreto di approvazione", "Limited-traffic zone without decree"},
                                .kind = RecordKind::Camera,
                                .severity = Severity::Warning,
                                .check = &checkDecree};

} // namespace observo::rule
