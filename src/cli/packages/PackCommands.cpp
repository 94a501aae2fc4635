// SPDX-License-Identifier: GPL-3.0-or-later
#include "packages/PackCommands.h"

#include "Sessions.h"
#include "packages/Secrets.h"

#include "observo/exchange/Package.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <optional>
#include <utility>
#include <vector>

namespace observo::cli {
namespace {

using exchange::Identity;
using exchange::Manifest;
using exchange::PublicKey;
using Json = nlohmann::ordered_json;

Result<std::vector<PublicKey>> keysFrom(const std::vector<std::string>& files)
{
    std::vector<PublicKey> keys;
    for (const std::string& file : files) {
        auto key = PublicKey::read(file);
        if (!key) {
            return fail(key.error());
        }
        keys.push_back(std::move(*key));
    }
    return keys;
}

Json jsonOf(const PublicKey& key)
{
    return {{"name", key.name}, {"fingerprint", key.fingerprint()}};
}

Json jsonOf(const Manifest& manifest)
{
    Json recipients = Json::array();
    for (const PublicKey& key : manifest.recipients) {
        recipients.push_back(jsonOf(key));
    }
    return {{"census_id", manifest.census.text()},  {"body", manifest.issuingBody},
            {"sender", jsonOf(manifest.sender)},    {"recipients", recipients},
            {"passphrase", manifest.hasPassphrase}, {"purpose", manifest.purpose},
            {"packed_at", manifest.packedAt},       {"counter", manifest.counter},
            {"audit_head", manifest.auditHead},     {"bytes", manifest.bytes}};
}

/// Seals the whole census: who receives it and why stands in the access log before anything is written.
class PackCommand : public CensusCommand {
public:
    [[nodiscard]] std::string_view name() const override { return "pack"; }
    [[nodiscard]] Label summary() const override
    {
        return {.it = "Firma il censimento e lo sigilla per destinatari o con una frase segreta",
                .en = "Sign the census and seal it for recipients or with a passphrase"};
    }
    void declareMore(CLI::App& app) override
    {
        app.add_option("output", m_output, "The package")->required()->type_name("OUT");
        app.add_option("--key", m_key, "Your key, made by keygen; it signs")->required()->type_name("KEY");
        app.add_option("--key-passphrase-file", m_keyPassphrase, "Its first line opens the key; - for standard input")
            ->type_name("FILE");
        app.add_option("--to", m_recipients, "The public key of a recipient; may be repeated")->type_name("KEY.pub");
        app.add_option("--passphrase-file", m_passphrase, "Its first line opens the package as well")
            ->type_name("FILE");
        app.add_option("--purpose", m_purpose, "Why, for the package and the access log")->type_name("TEXT");
        app.add_flag("--overwrite", m_overwrite, "Replace an existing file");
    }
    [[nodiscard]] Result<ExitCode> run(Console& console) override
    {
        auto recipients = keysFrom(m_recipients);
        auto secret = recipients ? secretFrom(m_keyPassphrase, "Passphrase of the key " + m_key)
                                 : Result<std::string>(fail(recipients.error()));
        const auto sender = secret ? Identity::read(m_key, *secret) : Result<Identity>(fail(secret.error()));
        if (!sender) {
            return fail(sender.error());
        }
        exchange::PackRequest request{.output = std::filesystem::absolute(m_output),
                                      .sender = &*sender,
                                      .recipients = std::move(*recipients),
                                      .purpose = m_purpose,
                                      .counters = packageCounters(),
                                      .overwrite = m_overwrite ? Overwrite::Replace : Overwrite::Refuse};
        if (!m_passphrase.empty()) {
            auto words = secretFrom(m_passphrase, "Passphrase of the package");
            if (!words) {
                return fail(words.error());
            }
            request.passphrase = std::move(*words);
        }
        return pack(console, request);
    }

private:
    [[nodiscard]] Result<ExitCode> pack(Console& console, const exchange::PackRequest& request) const
    {
        auto session = openAnyway(census());
        if (!session) {
            return fail(session.error());
        }
        census::Consultation entry{.action = "pack",
                                   .what = request.output.filename().string(),
                                   .reason = m_purpose,
                                   .recipient = recipientsText(request)};
        if (auto logged = (*session)->record(entry); !logged) {
            return fail(logged.error());
        }
        const auto report = exchange::packCensus(**session, request, console.progress());
        entry.action = report ? "pack_done" : "pack_failed";
        entry.what += report ? ", sha256 " + report->sha256 : std::string(", ") + nameOf(report.error().code);
        const auto told = (*session)->record(entry);
        if (!report || !told) {
            return fail(!report ? report.error() : told.error());
        }
        show(console, *report);
        return ExitCode::Done;
    }

    static std::string recipientsText(const exchange::PackRequest& request)
    {
        std::string text = request.passphrase ? "passphrase" : "";
        for (const PublicKey& key : request.recipients) {
            text += (text.empty() ? "" : "; ") + key.name + " (" + key.fingerprint() + ")";
        }
        return text;
    }

    static void show(Console& console, const exchange::PackReport& report)
    {
        if (console.json) {
            Json json{{"written", report.written.string()}, {"sha256", report.sha256}};
            json.update(jsonOf(report.manifest));
            console.print(json);
            return;
        }
        console.out() << report.written.string() << '\n';
    }

    std::string m_output;
    std::string m_key;
    std::string m_keyPassphrase;
    std::vector<std::string> m_recipients;
    std::string m_passphrase;
    std::string m_purpose;
    bool m_overwrite = false;
};

/// Opens a package for one of its recipients.
class UnpackCommand : public Command {
public:
    [[nodiscard]] std::string_view name() const override { return "unpack"; }
    [[nodiscard]] Label summary() const override
    {
        return {.it = "Apre un pacchetto: il censimento che contiene, dopo averne provato firma e ogni byte",
                .en = "Open a package: the census in it, once its signature and every byte are proved"};
    }
    void declare(CLI::App& app) override
    {
        app.add_option("package", m_package, "The package")->required()->type_name("PACKAGE");
        app.add_option("output", m_output, "The census that comes out")->required()->type_name("OUT");
        app.add_option("--key", m_key, "Your key, made by keygen")->type_name("KEY");
        app.add_option("--key-passphrase-file", m_keyPassphrase, "Its first line opens the key; - for standard input")
            ->type_name("FILE");
        app.add_option("--passphrase-file", m_passphrase, "Its first line opens the package")->type_name("FILE");
        app.add_option("--from", m_senders, "The public key of a sender you trust; may be repeated")
            ->type_name("KEY.pub");
        app.add_flag("--any-sender", m_isAnySender, "Believe whoever signed it");
        app.add_flag("--accept-older", m_acceptsOlder, "Take it again, or one older than the last");
        app.add_flag("--overwrite", m_overwrite, "Replace an existing file");
    }
    [[nodiscard]] Result<ExitCode> run(Console& console) override
    {
        auto senders = keysFrom(m_senders);
        if (!senders) {
            return fail(senders.error());
        }
        exchange::UnpackRequest request{.package = std::filesystem::absolute(m_package),
                                        .output = std::filesystem::absolute(m_output),
                                        .senders = std::move(*senders),
                                        .anySender = m_isAnySender,
                                        .acceptOlder = m_acceptsOlder,
                                        .counters = packageCounters(),
                                        .overwrite = m_overwrite ? Overwrite::Replace : Overwrite::Refuse};
        std::optional<Identity> recipient;
        if (auto given = takeSecrets(request, recipient); !given) {
            return fail(given.error());
        }
        const auto manifest = exchange::unpackCensus(request, console.progress());
        if (!manifest) {
            return fail(manifest.error());
        }
        show(console, *manifest, request.output);
        return ExitCode::Done;
    }

private:
    [[nodiscard]] Done takeSecrets(exchange::UnpackRequest& request, std::optional<Identity>& recipient) const
    {
        if (m_key.empty() && m_passphrase.empty()) {
            return fail(ErrorCode::InvalidArgument, "nothing was given to open the package with",
                        "give --key KEY or --passphrase-file FILE");
        }
        if (!m_key.empty()) {
            const auto secret = secretFrom(m_keyPassphrase, "Passphrase of the key " + m_key);
            auto identity = secret ? Identity::read(m_key, *secret) : Result<Identity>(fail(secret.error()));
            if (!identity) {
                return fail(identity.error());
            }
            recipient.emplace(std::move(*identity));
            request.recipient = &*recipient;
        }
        if (!m_passphrase.empty()) {
            auto words = secretFrom(m_passphrase, "Passphrase of the package");
            if (!words) {
                return fail(words.error());
            }
            request.passphrase = std::move(*words);
        }
        return done();
    }

    static void show(Console& console, const Manifest& manifest, const std::filesystem::path& output)
    {
        if (console.json) {
            Json json{{"written", output.string()}};
            json.update(jsonOf(manifest));
            console.print(json);
            return;
        }
        console.out() << output.string() << '\n';
        const bool isItalian = console.language == Language::Italian;
        console.say((isItalian ? "firmato da " : "signed by ") + manifest.sender.name + " (" +
                    manifest.sender.fingerprint() + "), " + manifest.packedAt);
    }

    std::string m_package;
    std::string m_output;
    std::string m_key;
    std::string m_keyPassphrase;
    std::string m_passphrase;
    std::vector<std::string> m_senders;
    bool m_isAnySender = false;
    bool m_acceptsOlder = false;
    bool m_overwrite = false;
};

} // namespace

std::unique_ptr<Command> packCommand()
{
    return std::make_unique<PackCommand>();
}

std::unique_ptr<Command> unpackCommand()
{
    return std::make_unique<UnpackCommand>();
}

} // namespace observo::cli
