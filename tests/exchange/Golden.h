// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/exchange/CensusToExport.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace observo::exchange {

/// A small census with fixed identities: two cameras on one site, with accents, quotes, line ends, a formula, markup
/// and a note longer than a DBF column.
[[nodiscard]] std::unique_ptr<test::CensusToExport> aGoldenCensus();
/// The request for its golden files: full edition, only the sites and systems named.
[[nodiscard]] ExportRequest goldenRequest(int epsg = 0);

/// The bytes with every instant ("2026-11-22T10:42:07.123Z") set to one, since the census writes the time of the edit.
[[nodiscard]] std::string withoutTimes(std::string bytes);

/// Compares with tests/data/exchange/NAME; a failure tells the first difference. With OBSERVO_WRITE_GOLDEN set the
/// golden file is written instead, for a person to look at before it is committed.
[[nodiscard]] testing::AssertionResult isGolden(const std::string& bytes, std::string_view name);

} // namespace observo::exchange
