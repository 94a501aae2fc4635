// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "check/PositionGrid.h"

#include "observo/census/Check.h"

#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace observo::census {

/// What the rules ask of a whole census, loaded once: every site and system, how often each code is used, and where
/// the cameras stand. Holds about 100 bytes a camera.
class CensusContext final : public RuleContext {
public:
    /// `sources` must outlive the context.
    [[nodiscard]] static Result<CensusContext> load(Reader& reader, const CheckSources& sources,
                                                    const Progress& progress);

    [[nodiscard]] std::string today() const override { return m_sources->today; }
    [[nodiscard]] const Site* site(std::string_view bodyIstat, std::string_view code) const override;
    [[nodiscard]] const System* system(std::string_view bodyIstat, std::string_view code) const override;
    [[nodiscard]] int camerasWithCode(std::string_view bodyIstat, std::string_view code) const override;
    [[nodiscard]] std::vector<Neighbour> camerasWithin(LonLat at, Metres radius) const override;
    [[nodiscard]] std::optional<bool> insideMunicipality(LonLat at, std::string_view istatCode) const override;
    [[nodiscard]] std::optional<GroundSpan> groundSpan(const Camera& camera) const override;

    [[nodiscard]] const Inventory& inventory() const { return m_inventory; }

private:
    /// Body and code: together they name a record for people.
    using Name = std::pair<std::string, std::string>;
    /// Lets a map be asked with views, without making strings.
    struct NameLess {
        using is_transparent = void;
        template <typename A, typename B>
        bool operator()(const A& a, const B& b) const
        {
            const int body = std::string_view(a.first).compare(b.first);
            return body != 0 ? body < 0 : std::string_view(a.second) < std::string_view(b.second);
        }
    };
    template <typename Value>
    using ByName = std::map<Name, Value, NameLess>;

    explicit CensusContext(const CheckSources& sources) : m_sources(&sources) {}
    [[nodiscard]] Done loadPlant(Reader& reader, const Progress& progress);
    [[nodiscard]] Done countCodes(Reader& reader, const Progress& progress);
    void loadPlaces();

    const CheckSources* m_sources;
    ByName<Site> m_sites;
    ByName<System> m_systems;
    ByName<int> m_codes;
    Inventory m_inventory;
    std::vector<CameraId> m_cameras; ///< by their number in the grid
    PositionGrid m_grid;
};

} // namespace observo::census
