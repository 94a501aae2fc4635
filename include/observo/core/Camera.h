// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Ids.h"
#include "observo/core/Quantities.h"

#include <cstdint>
#include <optional>
#include <string>

namespace observo {

/// Who wrote a record and when; filled by the census, never typed. Times are UTC, ISO 8601 ("2026-11-22T10:42:07Z").
struct Bookkeeping {
    std::int64_t rowVersion = 0; ///< 0 until first stored, then 1, 2, ...
    std::string createdAt;
    std::string createdBy;
    std::string updatedAt;
    std::string updatedBy;

    friend bool operator==(const Bookkeeping&, const Bookkeeping&) = default;
};

/// One camera of the census: a point with everything known about it (data dictionary, section Camera).
/// Empty text and empty optionals mean "not known". Codes and dates are kept as written, so that a value
/// from another program survives even when the dictionary does not know it. Multi-valued codes are joined by ';'.
struct Camera {
    // identity
    CameraId id;
    std::string code;
    std::string name;
    std::string bodyIstat;
    std::string status = "unknown";
    std::string statusSince;
    std::optional<std::int64_t> reliability;
    std::string type = "unknown";
    std::string function = "unknown";

    // where
    LonLat position;
    std::string siteCode;
    std::string positionMethod;
    std::string anncsuMethod;
    std::optional<Metres> positionAccuracy;
    std::string mobility = "permanent";
    std::string validFrom;
    std::string validTo;

    // how it looks
    std::string mountType;
    std::optional<Metres> mountHeight;
    std::optional<Degrees> direction; ///< azimuth of the optical axis, clockwise from true north
    std::optional<Degrees> panMin;    ///< first azimuth of the pan range, clockwise to panMax
    std::optional<Degrees> panMax;
    std::optional<Degrees> tilt; ///< positive downward
    std::optional<Degrees> roll;
    std::optional<Degrees> hfov; ///< wins over focal length and sensor width
    std::optional<Degrees> vfov;
    std::optional<Millimetres> focal;
    std::optional<Millimetres> focalMax;
    std::string sensorFormat;
    std::optional<Millimetres> sensorWidth;
    std::optional<Millimetres> sensorHeight;
    std::optional<std::int64_t> resolutionH;
    std::optional<std::int64_t> resolutionV;
    std::optional<Metres> range;
    std::optional<Metres> irRange;
    std::optional<bool> dayNight;
    std::optional<bool> wdr;
    std::string brand;
    std::string model;
    std::string serialNo;
    std::string firmware;

    // what it is for
    std::string purpose;
    std::string monitoredZone;
    std::string designLevel;
    std::string ocrClass;
    std::string approvalDecree;
    std::string approvalDate;
    std::optional<std::int64_t> laneCount;
    std::optional<Metres> laneWidth;
    std::optional<CameraId> contextCamera;
    std::string wasteReason;

    // privacy
    std::string recording;
    std::optional<bool> audioRecorded;
    std::string analytics;
    std::string privacyMask;
    std::optional<std::int64_t> retentionHours;
    std::string retentionReason;
    std::string declaredOn;
    std::optional<bool> federated;
    std::string visibility = "institutional";

    // plant
    std::string systemCode;
    std::string operatorName;
    std::string signalTechnology = "unknown";
    std::string onvifProfile;
    std::string connectivity;
    std::string powerSupply;

    // history
    std::string installedOn;
    std::string commissionedOn;
    std::string decommissionedOn;
    std::string lastVerifiedOn;
    std::string verifiedBy;
    std::string nextCheckOn;
    std::string photo;       ///< names and hashes of side-car files, JSON array
    std::string attachments; ///< the same for documents
    std::string notes;
    std::string extra; ///< attributes of an import that no field takes, JSON object; given back on export

    Bookkeeping book;

    friend bool operator==(const Camera&, const Camera&) = default;
};

} // namespace observo
