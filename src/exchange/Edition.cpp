// SPDX-License-Identifier: GPL-3.0-or-later
#include "Edition.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace observo::exchange {
namespace {

constexpr std::array<std::pair<Edition, std::string_view>, 3> kNames{{
    {Edition::Full, "full"},
    {Edition::Institutional, "institutional"},
    {Edition::Public, "public"},
}};

constexpr std::array<std::string_view, 5> kFineAddress{"house_number", "house_suffix", "house_specificity",
                                                       "metric_number", "anncsu_access_id"};

// Whole cells in a degree, so that the centres are the same decimals whoever computes them.
constexpr double kCellsPerDegreeLat = 1000.0;
constexpr double kCellsPerDegreeLon = 800.0;

double centreOfCell(double degrees, double cellsPerDegree)
{
    return (std::floor(degrees * cellsPerDegree) + 0.5) / cellsPerDegree;
}

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
    return field.sensitivity <= highestOf(edition) && !(isBlurred(edition) && isFinerThanBlur(field));
}

bool isFinerThanBlur(const FieldInfo& field)
{
    return field.record == RecordKind::Site && std::ranges::find(kFineAddress, field.name) != kFineAddress.end();
}

LonLat blurred(LonLat place)
{
    return {centreOfCell(place.lon, kCellsPerDegreeLon), centreOfCell(place.lat, kCellsPerDegreeLat)};
}

bool isBlurred(Edition edition)
{
    return edition == Edition::Public;
}

void blur(Camera& camera)
{
    camera.position = blurred(camera.position);
    if (!camera.positionAccuracy || !(*camera.positionAccuracy > kBlur)) {
        camera.positionAccuracy = kBlur;
    }
}

bool admits(Edition edition, const Camera& camera)
{
    return classOf(camera.visibility) <= highestOf(edition);
}

} // namespace observo::exchange
