// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Fields.h"
#include "observo/core/Quantities.h"
#include "observo/core/Translatable.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace observo::exchange {

/// A column of a file and what it was taken for.
struct PreviewColumn {
    std::string name{};
    std::string target{}; ///< "camera_type", "lon", "coordinates"; empty: kept with the camera as it is
    std::string unit{};   ///< of numbers without one
    bool isGiven = false; ///< by the profile, not by the dictionary
};

/// A value of a file and what it becomes.
struct PreviewCell {
    std::string text{}; ///< as it stands in the file
    std::vector<std::pair<const FieldInfo*, FieldValue>> values{};
    std::string remarkIt{}; ///< what is to be said about it; empty: nothing
    std::string remarkEn{};

    [[nodiscard]] const std::string& remark(Language language) const
    {
        return language == Language::Italian ? remarkIt : remarkEn;
    }
};

/// A row of a file as an import reads it.
struct PreviewRow {
    std::int64_t number = 0;
    std::vector<PreviewCell> cells{}; ///< one for each column
    std::optional<LonLat> place{};    ///< nothing while the reference system is not known, or when it has none
    std::string remarkIt{};           ///< about its place
    std::string remarkEn{};

    [[nodiscard]] const std::string& remark(Language language) const
    {
        return language == Language::Italian ? remarkIt : remarkEn;
    }
};

/// What a person looks at before an import.
struct ImportPreview {
    std::vector<PreviewColumn> columns{};
    std::vector<PreviewRow> rows{}; ///< the first ones
    std::vector<LonLat> places{};   ///< some of the points, spread over the file; empty without a reference system
};

} // namespace observo::exchange
