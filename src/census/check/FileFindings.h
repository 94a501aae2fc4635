// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/census/Check.h"

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace observo::census {

/// A check of the file itself, beside the rules of its records.
struct FileRule {
    std::string_view name;
    Label title;
    Severity severity = Severity::Error;
};

/// F-INTEGRITY, F-RTREE, F-ROWHASH, F-LOG, F-ORPHAN.
[[nodiscard]] std::span<const FileRule> fileRules();
[[nodiscard]] const FileRule* findFileRule(std::string_view name);

/// Whether a rule is wanted, by its name.
using Wanted = std::function<bool(std::string_view rule)>;

/// What is wrong with the file as a whole: SQLite's own check, the spatial index, the chain of the log and the hash
/// of each row. Findings that name no record are about the census itself, `census`.
[[nodiscard]] Result<std::vector<Finding>> fileFindings(Reader& reader, const Census& census, const Wanted& wanted,
                                                        const Progress& progress);

/// A camera whose context camera is not there; sites and systems are the business of the rules V-SITE and V-SYSTEM.
[[nodiscard]] std::vector<Finding> orphanFindings(const Record& record, const std::function<bool(CameraId)>& isAlive);

/// The same sentence in both languages.
struct Message {
    std::string it;
    std::string en;
};

/// A finding of a file rule about a record.
[[nodiscard]] Finding findingOf(const FileRule& rule, const Record& record, const Message& message);

} // namespace observo::census
