// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sealing/RecoveryCode.h"
#include "sealing/Sodium.h"

#include "observo/exchange/Identity.h"

namespace observo::exchange {

constexpr std::size_t kSigningSecretBytes = 64;
constexpr std::size_t kSealingSecretBytes = 32;

/// The secret of an identity and the keys that follow from it.
struct Identity::Body {
    Secret<kSeedBytes> seed;
    Secret<kSigningSecretBytes> signing;
    Secret<kSealingSecretBytes> sealing;
    PublicKey open;

    /// Makes the keys of the seed.
    void derive();
};

/// How the rest of this room reaches the secrets of an identity.
struct IdentityInsides {
    [[nodiscard]] static const Identity::Body& of(const Identity& identity) { return *identity.m_body; }
};

} // namespace observo::exchange
