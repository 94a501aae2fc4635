// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/RuleFamily.h"
#include "rules/RuleText.h"

#include <cmath>

namespace observo::rule {
namespace {

constexpr Metres kSamePlace{0.5};
constexpr Degrees kSameDirection{5};

std::vector<Finding> checkCode(const Record& record, const RuleContext& context)
{
    const Camera& camera = std::get<Camera>(record);
    if (camera.code.empty()) {
        return {};
    }
    const int count = context.camerasWithCode(camera.bodyIstat, camera.code);
    if (count <= 1) {
        return {};
    }
    const std::string times = std::to_string(count);
    return {found(kDuplicateCode, record, "code",
                  {"Codice «" + camera.code + "» usato da " + times + " telecamere: assegnarne uno diverso.",
                   "Code “" + camera.code + "” is used by " + times + " cameras: give another one."})};
}

bool isTwin(const Camera& camera, const RuleContext::Neighbour& other)
{
    return other.id != camera.id && other.distance < kSamePlace && other.direction &&
           std::abs(turnBetween(*camera.direction, *other.direction).value) <= kSameDirection.value;
}

std::vector<Finding> checkPlace(const Record& record, const RuleContext& context)
{
    const Camera& camera = std::get<Camera>(record);
    if (!camera.direction) {
        return {};
    }
    std::string codes;
    for (const auto& other : context.camerasWithin(camera.position, kSamePlace)) {
        if (isTwin(camera, other)) {
            codes += (codes.empty() ? "" : ", ") + (other.code.empty() ? other.id.text() : other.code);
        }
    }
    if (codes.empty()) {
        return {};
    }
    return {found(kDuplicatePlace, record, "",
                  {"Stesso posto e stessa direzione di " + codes + ": possibile doppione. Controllare.",
                   "Same place and same direction as " + codes + ": possible duplicate. Check."})};
}

} // namespace

constinit const Rule kDuplicateCode{.name = "V-DUP-CODE",
                                    .title = {"Codice ripetuto", "Repeated code"},
                                    .kind = RecordKind::Camera,
                                    .severity = Severity::Error,
                                    .check = &checkCode};

constinit const Rule kDuplicatePlace{.name = "V-DUP-PLACE",
                                     .title = {"Possibile doppione", "Possible duplicate"},
                                     .kind = RecordKind::Camera,
                                     .severity = Severity::Warning,
                                     .check = &checkPlace};

} // namespace observo::rule
