// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geopackage/Database.h"

#include "observo/core/Result.h"
#include "observo/feed/FileInfo.h"

#include <string>
#include <vector>

namespace observo::reader {

/// A table of a GeoPackage that is offered as a layer.
struct GeoPackageTable {
    feed::Layer layer;
    std::string geometry;             ///< column of the geometry; empty without one
    std::string id;                   ///< column of the whole-numbered key; empty: the row's own number
    std::vector<std::string> columns; ///< as the file spells them, one for each column of the layer
};

/// What a GeoPackage holds.
struct GeoPackageContents {
    std::vector<GeoPackageTable> tables;
    std::vector<feed::Problem> problems;
    bool hasTiles = false;
};

/// Looks at the schema before anything else is asked: tables only; views are named and left alone; a virtual table
/// that is no R-tree refuses the file.
[[nodiscard]] Result<GeoPackageContents> listContents(const Database& database);

} // namespace observo::reader
