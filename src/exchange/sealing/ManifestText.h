// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/exchange/Package.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace observo::exchange {

constexpr std::size_t kSignatureBytes = 64;

/// The manifest as it is signed: JSON.
[[nodiscard]] std::string manifestText(const Manifest& manifest);
/// Reads one whose signature was proved; what is missing or of another version is an error.
[[nodiscard]] Result<Manifest> manifestFrom(std::string_view text);
/// The sender that an unproved manifest names, for proving its signature.
[[nodiscard]] Result<PublicKey> senderIn(std::string_view text);

/// Ed25519 over what it is for, the mark of the clear header and the manifest: nobody can put the manifest into another
/// package, nor send it on to others in the sender's name.
[[nodiscard]] std::string signatureOf(std::string_view manifest, std::string_view mark, const Identity& sender);
[[nodiscard]] bool isSignedBy(const PublicKey& sender, std::string_view manifest, std::string_view mark,
                              std::string_view signature);

} // namespace observo::exchange
