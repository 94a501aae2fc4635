// SPDX-License-Identifier: GPL-3.0-or-later
#include "sealing/ManifestText.h"

#include "sealing/IdentityBody.h"

#include <nlohmann/json.hpp>
#include <sodium.h>

namespace observo::exchange {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view kFormat = "observo-package";
constexpr int kVersion = 1;
constexpr std::string_view kPurpose = "observo-package-1 manifest\n";
static_assert(kSignatureBytes == crypto_sign_BYTES);

std::string toSign(std::string_view manifest, std::string_view mark)
{
    return std::string(kPurpose).append(mark).append(manifest);
}

std::string textIn(const Json& json, const char* key)
{
    return json.contains(key) && json[key].is_string() ? json[key].get<std::string>() : std::string();
}

tl::unexpected<Error> notUnderstood()
{
    return fail(ErrorCode::InputNotUnderstood, "the manifest of the package makes no sense", "ask its sender");
}

Result<Json> jsonOf(std::string_view text)
{
    Json json = Json::parse(text, nullptr, false);
    if (!json.is_object() || textIn(json, "format") != kFormat) {
        return notUnderstood();
    }
    if (!json.contains("version") || json["version"] != kVersion) {
        return fail(ErrorCode::InputNotUnderstood, "the package is of a version that this program does not know",
                    "update the program, or ask its sender");
    }
    return json;
}

} // namespace

std::string manifestText(const Manifest& manifest)
{
    Json recipients = Json::array();
    for (const PublicKey& key : manifest.recipients) {
        recipients.push_back(key.text());
    }
    const Json json{{"format", kFormat},
                    {"version", kVersion},
                    {"census_id", manifest.census.text()},
                    {"issuing_body", manifest.issuingBody},
                    {"sender", manifest.sender.text()},
                    {"recipients", recipients},
                    {"passphrase", manifest.hasPassphrase},
                    {"purpose", manifest.purpose},
                    {"packed_at", manifest.packedAt},
                    {"counter", manifest.counter},
                    {"audit_head", manifest.auditHead},
                    {"bytes", manifest.bytes},
                    {"blake2b", manifest.censusBlake2b}};
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Result<PublicKey> senderIn(std::string_view text)
{
    const auto json = jsonOf(text);
    return json ? PublicKey::parse(textIn(*json, "sender")) : Result<PublicKey>(fail(json.error()));
}

Result<Manifest> manifestFrom(std::string_view text)
{
    const auto json = jsonOf(text);
    if (!json) {
        return fail(json.error());
    }
    const auto census = CensusId::parse(textIn(*json, "census_id"));
    auto sender = PublicKey::parse(textIn(*json, "sender"));
    const bool isWhole = json->contains("counter") && (*json)["counter"].is_number_integer() &&
                         json->contains("bytes") && (*json)["bytes"].is_number_unsigned() &&
                         json->contains("passphrase") && (*json)["passphrase"].is_boolean() &&
                         json->contains("recipients") && (*json)["recipients"].is_array();
    if (!census || !sender || !isWhole) {
        return notUnderstood();
    }
    Manifest manifest{.census = *census,
                      .issuingBody = textIn(*json, "issuing_body"),
                      .sender = std::move(*sender),
                      .hasPassphrase = (*json)["passphrase"].get<bool>(),
                      .purpose = textIn(*json, "purpose"),
                      .packedAt = textIn(*json, "packed_at"),
                      .counter = (*json)["counter"].get<std::int64_t>(),
                      .auditHead = textIn(*json, "audit_head"),
                      .bytes = (*json)["bytes"].get<std::uint64_t>(),
                      .censusBlake2b = textIn(*json, "blake2b")};
    for (const Json& one : (*json)["recipients"]) {
        auto key = one.is_string() ? PublicKey::parse(one.get<std::string>()) : Result<PublicKey>(notUnderstood());
        if (!key) {
            return fail(key.error());
        }
        manifest.recipients.push_back(std::move(*key));
    }
    return manifest;
}

std::string signatureOf(std::string_view manifest, std::string_view mark, const Identity& sender)
{
    std::string signature(kSignatureBytes, '\0');
    const std::string message = toSign(manifest, mark);
    const Bytes bytes = bytesIn(message);
    crypto_sign_detached(reinterpret_cast<unsigned char*>(signature.data()), nullptr, bytes.data(), bytes.size(),
                         IdentityInsides::of(sender).signing.data());
    return signature;
}

bool isSignedBy(const PublicKey& sender, std::string_view manifest, std::string_view mark, std::string_view signature)
{
    const std::string message = toSign(manifest, mark);
    const Bytes bytes = bytesIn(message);
    return signature.size() == kSignatureBytes && crypto_sign_verify_detached(bytesIn(signature).data(), bytes.data(),
                                                                              bytes.size(), sender.signing.data()) == 0;
}

} // namespace observo::exchange
