// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/census/Session.h"
#include "observo/core/Ids.h"
#include "observo/core/Result.h"

#include <filesystem>
#include <string>
#include <vector>

namespace observo::census {

/// One consultation as the user's own log keeps it until the census takes it over.
struct AccessEntry {
    std::string at; ///< UTC
    Actor actor;
    Consultation consultation;
};

/// The consultations of a census that cannot or need not be written now: a file of the user, one JSON object a line,
/// each with the hash of the one before. The first edit of the census takes them over.
class AccessLog {
public:
    explicit AccessLog(CensusId census);

    [[nodiscard]] Done append(const AccessEntry& entry) const;
    /// All entries, and whether their chain is whole.
    struct Content {
        std::vector<AccessEntry> entries;
        bool intact = true;
    };
    /// Sets the entries aside and reads them; what is appended from now on is not among them.
    [[nodiscard]] Result<Content> takeOver() const;
    /// All that no edit has taken along yet, oldest first; nothing is set aside.
    [[nodiscard]] Result<Content> waiting() const;
    /// To be called when what was set aside is on disk in the census.
    void forgetTaken() const;
    [[nodiscard]] const std::filesystem::path& file() const { return m_file; }

private:
    [[nodiscard]] std::filesystem::path takenFile() const;
    std::filesystem::path m_file;
};

/// What the change log keeps of a consultation beside reason and recipient.
[[nodiscard]] std::string contentOf(const Consultation& consultation);

} // namespace observo::census
