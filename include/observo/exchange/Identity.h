// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/CheckedFile.h"
#include "observo/core/Result.h"

#include <array>
#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace observo::exchange {

/// The public half of an identity: with it others check who signed a package, and seal packages for its owner. It is
/// handed over as one line of text; the fingerprint is compared by another way, such as the telephone.
struct PublicKey {
    std::array<unsigned char, 32> signing{}; ///< Ed25519
    std::array<unsigned char, 32> sealing{}; ///< X25519
    std::string name;                        ///< whose it says it is

    /// "observo-public-1 BASE64 name".
    [[nodiscard]] std::string text() const;
    [[nodiscard]] static Result<PublicKey> parse(std::string_view text);
    [[nodiscard]] static Result<PublicKey> read(const std::filesystem::path& file);
    /// Sixteen bytes of BLAKE2b over both halves, "3F2A 90C1 ...".
    [[nodiscard]] std::string fingerprint() const;

    /// By its halves; the name is only what it says of itself.
    [[nodiscard]] bool isSame(const PublicKey& other) const;
};

/// Who packs and unpacks: one secret of 32 bytes from which both key pairs follow. It lives in a file sealed with a
/// passphrase (Argon2id), and on a printed recovery sheet; never in a census. Its memory is wiped.
class Identity {
public:
    [[nodiscard]] static Result<Identity> create(std::string_view name);
    /// From the code of the recovery sheet; a mistyped one is refused by its check signs.
    [[nodiscard]] static Result<Identity> recover(std::string_view code, std::string_view name);
    [[nodiscard]] static Result<Identity> read(const std::filesystem::path& file, std::string_view passphrase);
    [[nodiscard]] Done write(const std::filesystem::path& file, std::string_view passphrase, Overwrite overwrite) const;

    Identity(Identity&&) noexcept;
    Identity& operator=(Identity&&) noexcept;
    ~Identity();

    [[nodiscard]] const PublicKey& publicKey() const;
    /// Fourteen groups of four signs, to be printed and kept in a safe.
    [[nodiscard]] std::string recoveryCode() const;

private:
    friend struct IdentityInsides; // for the packages, inside this room
    struct Body;
    explicit Identity(std::unique_ptr<Body> body);
    std::unique_ptr<Body> m_body;
};

/// A page to print (HTML without any link): whose key, its fingerprint, the recovery code, and what to do with it.
[[nodiscard]] std::string recoverySheet(const Identity& identity, std::string_view createdOn);

} // namespace observo::exchange
