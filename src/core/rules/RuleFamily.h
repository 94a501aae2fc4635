// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Rules.h"

// The rules of this folder; `Rules.cpp` lists them. Thresholds and names are those of the data dictionary.
namespace observo::rule {

extern const Rule kUrbanRetention; ///< V-RET-7D
extern const Rule kLongRetention;  ///< V-RET-72H
extern const Rule kFacialRecognition;
extern const Rule kSign;
extern const Rule kDpia;
extern const Rule kPlateLanes;
extern const Rule kZtlDecree;
extern const Rule kDeclaration;
extern const Rule kVerification;
extern const Rule kOutside;
extern const Rule kOutsideItaly;
extern const Rule kDirection;
extern const Rule kGroundView; ///< V-VIEW
extern const Rule kDates;
extern const Rule kDuplicateCode;
extern const Rule kDuplicatePlace;
extern const Rule kWaste;
extern const Rule kSite;         ///< V-SITE
extern const Rule kCameraSystem; ///< V-SYSTEM of cameras
extern const Rule kSiteSystem;   ///< V-SYSTEM of sites

// Made from the field table; written for cameras, listed for every kind of record.
extern const Rule kRequired;
extern const Rule kRange;
extern const Rule kCode;
extern const Rule kFormat;

} // namespace observo::rule
