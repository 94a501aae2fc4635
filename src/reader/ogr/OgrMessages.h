// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Result.h"
#include "observo/feed/FileInfo.h"

#include <cpl_error.h>

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace observo::reader {

/// Hears what GDAL says while it lives: every warning and failure goes into the report, each text once. The end of
/// memory ends the process.
class OgrMessages {
public:
    OgrMessages();
    ~OgrMessages();
    OgrMessages(const OgrMessages&) = delete;
    OgrMessages& operator=(const OgrMessages&) = delete;

    void take(CPLErr severity, CPLErrorNum number, const char* text);
    /// Takes what has come since it was asked last.
    [[nodiscard]] std::vector<feed::Problem> takeProblems();
    /// The first failure.
    [[nodiscard]] const std::optional<std::string>& failure() const { return m_failure; }
    /// What failed on the way to an open file is told, but does not end its reading.
    void forgive() { m_failure.reset(); }
    [[nodiscard]] bool hasProblems() const { return !m_problems.empty(); }

private:
    std::vector<feed::Problem> m_problems;
    std::set<std::string> m_told;
    std::optional<std::string> m_failure;
};

} // namespace observo::reader
