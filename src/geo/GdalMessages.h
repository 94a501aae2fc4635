// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace observo::geo {

/// Collects what GDAL says in this thread while it lives. GDAL's return codes alone hide failed reads and writes
/// (measured), so every use of a file stands under one of these.
class GdalMessages {
public:
    GdalMessages();
    ~GdalMessages();
    GdalMessages(const GdalMessages&) = delete;
    GdalMessages& operator=(const GdalMessages&) = delete;

    /// Each text once, the first hundred.
    [[nodiscard]] const std::vector<std::string>& warnings() const { return m_warnings; }
    /// The first failure; nothing when all went well.
    [[nodiscard]] const std::optional<std::string>& failure() const { return m_failure; }
    void warn(const std::string& text);
    /// Before another way is tried.
    void forget();

    enum class Severity { Debug, Warning, Failure };
    /// What GDAL's error handler brings.
    void take(Severity severity, const char* text);

private:
    std::vector<std::string> m_warnings;
    std::optional<std::string> m_failure;
};

} // namespace observo::geo
