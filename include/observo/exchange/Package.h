// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/census/Session.h"
#include "observo/core/CheckedFile.h"
#include "observo/core/Ids.h"
#include "observo/core/Progress.h"
#include "observo/core/Result.h"
#include "observo/exchange/Identity.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace observo::exchange {

/// What a package says of itself, signed by its sender and read only by its recipients.
struct Manifest {
    CensusId census;
    std::string issuingBody;
    PublicKey sender;
    std::vector<PublicKey> recipients;
    bool hasPassphrase = false;
    std::string purpose;
    std::string packedAt;      ///< UTC
    std::int64_t counter = 0;  ///< grows with each package of a sender, so that an older one is noticed
    std::string auditHead;     ///< of the census's log, hexadecimal; empty when nothing was ever changed
    std::uint64_t bytes = 0;   ///< of the census
    std::string censusBlake2b; ///< BLAKE2b-512 of the census, hexadecimal
};

struct PackRequest {
    std::filesystem::path output;
    const Identity* sender = nullptr;
    std::vector<PublicKey> recipients{};     ///< who may open it with a key
    std::optional<std::string> passphrase{}; ///< who knows it may open it as well
    std::string purpose{};
    std::filesystem::path counters{}; ///< where the last counter is kept, a file of the user
    Overwrite overwrite = Overwrite::Refuse;
};

struct PackReport {
    std::filesystem::path written;
    Manifest manifest;
    std::string sha256;
};

/// A consistent copy of the census, signed, then encrypted: for the recipients' keys, a passphrase, or both. Written
/// whole or not at all, and opened once more before anybody says "packed".
[[nodiscard]] Result<PackReport> packCensus(census::Session& session, const PackRequest& request,
                                            const Progress& progress);

struct UnpackRequest {
    std::filesystem::path package;
    std::filesystem::path output;
    const Identity* recipient = nullptr; ///< one of the two is needed
    std::optional<std::string> passphrase{};
    std::vector<PublicKey> senders{}; ///< whose packages are believed; empty: none, unless `anySender`
    bool anySender = false;           ///< believe whoever signed it
    bool acceptOlder = false;         ///< take a package again, or one older than the last
    std::filesystem::path counters{}; ///< where the last counter of each sender is kept
    Overwrite overwrite = Overwrite::Refuse;
};

/// Opens a package. Every byte is proved before the census gets its name; a package that was changed, cut, made for
/// others, signed by somebody else or taken before is refused, and nothing is left behind.
[[nodiscard]] Result<Manifest> unpackCensus(const UnpackRequest& request, const Progress& progress);

} // namespace observo::exchange
