// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Ids.h"
#include "observo/core/Quantities.h"

#include <cstdint>
#include <optional>
#include <string>

namespace observo {

/// The one row that says whose census this is and in which system it works.
struct Census {
    CensusId id;
    std::string schemaVersion;
    std::string issuingBody;
    std::string ipaCode;
    std::string istatCode;
    std::string cadastralCode;
    std::string contactEmail;
    std::optional<std::int64_t> crsEpsg; ///< working system, 7791 or 7792 by the first camera; unset until then
    std::optional<Metres> positionalAccuracy;
    std::string lineage;
    std::string accessConstraints;
    std::string updatedAt;

    friend bool operator==(const Census&, const Census&) = default;
};

} // namespace observo
