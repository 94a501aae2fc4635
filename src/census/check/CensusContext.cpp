// SPDX-License-Identifier: GPL-3.0-or-later
#include "check/CensusContext.h"

#include <cmath>

namespace observo::census {

namespace {

using NameView = std::pair<std::string_view, std::string_view>;

} // namespace

Result<CensusContext> CensusContext::load(Reader& reader, const CheckSources& sources, const Progress& progress)
{
    CensusContext context(sources);
    if (auto loaded = context.loadPlant(reader, progress.part(0.0, 0.1)); !loaded) {
        return fail(loaded.error());
    }
    if (auto counted = context.countCodes(reader, progress.part(0.1, 0.6)); !counted) {
        return fail(counted.error());
    }
    auto inventory = reader.inventory(progress.part(0.6, 1.0));
    if (!inventory) {
        return fail(inventory.error());
    }
    context.m_inventory = std::move(*inventory);
    context.loadPlaces();
    return context;
}

Done CensusContext::loadPlant(Reader& reader, const Progress& progress)
{
    const auto systems = reader.forEachSystem(
        [this](const System& system) {
            m_systems.insert_or_assign({system.bodyIstat, system.code}, system);
            return true;
        },
        progress.part(0.0, 0.5));
    if (!systems) {
        return systems;
    }
    return reader.forEachSite(
        [this](const Site& site) {
            m_sites.insert_or_assign({site.bodyIstat, site.code}, site);
            return true;
        },
        progress.part(0.5, 1.0));
}

Done CensusContext::countCodes(Reader& reader, const Progress& progress)
{
    return reader.forEachCamera(
        {},
        [this](const Camera& camera) {
            const auto found = m_codes.find(NameView(camera.bodyIstat, camera.code));
            if (found == m_codes.end()) {
                m_codes.emplace(Name(camera.bodyIstat, camera.code), 1);
            } else {
                ++found->second;
            }
            return true;
        },
        progress);
}

void CensusContext::loadPlaces()
{
    m_cameras.reserve(m_inventory.size());
    m_inventory.forEach([this](const CameraRow& row) {
        m_cameras.push_back(row.id);
        m_grid.add(row.position);
        return true;
    });
    m_grid.sort();
}

const Site* CensusContext::site(std::string_view bodyIstat, std::string_view code) const
{
    const auto found = m_sites.find(NameView(bodyIstat, code));
    return found == m_sites.end() ? nullptr : &found->second;
}

const System* CensusContext::system(std::string_view bodyIstat, std::string_view code) const
{
    const auto found = m_systems.find(NameView(bodyIstat, code));
    return found == m_systems.end() ? nullptr : &found->second;
}

int CensusContext::camerasWithCode(std::string_view bodyIstat, std::string_view code) const
{
    const auto found = m_codes.find(NameView(bodyIstat, code));
    return found == m_codes.end() ? 0 : found->second;
}

std::vector<RuleContext::Neighbour> CensusContext::camerasWithin(LonLat at, Metres radius) const
{
    std::vector<Neighbour> neighbours;
    for (const auto& near : m_grid.within(at, radius)) {
        const auto row = m_inventory.find(m_cameras[near.number]);
        if (!row) {
            continue;
        }
        const bool known = !std::isnan(row->direction);
        neighbours.push_back({.id = row->id,
                              .code = std::string(row->code),
                              .distance = near.distance,
                              .direction = known ? std::optional(Degrees{row->direction}) : std::nullopt});
    }
    return neighbours;
}

std::optional<bool> CensusContext::insideMunicipality(LonLat at, std::string_view istatCode) const
{
    return m_sources->insideMunicipality ? m_sources->insideMunicipality(at, istatCode) : std::nullopt;
}

std::optional<RuleContext::GroundSpan> CensusContext::groundSpan(const Camera& camera) const
{
    return m_sources->groundSpan ? m_sources->groundSpan(camera) : std::nullopt;
}

} // namespace observo::census
