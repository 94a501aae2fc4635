// SPDX-License-Identifier: GPL-3.0-or-later
#include "observo/cli/Run.h"

#include "Command.h"

#include "observo/geo/Environment.h"
#include "observo/words/Catalogue.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cstdlib>
#include <memory>

namespace observo::cli {
namespace {

/// What every command takes.
struct CommonOptions {
    bool json = false;
    bool quiet = false;
    std::string language;
};

Language languageOfEnvironment()
{
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const char* value = std::getenv(name);
        if (value != nullptr && *value != '\0') {
            return std::string_view(value).starts_with("it") ? Language::Italian : Language::English;
        }
    }
    return Language::English;
}

void addCommon(CLI::App& app, CommonOptions& common)
{
    app.add_flag("--json", common.json, "Exactly one JSON document on standard output");
    app.add_flag("--quiet", common.quiet, "No progress and no remarks");
    app.add_option("--lang", common.language, "Language of messages and labels")
        ->check(CLI::IsMember({"it", "en"}))
        ->type_name("it|en");
}

/// What the help says of the options, and its headings. Names of values stay: they are those of the manual.
void speak(CLI::App& app, Language language)
{
    if (language == Language::English) {
        return;
    }
    for (CLI::Option* option : app.get_options([](CLI::Option*) { return true; })) {
        option->description(words::inLanguage(option->get_description(), language))->group("Opzioni");
    }
    const auto formatter = app.get_formatter();
    formatter->label("Usage", "Uso");
    formatter->label("Positionals", "Argomenti");
    formatter->label("REQUIRED", "(obbligatorio)");
    formatter->label("OPTIONS", "OPZIONI");
    formatter->label("SUBCOMMAND", "COMANDO");
}

/// --lang is asked for before parsing, so that help and errors of the parser follow it.
Language languageFrom(const std::vector<std::string>& arguments)
{
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        if (arguments[i] == "--lang=it" ||
            (arguments[i] == "--lang" && i + 1 < arguments.size() && arguments[i + 1] == "it")) {
            return Language::Italian;
        }
        if (arguments[i].starts_with("--lang")) {
            return Language::English;
        }
    }
    return languageOfEnvironment();
}

ExitCode reportParse(const CLI::App& app, const CLI::ParseError& error, Console& console)
{
    if (error.get_exit_code() == 0) { // --help and --version end parsing this way
        console.out() << (dynamic_cast<const CLI::CallForVersion*>(&error) != nullptr ? std::string(error.what()) + "\n"
                                                                                      : app.help());
        return ExitCode::Done;
    }
    return console.report(Error{.code = ErrorCode::InvalidArgument,
                                .what = error.what(),
                                .advice = "see observo-cli help, or observo-cli COMMAND --help"});
}

const CLI::App* commandOf(const CLI::App& app, const std::string& name)
{
    const auto found = app.get_subcommands([&](const CLI::App* sub) { return sub->get_name() == name; });
    return found.empty() ? nullptr : found.front();
}

/// Help of the whole program, or of the command named after it.
void showHelp(const CLI::App& app, const std::vector<std::string>& arguments, std::ostream& out)
{
    const CLI::App* named = arguments.size() > 1 ? commandOf(app, arguments[1]) : nullptr;
    out << (named != nullptr ? named->help() : app.help());
}

Error unknownCommand(const std::string& name)
{
    return {
        .code = ErrorCode::InvalidArgument, .what = "there is no command " + name, .advice = "see observo-cli help"};
}

const CLI::App* chosenBy(const CLI::App& app)
{
    const auto chosen = app.get_subcommands();
    return chosen.empty() ? &app : chosen.front();
}

} // namespace

int run(std::vector<std::string> arguments, std::ostream& out, std::ostream& err, bool isTerminal)
{
    geo::prepareEnvironment();
    Console console(out, err, isTerminal);
    console.language = languageFrom(arguments);
    console.json = std::find(arguments.begin(), arguments.end(), "--json") != arguments.end();

    CLI::App app(std::string(console.in({"Observo: il censimento delle telecamere dei Comuni",
                                         "Observo: the census of municipal CCTV cameras"})),
                 "observo-cli");
    app.set_version_flag("--version", "observo-cli " OBSERVO_VERSION);
    app.require_subcommand(1);
    const std::string group(console.in({"Comandi", "Subcommands"}));
    app.add_subcommand("help", std::string(console.in({"Questo aiuto", "This help"})))->group(group);
    CommonOptions common;
    const auto commands = allCommands();
    for (const auto& command : commands) {
        auto* sub = app.add_subcommand(std::string(command->name()), std::string(console.in(command->summary())));
        addCommon(*sub, common);
        command->declare(*sub);
        sub->group(group);
        speak(*sub, console.language);
    }
    speak(app, console.language);
    const std::string first = arguments.empty() ? "help" : arguments.front();
    if (first == "help") {
        showHelp(app, arguments, out);
        return static_cast<int>(ExitCode::Done);
    }
    if (!first.starts_with('-') && commandOf(app, first) == nullptr) {
        return static_cast<int>(console.report(unknownCommand(first)));
    }
    try {
        std::reverse(arguments.begin(), arguments.end()); // the parser wants them last first
        app.parse(std::move(arguments));
    } catch (const CLI::ParseError& error) {
        return static_cast<int>(reportParse(*chosenBy(app), error, console));
    }
    console.json = common.json;
    console.quiet = common.quiet;
    for (const auto& command : commands) {
        if (app.get_subcommand(std::string(command->name()))->parsed()) {
            const auto outcome = command->run(console);
            return static_cast<int>(outcome ? *outcome : console.report(outcome.error()));
        }
    }
    return static_cast<int>(ExitCode::WrongUsage);
}

} // namespace observo::cli
