// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/exchange/Export.h"

#include <QString>

#include <vector>

namespace observo::app {

// The words of the export: what its choices are called, what a file will not hold, what was written.

[[nodiscard]] QString formatLabel(const exchange::FormatInfo& format);
[[nodiscard]] QString editionLabel(exchange::Edition edition);
[[nodiscard]] QString editionHint(exchange::Edition edition);
[[nodiscard]] QString lossText(const exchange::LossReport& report);
[[nodiscard]] QString lossText(const std::vector<exchange::Loss>& losses);
/// "312 cameras exported to town.shp and read back. 2 things not as in the census."
[[nodiscard]] QString resultText(const exchange::ExportReport& report, const QString& file);
/// The file's name with another format's ending.
[[nodiscard]] QString withEnding(const QString& file, const QString& ending);

} // namespace observo::app
