// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sealing/Sodium.h"

#include <string>
#include <string_view>

namespace observo::exchange {

/// Bytes of the secret that an identity is made of.
constexpr std::size_t kSeedBytes = 32;

/// The secret as a person can copy it from paper: base 32 without the letters I, L, O and U (Crockford), four check
/// signs at the end, in groups of four.
[[nodiscard]] std::string recoveryCodeOf(const Secret<kSeedBytes>& seed);
/// The secret again; blanks, hyphens and small letters do not matter, I and L are 1, O is 0. The error says that a sign
/// is wrong, never which.
[[nodiscard]] Done seedFromCode(std::string_view code, Secret<kSeedBytes>& seed);

} // namespace observo::exchange
