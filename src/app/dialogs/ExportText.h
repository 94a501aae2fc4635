// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/exchange/Export.h"

#include <QString>

namespace observo::app {

// The words of the export: what its choices are called, what a file will not hold, what was written.

[[nodiscard]] QString formatLabel(const exchange::FormatInfo& format);
[[nodiscard]] QString editionLabel(exchange::Edition edition);
[[nodiscard]] QString editionHint(exchange::Edition edition);
[[nodiscard]] QString lossText(const exchange::LossReport& report);
/// "312 cameras exported and read back. 2 fields shortened: see the report."
[[nodiscard]] QString resultText(const exchange::ExportReport& report);
/// The file's name with another format's ending.
[[nodiscard]] QString withEnding(const QString& file, const QString& ending);

} // namespace observo::app
