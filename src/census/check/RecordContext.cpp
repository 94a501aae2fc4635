// SPDX-License-Identifier: GPL-3.0-or-later
#include "check/RecordContext.h"

#include "check/PositionGrid.h"

#include <algorithm>
#include <cmath>

namespace observo::census {

namespace {

/// A filter's term for a text that is given, or not known when empty.
std::string isExactly(std::string_view field, std::string_view text)
{
    if (text.empty()) {
        return std::string(field) + " is null";
    }
    std::string term = std::string(field) + " = \"";
    for (const char c : text) {
        term += c;
        if (c == '"') {
            term += c; // a quote within is written twice
        }
    }
    return term + '"';
}

/// A box around a circle, a little larger.
GeoBox boxAround(LonLat at, Metres radius)
{
    constexpr double kMetresPerDegree = 111000.0;
    const double north = 1.01 * radius.value / kMetresPerDegree;
    const double east = std::min(180.0, north / std::max(1e-6, std::cos(radians(Degrees{at.lat}))));
    return {.west = at.lon - east, .south = at.lat - north, .east = at.lon + east, .north = at.lat + north};
}

} // namespace

void RecordContext::note(const Error& error) const
{
    if (!m_failure) {
        m_failure = error;
    }
}

template <typename T>
std::optional<T> RecordContext::settled(Result<std::optional<T>> result) const
{
    if (!result) {
        note(result.error());
        return std::nullopt;
    }
    return std::move(*result);
}

const Site* RecordContext::site(std::string_view bodyIstat, std::string_view code) const
{
    const auto* own = std::get_if<Site>(&m_record);
    if (own != nullptr && own->bodyIstat == bodyIstat && own->code == code) {
        return own;
    }
    auto [found, isNew] = m_sites.try_emplace(Name(bodyIstat, code));
    if (isNew) {
        found->second = settled(m_reader.siteWithCode(bodyIstat, code));
    }
    return found->second ? &*found->second : nullptr;
}

const System* RecordContext::system(std::string_view bodyIstat, std::string_view code) const
{
    const auto* own = std::get_if<System>(&m_record);
    if (own != nullptr && own->bodyIstat == bodyIstat && own->code == code) {
        return own;
    }
    auto [found, isNew] = m_systems.try_emplace(Name(bodyIstat, code));
    if (isNew) {
        found->second = settled(m_reader.systemWithCode(bodyIstat, code));
    }
    return found->second ? &*found->second : nullptr;
}

int RecordContext::camerasWithCode(std::string_view bodyIstat, std::string_view code) const
{
    const auto* own = std::get_if<Camera>(&m_record);
    const bool isOwn = own != nullptr && own->bodyIstat == bodyIstat && own->code == code;
    const auto filter = Filter::parse(isExactly("code", code) + " and " + isExactly("body_istat", bodyIstat));
    if (!filter) {
        note(filter.error());
        return isOwn ? 1 : 0;
    }
    const auto ids = m_reader.ids({.filter = *filter});
    if (!ids) {
        note(ids.error());
        return isOwn ? 1 : 0;
    }
    const auto others =
        std::count_if(ids->begin(), ids->end(), [&](CameraId id) { return id.uuid != uuidOf(m_record); });
    return static_cast<int>(others) + (isOwn ? 1 : 0);
}

std::vector<RuleContext::Neighbour> RecordContext::camerasWithin(LonLat at, Metres radius) const
{
    std::vector<Neighbour> neighbours;
    const auto take = [&](const Camera& camera) {
        const auto distance = planeDistance(at, camera.position);
        if (distance <= radius && camera.id.uuid != uuidOf(m_record)) {
            neighbours.push_back(
                {.id = camera.id, .code = camera.code, .distance = distance, .direction = camera.direction});
        }
        return true;
    };
    if (auto read = m_reader.forEachCamera({.box = boxAround(at, radius)}, take, Progress()); !read) {
        note(read.error());
    }
    std::sort(neighbours.begin(), neighbours.end(), [](const Neighbour& a, const Neighbour& b) {
        return std::pair(a.distance, a.id) < std::pair(b.distance, b.id);
    });
    return neighbours;
}

std::optional<bool> RecordContext::insideMunicipality(LonLat at, std::string_view istatCode) const
{
    return m_sources.insideMunicipality ? m_sources.insideMunicipality(at, istatCode) : std::nullopt;
}

std::optional<RuleContext::GroundSpan> RecordContext::groundSpan(const Camera& camera) const
{
    return m_sources.groundSpan ? m_sources.groundSpan(camera) : std::nullopt;
}

} // namespace observo::census
