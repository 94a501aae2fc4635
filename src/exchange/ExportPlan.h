// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Columns.h"

#include "observo/census/Reader.h"
#include "observo/core/Progress.h"
#include "observo/exchange/Export.h"
#include "observo/geo/Crs.h"

#include <cstdint>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace observo::exchange {

struct Format;

/// Sites or systems by body and code: those that something going out names, and those that only something withheld
/// names.
struct Named {
    using Key = std::pair<std::string, std::string>;
    std::set<Key> leaving;
    std::set<Key> withheld;
};

/// Everything known before the first byte is written.
struct ExportPlan {
    const Format* format = nullptr;
    ExportRequest request;
    Census census;
    geo::Crs crs;
    TablePlan cameras{.kind = RecordKind::Camera};
    TablePlan sites{.kind = RecordKind::Site};
    TablePlan systems{.kind = RecordKind::System};
    std::vector<MapPoint> points{}; ///< of the cameras that go out, in the output's system
    GeoBox area{};                  ///< around them, in degrees
    std::set<CameraId> hidden{};    ///< cameras above the edition, which may not even be named
    Named siteNames{};
    Named systemNames{};
    std::int64_t camerasWithoutPlace = 0;
    std::int64_t finerPlaces = 0;    ///< positions with more decimals than the format has
    std::int64_t hiddenContexts = 0; ///< references to hidden cameras
    LossReport losses{};

    [[nodiscard]] const TablePlan& table(RecordKind kind) const;

    // Whether a record goes out. Without a filter the sites and systems that no camera names go too, with one only
    // those of its cameras; never one that is known only through cameras withheld.
    [[nodiscard]] bool takes(const Camera& camera) const;
    [[nodiscard]] bool takes(const Site& site) const;
    [[nodiscard]] bool takes(const System& system) const;
};

/// Reads everything once: counts, measures, moves the positions into the output's system, collects the sites and
/// systems, and says what will be lost.
[[nodiscard]] Result<ExportPlan> planExport(census::Reader& reader, const ExportRequest& request,
                                            const Progress& progress);

/// The print of a table after one more record; a second reading that gives another print has read something else.
[[nodiscard]] std::uint64_t printWith(std::uint64_t print, const Uuid& record, std::int64_t rowVersion);

} // namespace observo::exchange
