// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "intake/TextTable.h"

#include "observo/exchange/Import.h"
#include "observo/exchange/Receipt.h"

#include <QString>
#include <QStringList>

#include <string>
#include <utility>
#include <vector>

namespace observo::app {

// The words of an import before it happens: what columns become, what rows say, where the points lie.

/// Headings and rows for a TextTable.
struct TableText {
    QStringList headings;
    std::vector<TextTable::Row> rows;
};

/// "Mounting height", "Longitude", "stays as it is": what a column is taken for, by the name of a mapping file.
[[nodiscard]] QString targetText(const std::string& target);
[[nodiscard]] TableText columnsText(const exchange::ImportPreview& preview);
[[nodiscard]] TableText rowsText(const exchange::ImportPreview& preview, int epsg);
/// What is to be said about rows, the same thing once.
[[nodiscard]] TableText problemsText(const std::vector<exchange::ProblemGroup>& groups);
/// The name of a field of the census, or the word itself.
[[nodiscard]] QString fieldText(const std::string& field);

/// "shapefile, 240 rows, texts in UTF-8 (from .cpg)".
[[nodiscard]] QString aboutText(const exchange::ImportPlan& plan, bool isWhole);
/// How the coordinates come into the census, or what is missing for it.
[[nodiscard]] QString placeText(const exchange::ImportPlan& plan);
/// Where the points lie and how far from the cameras that are there already.
[[nodiscard]] QString whereText(const std::vector<LonLat>& places, const GeoBox& cameras);
[[nodiscard]] QString candidateText(const exchange::CrsCandidate& candidate);

} // namespace observo::app
