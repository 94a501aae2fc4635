// SPDX-License-Identifier: GPL-3.0-or-later
#include "Edition.h"

#include <array>
#include <utility>

namespace observo::exchange {
namespace {

constexpr std::array<std::pair<Edition, std::string_view>, 3> kNames{{
    {Edition::Full, "full"},
    {Edition::Institutional, "institutional"},
    {Edition::Public, "public"},
}};

Sensitivity highestOf(Edition edition)
{
    switch (edition) {
    case Edition::Full:
        return Sensitivity::Restricted;
    case Edition::Institutional:
        return Sensitivity::Institutional;
    case Edition::Public:
        return Sensitivity::Public;
    }
    return Sensitivity::Public;
}

Sensitivity classOf(std::string_view visibility)
{
    if (visibility == "public") {
        return Sensitivity::Public;
    }
    return visibility == "institutional" || visibility.empty() ? Sensitivity::Institutional : Sensitivity::Restricted;
}

} // namespace

std::string_view nameOf(Edition edition)
{
    for (const auto& [value, name] : kNames) {
        if (value == edition) {
            return name;
        }
    }
    return {};
}

std::optional<Edition> editionNamed(std::string_view name)
{
    for (const auto& [value, known] : kNames) {
        if (known == name) {
            return value;
        }
    }
    return std::nullopt;
}

bool keepsField(Edition edition, const FieldInfo& field)
{
    return field.sensitivity <= highestOf(edition);
}

bool admits(Edition edition, const Camera& camera)
{
    return classOf(camera.visibility) <= highestOf(edition);
}

} // namespace observo::exchange
