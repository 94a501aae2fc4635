// SPDX-License-Identifier: GPL-3.0-or-later
#include "packages/KeygenCommand.h"

#include "Arguments.h"
#include "packages/Secrets.h"

#include "observo/core/CheckedFile.h"
#include "observo/exchange/Identity.h"

#include <nlohmann/json.hpp>

#include <filesystem>

namespace observo::cli {
namespace {

using exchange::Identity;

Done writeText(const std::filesystem::path& file, const std::string& text, Overwrite overwrite)
{
    auto out = CheckedFile::create(file, overwrite);
    auto written = out ? out->write(std::string_view(text)) : Done(fail(out.error()));
    return written ? out->publish() : written;
}

class KeygenCommand : public Command {
public:
    [[nodiscard]] std::string_view name() const override { return "keygen"; }
    [[nodiscard]] Label summary() const override
    {
        return {.it = "Crea la propria chiave per i pacchetti, o la rifà dal codice di recupero",
                .en = "Make a key of your own for packages, or the same again from its recovery code"};
    }
    void declare(CLI::App& app) override
    {
        app.add_option("key", m_key, "The key, a file sealed with a passphrase; KEY.pub is its public half")
            ->required()
            ->type_name("KEY");
        app.add_option("--name", m_name, "Whose key it is, as recipients read it")->type_name("TEXT");
        app.add_option("--passphrase-file", m_passphrase, "Its first line seals the key; - for standard input")
            ->type_name("FILE");
        app.add_option("--sheet", m_sheet, "The recovery sheet, a page to print and lock away")->type_name("FILE.html");
        app.add_flag("--recover", m_isRecovery, "Make the key from the code of a recovery sheet");
        app.add_option("--code-file", m_code, "Its first line is the code")->type_name("FILE");
    }
    [[nodiscard]] Result<ExitCode> run(Console& console) override
    {
        auto identity = makeIdentity();
        if (!identity) {
            return fail(identity.error());
        }
        const auto passphrase = secretFrom(m_passphrase, "New passphrase of the key");
        if (!passphrase) {
            return fail(passphrase.error());
        }
        // The sheet comes first: a key whose loss would lose data is not made.
        auto written = m_sheet.empty() ? done()
                                       : writeText(std::filesystem::absolute(m_sheet),
                                                   exchange::recoverySheet(*identity, today()), Overwrite::Refuse);
        const auto key = std::filesystem::absolute(m_key);
        written = written ? identity->write(key, *passphrase, Overwrite::Refuse) : written;
        written = written ? writeText(key.string() + ".pub", identity->publicKey().text() + "\n", Overwrite::Refuse)
                          : written;
        if (!written) {
            return fail(written.error());
        }
        show(console, *identity, key);
        return ExitCode::Done;
    }

private:
    [[nodiscard]] Result<Identity> makeIdentity() const
    {
        if (!m_isRecovery) {
            return Identity::create(m_name);
        }
        const auto code = secretFrom(m_code, "Code of the recovery sheet");
        return code ? Identity::recover(*code, m_name) : Result<Identity>(fail(code.error()));
    }

    void show(Console& console, const Identity& identity, const std::filesystem::path& key) const
    {
        const auto& open = identity.publicKey();
        if (console.json) {
            console.print(
                {{"key", key.string()},
                 {"public_key", key.string() + ".pub"},
                 {"public", open.text()},
                 {"fingerprint", open.fingerprint()},
                 {"sheet", m_sheet.empty() ? nlohmann::ordered_json()
                                           : nlohmann::ordered_json(std::filesystem::absolute(m_sheet).string())}});
            return;
        }
        console.out() << open.fingerprint() << '\n';
        const bool isItalian = console.language == Language::Italian;
        if (m_sheet.empty() && !m_isRecovery) {
            console.say(isItalian
                            ? "senza foglio di recupero (--sheet): chi perde la chiave o la frase perde i pacchetti"
                            : "without a recovery sheet (--sheet) whoever loses key or passphrase loses the "
                              "packages");
        }
    }

    std::string m_key;
    std::string m_name;
    std::string m_passphrase;
    std::string m_sheet;
    std::string m_code;
    bool m_isRecovery = false;
};

} // namespace

std::unique_ptr<Command> keygenCommand()
{
    return std::make_unique<KeygenCommand>();
}

} // namespace observo::cli
