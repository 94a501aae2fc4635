// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "intake/Mapping.h"
#include "intake/Places.h"
#include "intake/Source.h"

#include "observo/core/Progress.h"
#include "observo/core/Result.h"
#include "observo/exchange/Import.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace observo::exchange {

/// Points taken evenly from however many there are, a thousand at most.
class PointSample {
public:
    void take(MapPoint point);
    [[nodiscard]] const std::vector<MapPoint>& points() const { return m_points; }

private:
    std::vector<MapPoint> m_points;
    std::size_t m_stride = 1;
    std::size_t m_seen = 0;
};

/// What one reading of a whole table finds: the meaning of its columns, how days are written, where its points are.
struct Survey {
    std::vector<MappedColumn> columns{};
    Places places;
    std::int64_t rows = 0;
    std::vector<MapPoint> sample{};
    std::vector<SourceRow> first{}; ///< rows for a preview
    bool holdsSymbols = false;      ///< a drawing with points, so that its texts and lines say something about them
    bool holdsSurveillance = false; ///< a column man_made names surveillance, so that other values are other things
};

/// Whether a row of a drawing is a point and no text or line.
[[nodiscard]] bool isSymbol(const SourceTable& table, const SourceRow& row);

/// Reads the table once, keeping some rows at most. `wantsMetres`: see Places.
[[nodiscard]] Result<Survey> survey(Source& source, const MappingProfile& profile, bool wantsMetres,
                                    const Progress& progress);

} // namespace observo::exchange
