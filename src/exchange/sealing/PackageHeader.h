// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sealing/Sodium.h"

#include "observo/exchange/Identity.h"

#include <array>
#include <istream>
#include <optional>
#include <string>
#include <vector>

namespace observo::exchange {

constexpr std::size_t kStreamHeaderBytes = 24;

/// The clear beginning of a package: the key of its content, wrapped for each recipient and for a passphrase, without
/// saying for whom. Every sealed block proves these very bytes along, so that none can be added, taken or changed.
struct PackageHeader {
    std::vector<std::string> wrapped; ///< the key sealed for one public key each
    struct ByPassphrase {
        PassphraseCost cost;
        std::array<unsigned char, kSaltBytes> salt{};
        std::string sealed;
    };
    std::optional<ByPassphrase> passphrase;
    std::array<unsigned char, kStreamHeaderBytes> stream{};

    [[nodiscard]] Done wrapFor(const PublicKey& recipient, const Secret<kKeyBytes>& key);
    [[nodiscard]] Done wrapBy(std::string_view words, const Secret<kKeyBytes>& key);
    /// The key of the content; the error says that it is not for this key, or that the passphrase is wrong.
    [[nodiscard]] Done unwrap(const Identity& recipient, Secret<kKeyBytes>& key) const;
    [[nodiscard]] Done unwrap(std::string_view words, Secret<kKeyBytes>& key) const;

    /// The bytes as they stand at the start of the file.
    [[nodiscard]] std::string bytes() const;
    /// Reads them; `raw` becomes exactly what stood there.
    [[nodiscard]] static Result<PackageHeader> read(std::istream& in, std::string& raw);
};

/// What is proved along with every block and signed with the manifest: BLAKE2b-512 of the header's bytes.
[[nodiscard]] std::string markOf(std::string_view header);

} // namespace observo::exchange
