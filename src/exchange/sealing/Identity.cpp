// SPDX-License-Identifier: GPL-3.0-or-later
#include "observo/exchange/Identity.h"

#include "sealing/IdentityBody.h"

#include <nlohmann/json.hpp>
#include <sodium.h>

#include <fstream>
#include <iterator>
#include <utility>

namespace observo::exchange {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view kPublicMark = "observo-public-1 ";
constexpr std::string_view kKeyFormat = "observo-key";
constexpr int kVersion = 1;
constexpr std::size_t kHalves = 64;
constexpr std::size_t kSealedSeedBytes = kSeedBytes + 24 + 16; // nonce and tag
constexpr std::size_t kLargestKeyFile = 64UL * 1024;
constexpr std::size_t kLongestName = 200;

static_assert(kSigningSecretBytes == crypto_sign_SECRETKEYBYTES);
static_assert(kSealingSecretBytes == crypto_box_SECRETKEYBYTES);

Error unreadable(const std::filesystem::path& file, std::string what, std::string advice)
{
    return {.code = ErrorCode::InputUnreadable,
            .what = std::move(what),
            .file = file.string(),
            .advice = std::move(advice)};
}

Result<std::string> smallFile(const std::filesystem::path& file)
{
    std::ifstream in(file, std::ios::binary);
    std::string text(kLargestKeyFile + 1, '\0');
    in.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(in.gcount()));
    if (!in.eof() || text.empty()) {
        return fail(unreadable(file, "the key cannot be read", "check the name of the file"));
    }
    return text;
}

/// A name is one line of text, since it stands in the line of the public key.
std::string oneLine(std::string_view name)
{
    std::string line(name.substr(0, kLongestName));
    for (char& c : line) {
        c = static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    }
    return line;
}

std::string contextOf(const PublicKey& key)
{
    return std::string(kKeyFormat) + " " + std::to_string(kVersion) + " " + key.text();
}

std::array<unsigned char, kHalves> halvesOf(const PublicKey& key)
{
    std::array<unsigned char, kHalves> halves{};
    std::copy(key.signing.begin(), key.signing.end(), halves.begin());
    std::copy(key.sealing.begin(), key.sealing.end(), halves.begin() + kHalves / 2);
    return halves;
}

std::string textIn(const Json& json, const char* key)
{
    return json.contains(key) && json[key].is_string() ? json[key].get<std::string>() : std::string();
}

std::uint64_t numberIn(const Json& json, const char* key)
{
    return json.contains(key) && json[key].is_number_unsigned() ? json[key].get<std::uint64_t>() : 0;
}

} // namespace

std::string PublicKey::text() const
{
    return std::string(kPublicMark) + base64Of(halvesOf(*this)) + (name.empty() ? "" : " " + name);
}

Result<PublicKey> PublicKey::parse(std::string_view text)
{
    text = text.substr(0, text.find_last_not_of(" \r\n\t") + 1);
    constexpr std::size_t kEncoded = 88;
    std::array<unsigned char, kHalves> halves{};
    const std::string_view rest = text.starts_with(kPublicMark) ? text.substr(kPublicMark.size()) : "";
    const bool isParted = rest.size() == kEncoded || (rest.size() > kEncoded && rest[kEncoded] == ' ');
    if (!isParted || !fromBase64(rest.substr(0, kEncoded), halves)) {
        return fail(ErrorCode::InputNotUnderstood, "this is no public key of Observo",
                    "ask for the line that begins with observo-public-1");
    }
    PublicKey key{.name = oneLine(rest.size() > kEncoded ? rest.substr(kEncoded + 1) : "")};
    std::copy_n(halves.begin(), key.signing.size(), key.signing.begin());
    std::copy_n(halves.begin() + kHalves / 2, key.sealing.size(), key.sealing.begin());
    return key;
}

Result<PublicKey> PublicKey::read(const std::filesystem::path& file)
{
    const auto text = smallFile(file);
    auto key = text ? parse(*text) : Result<PublicKey>(fail(text.error()));
    if (!key) {
        key.error().file = file.string();
    }
    return key;
}

std::string PublicKey::fingerprint() const
{
    std::array<unsigned char, 16> hash{};
    hashInto(hash, halvesOf(*this));
    std::string shown;
    for (const char c : hexOf(hash)) {
        shown += shown.size() % 5 == 4 ? " " : "";
        shown += c >= 'a' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    return shown;
}

bool PublicKey::isSame(const PublicKey& other) const
{
    return signing == other.signing && sealing == other.sealing;
}

void Identity::Body::derive()
{
    Secret<kSeedBytes> part;
    constexpr const char* kContext = "observo1"; // eight signs, as the library wants them
    crypto_kdf_derive_from_key(part.data(), kSeedBytes, 1, kContext, seed.data());
    crypto_sign_seed_keypair(open.signing.data(), signing.data(), part.data());
    crypto_kdf_derive_from_key(part.data(), kSeedBytes, 2, kContext, seed.data());
    crypto_box_seed_keypair(open.sealing.data(), sealing.data(), part.data());
}

Identity::Identity(std::unique_ptr<Body> body) : m_body(std::move(body)) {}
Identity::Identity(Identity&&) noexcept = default;
Identity& Identity::operator=(Identity&&) noexcept = default;
Identity::~Identity() = default;

Result<Identity> Identity::create(std::string_view name)
{
    if (auto ready = readySodium(); !ready) {
        return fail(ready.error());
    }
    auto body = std::make_unique<Body>();
    fillRandom(body->seed.room());
    body->open.name = oneLine(name);
    body->derive();
    return Identity(std::move(body));
}

Result<Identity> Identity::recover(std::string_view code, std::string_view name)
{
    auto body = std::make_unique<Body>();
    auto ready = readySodium();
    ready = ready ? seedFromCode(code, body->seed) : ready;
    if (!ready) {
        return fail(ready.error());
    }
    body->open.name = oneLine(name);
    body->derive();
    return Identity(std::move(body));
}

Done Identity::write(const std::filesystem::path& file, std::string_view passphrase, Overwrite overwrite) const
{
    std::array<unsigned char, kSaltBytes> salt{};
    fillRandom(salt);
    Secret<kKeyBytes> key;
    const PassphraseCost cost = PassphraseCost::usual();
    if (auto made = keyFromPassphrase(key.room(), passphrase, salt, cost); !made) {
        return made;
    }
    const std::string sealed = sealedWith(key.bytes(), m_body->seed.bytes(), contextOf(m_body->open));
    const Json json{{"format", kKeyFormat},          {"version", kVersion},
                    {"public", m_body->open.text()}, {"kdf", "argon2id"},
                    {"operations", cost.operations}, {"memory", cost.memory},
                    {"salt", base64Of(salt)},        {"sealed", base64Of(bytesIn(sealed))}};
    auto out = CheckedFile::create(file, overwrite);
    if (!out) {
        return fail(out.error());
    }
    auto written = out->write(std::string_view(json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n"));
    return written ? out->publish() : written;
}

Result<Identity> Identity::read(const std::filesystem::path& file, std::string_view passphrase)
{
    auto ready = readySodium();
    const auto text = ready ? smallFile(file) : Result<std::string>(fail(ready.error()));
    if (!text) {
        return fail(text.error());
    }
    const Json json = Json::parse(*text, nullptr, false);
    const bool isKey = json.is_object() && textIn(json, "format") == kKeyFormat;
    if (!isKey || numberIn(json, "version") != kVersion || textIn(json, "kdf") != "argon2id") {
        return fail(unreadable(file, isKey ? "the key was made by a newer version" : "this is no key of Observo",
                               "give the file that keygen wrote"));
    }
    auto open = PublicKey::parse(textIn(json, "public"));
    std::array<unsigned char, kSaltBytes> salt{};
    std::array<unsigned char, kSealedSeedBytes> sealed{};
    if (!open || !fromBase64(textIn(json, "salt"), salt) || !fromBase64(textIn(json, "sealed"), sealed)) {
        return fail(unreadable(file, "the key is damaged", "take its copy, or the code of the recovery sheet"));
    }
    Secret<kKeyBytes> key;
    if (auto made =
            keyFromPassphrase(key.room(), passphrase, salt, {numberIn(json, "operations"), numberIn(json, "memory")});
        !made) {
        made.error().file = file.string();
        return fail(made.error());
    }
    auto body = std::make_unique<Body>();
    if (!unsealedWith(key.bytes(), sealed, contextOf(*open), body->seed.room())) {
        return fail(unreadable(file, "the passphrase is wrong, or the key was changed",
                               "try again, or take the code of the recovery sheet"));
    }
    body->open.name = open->name;
    body->derive();
    return Identity(std::move(body));
}

const PublicKey& Identity::publicKey() const
{
    return m_body->open;
}

std::string Identity::recoveryCode() const
{
    return recoveryCodeOf(m_body->seed);
}

} // namespace observo::exchange
