// SPDX-License-Identifier: GPL-3.0-or-later
#include "sealing/Sodium.h"

#include <sodium.h>

namespace observo::exchange {

static_assert(kSaltBytes == crypto_pwhash_SALTBYTES);
static_assert(kKeyBytes == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);

namespace {

constexpr std::size_t kNonce = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t kTag = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr std::uint64_t kMostMemory = 1ULL << 30U;
constexpr std::uint64_t kMostOperations = 16;

} // namespace

void wipe(Room bytes)
{
    sodium_memzero(bytes.data(), bytes.size());
}

Done readySodium()
{
    return sodium_init() >= 0 ? done() : Done(fail(ErrorCode::Internal, "the cryptography library cannot start"));
}

void fillRandom(Room bytes)
{
    randombytes_buf(bytes.data(), bytes.size());
}

Bytes bytesIn(std::string_view text)
{
    return {reinterpret_cast<const unsigned char*>(text.data()), text.size()};
}

std::string_view textIn(Bytes bytes)
{
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

std::string base64Of(Bytes bytes)
{
    std::string text(sodium_base64_ENCODED_LEN(bytes.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
    sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), sodium_base64_VARIANT_ORIGINAL);
    text.pop_back(); // the NUL
    return text;
}

bool fromBase64(std::string_view text, Room bytes)
{
    std::size_t size = 0;
    const char* end = nullptr;
    const int decoded = sodium_base642bin(bytes.data(), bytes.size(), text.data(), text.size(), nullptr, &size, &end,
                                          sodium_base64_VARIANT_ORIGINAL);
    return decoded == 0 && size == bytes.size() && end == text.data() + text.size();
}

std::string hexOf(Bytes bytes)
{
    std::string text(bytes.size() * 2 + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), bytes.data(), bytes.size());
    text.pop_back();
    return text;
}

void hashInto(Room hash, Bytes bytes)
{
    crypto_generichash(hash.data(), hash.size(), bytes.data(), bytes.size(), nullptr, 0);
}

PassphraseCost PassphraseCost::usual()
{
    return {crypto_pwhash_OPSLIMIT_MODERATE, crypto_pwhash_MEMLIMIT_MODERATE};
}

bool PassphraseCost::isAcceptable() const
{
    const PassphraseCost least = usual();
    return operations >= least.operations && operations <= kMostOperations && memory >= least.memory &&
           memory <= kMostMemory;
}

Done keyFromPassphrase(Room key, std::string_view passphrase, Bytes salt, const PassphraseCost& cost)
{
    expects(salt.size() == kSaltBytes && key.size() == kKeyBytes);
    if (!cost.isAcceptable()) {
        return fail(ErrorCode::InputNotUnderstood, "the passphrase is guarded with a cost that is not accepted",
                    "somebody may have weakened the file: ask its sender for another");
    }
    const int made =
        crypto_pwhash(key.data(), key.size(), passphrase.data(), passphrase.size(), salt.data(), cost.operations,
                      static_cast<std::size_t>(cost.memory), crypto_pwhash_ALG_ARGON2ID13);
    return made == 0 ? done()
                     : Done(fail(ErrorCode::Internal, "there is not enough memory to try the passphrase",
                                 "close other programs (256 MiB are needed), then try again"));
}

std::string sealedWith(Bytes key, Bytes plain, std::string_view context)
{
    expects(key.size() == kKeyBytes);
    std::string sealed(kNonce + plain.size() + kTag, '\0');
    auto* const out = reinterpret_cast<unsigned char*>(sealed.data());
    randombytes_buf(out, kNonce);
    const Bytes with = bytesIn(context);
    crypto_aead_xchacha20poly1305_ietf_encrypt(out + kNonce, nullptr, plain.data(), plain.size(), with.data(),
                                               with.size(), nullptr, out, key.data());
    return sealed;
}

bool unsealedWith(Bytes key, Bytes sealed, std::string_view context, Room plain)
{
    expects(key.size() == kKeyBytes);
    if (sealed.size() != kNonce + plain.size() + kTag) {
        return false;
    }
    const Bytes with = bytesIn(context);
    return crypto_aead_xchacha20poly1305_ietf_decrypt(plain.data(), nullptr, nullptr, sealed.data() + kNonce,
                                                      sealed.size() - kNonce, with.data(), with.size(), sealed.data(),
                                                      key.data()) == 0;
}

} // namespace observo::exchange
