// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "intake/Places.h"
#include "intake/Source.h"
#include "intake/Territory.h"

#include "observo/core/Result.h"
#include "observo/exchange/Import.h"
#include "observo/geo/Crs.h"

#include <optional>
#include <string>
#include <vector>

namespace observo::exchange {

/// What is known about the coordinates of a file.
struct SystemQuestion {
    const SourceTable* table = nullptr;
    PlaceKind kind = PlaceKind::None;
    std::string asked{}; ///< --crs or the mapping file: "EPSG:3003", "auto", or empty
    Territory territory{};
    std::vector<MapPoint> sample{}; ///< some of the points, spread over the file
};

/// The system that the coordinates are read in, or the candidates when nobody says which one it is.
struct SystemAnswer {
    std::optional<geo::Crs> crs{};
    bool swapped = false;  ///< what is called x holds the north or the latitude
    std::string how{};     ///< "declared", ".prj", "--crs", "guessed", with the reason
    std::string missing{}; ///< why nothing was chosen
    std::vector<CrsCandidate> candidates{};
    std::vector<Remark> remarks{};
};

/// Takes what was asked for, then what the file declares, then what columns named longitude and latitude mean; never
/// guesses unless told to ("auto"). What is declared but cannot hold the numbers counts as not declared. An unknown
/// name of a system is UnknownCrs.
[[nodiscard]] Result<SystemAnswer> chooseSystem(const SystemQuestion& question);

/// The systems of resources/intake/systems.csv in which the points would lie on earth, the most plausible first: the
/// share of points in the territory (or in Italy), times how usual the system is.
[[nodiscard]] std::vector<CrsCandidate> rankedCandidates(const std::vector<MapPoint>& sample,
                                                         const Territory& territory);

/// True when the numbers of most points can be degrees.
[[nodiscard]] bool areDegrees(const std::vector<MapPoint>& sample);

} // namespace observo::exchange
