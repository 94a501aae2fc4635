// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/census/Reader.h"
#include "observo/core/Progress.h"
#include "observo/core/Rules.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace observo::census {

/// What the rules need from rooms above the census; unset means not known.
struct CheckSources {
    std::string today; ///< ISO 8601
    std::function<std::optional<bool>(LonLat, std::string_view istatCode)> insideMunicipality{};
    std::function<std::optional<RuleContext::GroundSpan>(const Camera&)> groundSpan{};
};

struct CheckReport {
    int errors = 0;
    int warnings = 0;
    int notices = 0;
    std::vector<Finding> findings;
};

/// All rules over all records, and the file's own integrity (SQLite's check, row hashes, dangling references), which
/// appears as findings named "F-...". `only` narrows to the rules named; an unknown name is UnknownField.
[[nodiscard]] Result<CheckReport> checkCensus(Reader& reader, const CheckSources& sources,
                                              const std::vector<std::string>& only, const Progress& progress);

/// The rules of one record against the census, for the form.
[[nodiscard]] Result<std::vector<Finding>> checkOne(Reader& reader, const Record& record, const CheckSources& sources);

} // namespace observo::census
