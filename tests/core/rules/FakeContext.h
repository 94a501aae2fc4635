// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Rules.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace observo::test {

/// A census in a few members, for the rules to ask. One site and one system answer to every code but the empty one.
class FakeContext : public RuleContext {
public:
    std::string day = "2026-11-22";
    std::optional<Site> onlySite = Site{};
    std::optional<System> onlySystem = System{};
    int sameCode = 1;
    std::vector<Neighbour> neighbours;
    std::optional<bool> inside;
    std::optional<GroundSpan> span;
    int days = 60;
    mutable std::string askedIstat;

    [[nodiscard]] std::string today() const override { return day; }
    [[nodiscard]] const Site* site(std::string_view /*bodyIstat*/, std::string_view code) const override
    {
        return onlySite && !code.empty() ? &*onlySite : nullptr;
    }
    [[nodiscard]] const System* system(std::string_view /*bodyIstat*/, std::string_view code) const override
    {
        return onlySystem && !code.empty() ? &*onlySystem : nullptr;
    }
    [[nodiscard]] int camerasWithCode(std::string_view /*bodyIstat*/, std::string_view /*code*/) const override
    {
        return sameCode;
    }
    [[nodiscard]] std::vector<Neighbour> camerasWithin(LonLat /*at*/, Metres /*radius*/) const override
    {
        return neighbours;
    }
    [[nodiscard]] std::optional<bool> insideMunicipality(LonLat /*at*/, std::string_view istatCode) const override
    {
        askedIstat = istatCode;
        return inside;
    }
    [[nodiscard]] std::optional<GroundSpan> groundSpan(const Camera& /*camera*/) const override { return span; }
    [[nodiscard]] int declarationDays() const override { return days; }
};

/// A camera of which no rule of its own asks anything yet, on a site and in a system.
[[nodiscard]] inline Camera aPlainCamera()
{
    Camera camera;
    camera.id = *CameraId::parse("3f2504e0-4f89-41d3-9a0c-0305e82c3301");
    camera.code = "TC-0001";
    camera.bodyIstat = "001272";
    camera.siteCode = "P-01";
    camera.systemCode = "IMP-01";
    camera.position = {7.6869, 45.0703};
    return camera;
}

/// What one rule finds.
[[nodiscard]] inline std::vector<Finding> findingsOf(const Rule& rule, const Record& record,
                                                     const RuleContext& context = FakeContext{})
{
    return rule.check(record, context);
}

/// Whether one rule finds anything.
[[nodiscard]] inline bool finds(const Rule& rule, const Record& record, const RuleContext& context = FakeContext{})
{
    return !findingsOf(rule, record, context).empty();
}

} // namespace observo::test
