// SPDX-License-Identifier: GPL-3.0-or-later
#include "sealing/PackageHeader.h"

#include "formats/Bytes.h"
#include "sealing/IdentityBody.h"

#include <nlohmann/json.hpp>
#include <sodium.h>

#include <utility>

namespace observo::exchange {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view kMagic = "OBSERVOPACK";
constexpr char kVersion = 1;
constexpr std::string_view kPassphraseContext = "observo-pack-1 passphrase";
constexpr std::size_t kMostHeader = 64UL * 1024;
constexpr std::size_t kWrappedBytes = kKeyBytes + crypto_box_SEALBYTES;
constexpr std::size_t kSealedKeyBytes = kKeyBytes + 24 + 16; // nonce and tag
constexpr std::size_t kMostRecipients = 100;
static_assert(kStreamHeaderBytes == crypto_secretstream_xchacha20poly1305_HEADERBYTES);

tl::unexpected<Error> damaged()
{
    return fail(ErrorCode::InputNotUnderstood, "the package is damaged or was changed", "ask its sender for it again");
}

std::string textIn(const Json& json, const char* key)
{
    return json.contains(key) && json[key].is_string() ? json[key].get<std::string>() : std::string();
}

std::uint64_t numberIn(const Json& json, const char* key)
{
    return json.contains(key) && json[key].is_number_unsigned() ? json[key].get<std::uint64_t>() : 0;
}

/// Bytes of a known size from their base 64; empty when they are none.
std::string bytesFrom(const std::string& base64, std::size_t size)
{
    std::string bytes(size, '\0');
    const bool isRead = fromBase64(base64, {reinterpret_cast<unsigned char*>(bytes.data()), bytes.size()});
    return isRead ? bytes : std::string();
}

Result<PackageHeader> headerIn(const Json& json)
{
    PackageHeader header;
    const Json wrapped = json.is_object() ? json.value("recipients", Json::array()) : Json();
    if (!wrapped.is_array() || wrapped.size() > kMostRecipients || !fromBase64(textIn(json, "stream"), header.stream)) {
        return damaged();
    }
    for (const Json& one : wrapped) {
        header.wrapped.push_back(one.is_string() ? bytesFrom(one.get<std::string>(), kWrappedBytes) : "");
        if (header.wrapped.back().empty()) {
            return damaged();
        }
    }
    if (json.contains("passphrase")) {
        const Json& given = json["passphrase"];
        PackageHeader::ByPassphrase by{.cost = {numberIn(given, "operations"), numberIn(given, "memory")},
                                       .sealed = bytesFrom(textIn(given, "sealed"), kSealedKeyBytes)};
        if (by.sealed.empty() || !fromBase64(textIn(given, "salt"), by.salt)) {
            return damaged();
        }
        header.passphrase = std::move(by);
    }
    return header;
}

} // namespace

Done PackageHeader::wrapFor(const PublicKey& recipient, const Secret<kKeyBytes>& key)
{
    if (wrapped.size() == kMostRecipients) {
        return fail(ErrorCode::InvalidArgument, "a package is for a hundred recipients at most");
    }
    std::string sealed(kWrappedBytes, '\0');
    const int made = crypto_box_seal(reinterpret_cast<unsigned char*>(sealed.data()), key.data(), kKeyBytes,
                                     recipient.sealing.data());
    if (made != 0) {
        return fail(ErrorCode::InvalidArgument, "the public key of " + recipient.name + " cannot be used",
                    "ask for it again");
    }
    wrapped.push_back(std::move(sealed));
    return done();
}

Done PackageHeader::wrapBy(std::string_view words, const Secret<kKeyBytes>& key)
{
    ByPassphrase by{.cost = PassphraseCost::usual()};
    fillRandom(by.salt);
    Secret<kKeyBytes> from;
    if (auto made = keyFromPassphrase(from.room(), words, by.salt, by.cost); !made) {
        return made;
    }
    by.sealed = sealedWith(from.bytes(), key.bytes(), kPassphraseContext);
    passphrase = std::move(by);
    return done();
}

Done PackageHeader::unwrap(const Identity& recipient, Secret<kKeyBytes>& key) const
{
    const auto& insides = IdentityInsides::of(recipient);
    for (const std::string& sealed : wrapped) {
        const Bytes bytes = bytesIn(sealed);
        if (crypto_box_seal_open(key.data(), bytes.data(), bytes.size(), insides.open.sealing.data(),
                                 insides.sealing.data()) == 0) {
            return done();
        }
    }
    return fail(ErrorCode::InputNotUnderstood,
                "the package is not for this key (" + recipient.publicKey().fingerprint() + ")",
                passphrase ? "give the passphrase it was also sealed with, or another key"
                           : "take the key it was made for, or ask its sender for one of your own");
}

Done PackageHeader::unwrap(std::string_view words, Secret<kKeyBytes>& key) const
{
    if (!passphrase) {
        return fail(ErrorCode::InputNotUnderstood, "the package is not sealed with a passphrase",
                    "open it with the key it was made for");
    }
    Secret<kKeyBytes> from;
    if (auto made = keyFromPassphrase(from.room(), words, passphrase->salt, passphrase->cost); !made) {
        return made;
    }
    return unsealedWith(from.bytes(), bytesIn(passphrase->sealed), kPassphraseContext, key.room())
               ? done()
               : Done(fail(ErrorCode::InputNotUnderstood, "the passphrase is wrong, or the package was changed",
                           "try again, or ask its sender"));
}

std::string PackageHeader::bytes() const
{
    Json json{{"recipients", Json::array()}};
    for (const std::string& sealed : wrapped) {
        json["recipients"].push_back(base64Of(bytesIn(sealed)));
    }
    if (passphrase) {
        json["passphrase"] = {{"operations", passphrase->cost.operations},
                              {"memory", passphrase->cost.memory},
                              {"salt", base64Of(passphrase->salt)},
                              {"sealed", base64Of(bytesIn(passphrase->sealed))}};
    }
    json["stream"] = base64Of(stream);
    const std::string text = json.dump();
    std::string all = std::string(kMagic) + kVersion;
    appendLittle32(all, static_cast<std::uint32_t>(text.size()));
    return all + text;
}

Result<PackageHeader> PackageHeader::read(std::istream& in, std::string& raw)
{
    constexpr std::size_t kStart = 16; // magic, version, length
    raw.assign(kStart, '\0');
    in.read(raw.data(), static_cast<std::streamsize>(kStart));
    if (static_cast<std::size_t>(in.gcount()) != kStart || !raw.starts_with(kMagic)) {
        return fail(ErrorCode::InputNotUnderstood, "this is no package of Observo", "give the file that pack wrote");
    }
    if (raw[kMagic.size()] != kVersion) {
        return fail(ErrorCode::InputNotUnderstood, "the package is of a version that this program does not know",
                    "update the program, or ask its sender");
    }
    const std::size_t size = little32At(raw, kMagic.size() + 1);
    if (size > kMostHeader) {
        return damaged();
    }
    raw.resize(kStart + size);
    in.read(raw.data() + kStart, static_cast<std::streamsize>(size));
    if (static_cast<std::size_t>(in.gcount()) != size) {
        return damaged();
    }
    return headerIn(Json::parse(raw.substr(kStart), nullptr, false));
}

std::string markOf(std::string_view header)
{
    std::array<unsigned char, 64> hash{};
    hashInto(hash, bytesIn(header));
    return std::string(textIn(hash));
}

} // namespace observo::exchange
