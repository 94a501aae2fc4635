// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/Placing.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace observo::exchange {
namespace {

constexpr int kWgs84 = 4326;

/// Around where the points of a sample lie by a first, rough operation; strays beyond the middle nine tenths left out,
/// or one wrong row would choose the operation for all.
GeoBox areaOf(const geo::Transform& rough, const std::vector<MapPoint>& sample, bool swapped)
{
    std::vector<double> lons;
    std::vector<double> lats;
    for (const MapPoint point : sample) {
        const auto moved = rough.forward(swapped ? MapPoint{point.y, point.x} : point);
        if (moved && isValid(LonLat{moved->x, moved->y})) {
            lons.push_back(moved->x);
            lats.push_back(moved->y);
        }
    }
    if (lons.empty()) {
        return {};
    }
    std::ranges::sort(lons);
    std::ranges::sort(lats);
    const std::size_t stray = lons.size() / 20;
    const std::size_t last = lons.size() - 1 - stray;
    constexpr double kMargin = 0.01;
    return {lons[stray] - kMargin, lats[stray] - kMargin, lons[last] + kMargin, lats[last] + kMargin};
}

Remark error(std::string_view code, std::string it, std::string en)
{
    return {Severity::Error, code, std::move(it), std::move(en)};
}

bool isOrigin(MapPoint point)
{
    constexpr double kNothing = 1e-6;
    return std::abs(point.x) < kNothing && std::abs(point.y) < kNothing;
}

Remark noPosition(const RawPlace& raw)
{
    return raw.text.empty() ? error("no_position", "la riga non ha coordinate", "the row has no coordinates")
                            : error("position_not_understood", "le coordinate non si capiscono",
                                    "the coordinates cannot be understood");
}

} // namespace

Placing::Placing(geo::Transform transform, const SystemAnswer& answer, Territory territory)
    : m_transform(std::move(transform)), m_isStored(*answer.crs == geo::Crs::storage() || answer.crs->epsg() == kWgs84),
      m_isGeographic(answer.crs->isGeographic()), m_swapped(answer.swapped), m_territory(std::move(territory))
{}

Result<Placing> Placing::make(const SystemAnswer& answer, const Territory& territory,
                              const std::vector<MapPoint>& sample)
{
    expects(answer.crs.has_value());
    auto transform = geo::Transform::between(*answer.crs, geo::Crs::storage());
    if (!transform) {
        return fail(transform.error());
    }
    if (const GeoBox area = areaOf(*transform, sample, answer.swapped); !area.isEmpty()) {
        transform = geo::Transform::between(*answer.crs, geo::Crs::storage(), area);
        if (!transform) {
            return fail(transform.error());
        }
    }
    return Placing(std::move(*transform), answer, territory);
}

std::optional<Metres> Placing::accuracyForRecords() const
{
    const auto accuracy = operation().accuracy;
    return accuracy && accuracy->value > 1.0 ? accuracy : std::nullopt;
}

std::optional<LonLat> Placing::moved(MapPoint point) const
{
    LonLat place{point.x, point.y};
    if (!m_isStored) {
        const auto there = m_transform.forward(point);
        if (!there) {
            return std::nullopt;
        }
        place = {there->x, there->y};
    }
    return isValid(place) ? std::optional(place) : std::nullopt;
}

/// Metres in a row of a file in degrees: read in the one usual system that brings them home, and said aloud.
Placed Placing::metresAmongDegrees(MapPoint point) const
{
    Placed placed;
    const auto candidates =
        m_territory.isKnown() ? rankedCandidates({point}, m_territory) : std::vector<CrsCandidate>{};
    constexpr double kSure = 0.9;
    if (candidates.empty() || candidates.front().plausibility < kSure) {
        placed.remarks.push_back(error("not_degrees", "le coordinate non sono gradi come nelle altre righe",
                                       "the coordinates are no degrees as in the other rows"));
        return placed;
    }
    constexpr Metres kDatumDoubt{200.0}; // ED50 and WGS 84 look alike in metres and lie that far apart
    const CrsCandidate& best = candidates.front();
    placed.place = best.centre;
    placed.accuracy = kDatumDoubt;
    placed.remarks.push_back({Severity::Warning, "metres_in_degrees",
                              "metri in una colonna di gradi: letti come " + best.crs + ", accuratezza 200 m",
                              "metres in a column of degrees; read as " + best.crs + ", accuracy set to 200 m"});
    return placed;
}

Placed Placing::place(const RawPlace& raw) const
{
    Placed placed;
    if (!raw.point || !std::isfinite(raw.point->x) || !std::isfinite(raw.point->y)) {
        placed.remarks.push_back(noPosition(raw));
        return placed;
    }
    if (isOrigin(*raw.point)) {
        placed.remarks.push_back(error("null_position", "le coordinate sono 0, 0: nessuna posizione",
                                       "the coordinates are 0, 0, which is no position"));
        return placed;
    }
    const MapPoint straight = m_swapped && !raw.isDegrees ? MapPoint{raw.point->y, raw.point->x} : *raw.point;
    const MapPoint other{straight.y, straight.x};
    const bool isInDegrees = raw.isDegrees && isValid(LonLat{straight.x, straight.y});
    placed.place = isInDegrees ? std::optional(LonLat{straight.x, straight.y}) : moved(straight);
    if (!placed.place || !m_territory.contains(*placed.place)) {
        const auto swapped = raw.isDegrees ? std::nullopt : moved(other);
        const bool isHome = swapped && m_territory.isKnown() && m_territory.contains(*swapped);
        if (isHome || (!placed.place && swapped && m_isGeographic)) {
            placed.place = swapped;
            placed.remarks.push_back({Severity::Warning, "axes_swapped", "coordinate scambiate: lette al contrario",
                                      "the coordinates stand the wrong way round; they were read swapped"});
        }
    }
    if (!placed.place) {
        constexpr double kMostDegrees = 1000.0;
        if (m_isGeographic && (std::abs(straight.x) > kMostDegrees || std::abs(straight.y) > kMostDegrees)) {
            return metresAmongDegrees(straight);
        }
        placed.remarks.push_back(error("not_on_earth", "le coordinate non sono un luogo della terra",
                                       "the coordinates are no place on earth"));
    } else if (!m_territory.contains(*placed.place)) {
        placed.remarks.push_back({Severity::Warning, "outside_territory",
                                  "il punto è fuori dal territorio del censimento" +
                                      (m_territory.name.empty() ? "" : " (" + m_territory.name + ")"),
                                  "the point lies outside the census's territory" +
                                      (m_territory.name.empty() ? "" : " (" + m_territory.name + ")")});
    }
    if (placed.place && raw.isCentre) {
        placed.remarks.push_back({Severity::Warning, "not_a_point", "non è un punto: preso il suo centro",
                                  "is no point; its middle was taken"});
    }
    return placed;
}

} // namespace observo::exchange
