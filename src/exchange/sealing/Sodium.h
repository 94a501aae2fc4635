// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Result.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace observo::exchange {

using Bytes = std::span<const unsigned char>;
using Room = std::span<unsigned char>;

/// Bytes that are wiped when they die.
template <std::size_t Size>
class Secret {
public:
    Secret() = default;
    Secret(const Secret&) = delete;
    Secret& operator=(const Secret&) = delete;
    ~Secret();

    [[nodiscard]] unsigned char* data() { return m_bytes.data(); }
    [[nodiscard]] const unsigned char* data() const { return m_bytes.data(); }
    [[nodiscard]] Room room() { return m_bytes; }
    [[nodiscard]] Bytes bytes() const { return m_bytes; }

private:
    std::array<unsigned char, Size> m_bytes{};
};

/// Overwrites bytes so that no compiler leaves it out.
void wipe(Room bytes);
template <std::size_t Size>
Secret<Size>::~Secret()
{
    wipe(m_bytes);
}

/// Readies the library; everything below needs it.
[[nodiscard]] Done readySodium();
void fillRandom(Room bytes);

[[nodiscard]] Bytes bytesIn(std::string_view text);
[[nodiscard]] std::string_view textIn(Bytes bytes);
/// Base64 with padding, RFC 4648.
[[nodiscard]] std::string base64Of(Bytes bytes);
/// Fills the room exactly; false for any other length or sign.
[[nodiscard]] bool fromBase64(std::string_view text, Room bytes);
[[nodiscard]] std::string hexOf(Bytes bytes);
/// BLAKE2b of any length up to 64 bytes.
void hashInto(Room hash, Bytes bytes);

/// The cost of turning a passphrase into a key: Argon2id, libsodium's MODERATE (256 MiB). Less is refused as a
/// downgrade, much more as an attack on the memory.
struct PassphraseCost {
    std::uint64_t operations = 0;
    std::uint64_t memory = 0;

    [[nodiscard]] static PassphraseCost usual();
    [[nodiscard]] bool isAcceptable() const;
};
constexpr std::size_t kSaltBytes = 16;
constexpr std::size_t kKeyBytes = 32;
[[nodiscard]] Done keyFromPassphrase(Room key, std::string_view passphrase, Bytes salt, const PassphraseCost& cost);

/// XChaCha20-Poly1305 with a random nonce before the sealed bytes; `context` is proved along.
[[nodiscard]] std::string sealedWith(Bytes key, Bytes plain, std::string_view context);
/// The bytes sealed; nothing when key, context or any byte is another. Fills the room exactly.
[[nodiscard]] bool unsealedWith(Bytes key, Bytes sealed, std::string_view context, Room plain);

} // namespace observo::exchange
