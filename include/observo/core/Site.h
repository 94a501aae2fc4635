// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Camera.h"

#include <cstdint>
#include <optional>
#include <string>

namespace observo {

/// A pole, facade or room with one or more cameras. It has no point of its own: it is where its cameras are.
struct Site {
    SiteId id;
    std::string code;
    std::string name;
    std::string bodyIstat;
    std::string systemCode;
    std::string istatCode;
    std::string locality;
    std::string streetType;
    std::string streetName;
    std::optional<std::int64_t> houseNumber;
    std::string houseSuffix;
    std::string houseSpecificity;
    std::optional<std::int64_t> metricNumber;
    std::string anncsuStreetId;
    std::string anncsuAccessId;
    std::string notes;
    std::string environment = "unknown";
    std::string kind;
    std::string floorPlanId;
    std::string floor;
    std::optional<Pixels> planX;
    std::optional<Pixels> planY;
    std::string signPresent = "unknown";
    std::optional<bool> signUpdatedGdpr;
    std::optional<std::int64_t> signCount;
    std::string signCheckedOn;
    std::string extra;

    Bookkeeping book;

    friend bool operator==(const Site&, const Site&) = default;
};

/// A video surveillance system (impianto): many cameras under one controller, with its legal basis and contacts.
struct System {
    SystemId id;
    std::string code;
    std::string name;
    std::string bodyIstat;
    std::string ownershipType = "unknown";
    std::string dataController;
    std::string jointController;
    std::string systemManager;
    std::string dataProcessor;
    std::string designatedOfficer;
    std::string dpoContact;
    std::string emergencyContact;
    std::string maintenanceContractor;
    std::string maintenanceUntil;
    std::string controlRoom;
    std::string linkedPolice;
    std::string vmsName;
    std::string vmsVersion;
    std::string recorderType;
    std::string legalRegime;
    std::string legalBasis;
    std::string regulationRef;
    std::string dpiaStatus;
    std::string dpiaDate;
    std::string dpiaRef;
    std::string securityPactDate;
    std::string cpospApprovalDate;
    std::string fundingSource;
    std::optional<std::int64_t> fundingYear;
    std::string cupCode;
    std::string programme;
    std::string extra;

    Bookkeeping book;

    friend bool operator==(const System&, const System&) = default;
};

} // namespace observo
