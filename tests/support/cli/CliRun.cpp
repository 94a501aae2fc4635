// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/cli/CliRun.h"

#include "observo/cli/Run.h"
#include "observo/core/Result.h"

#include <algorithm>
#include <sstream>

namespace observo::test {

CliOutcome runCli(const std::vector<std::string>& arguments)
{
    std::vector<std::string> all = arguments;
    const bool saysLanguage =
        std::any_of(all.begin(), all.end(), [](const std::string& a) { return a.starts_with("--lang"); });
    const bool isHelp = all.empty() || all.front() == "help" || all.front().starts_with("--");
    if (!saysLanguage && !isHelp) {
        all.insert(all.begin() + 1, {"--lang", "en"});
    }
    std::ostringstream out;
    std::ostringstream err;
    const int status = cli::run(all, out, err);
    return {.status = status, .out = out.str(), .err = err.str()};
}

CliCensus::CliCensus() : m_folder("observo-cli-test")
{
    const auto made = runCli({"new", file(), "--body", "Comune di Prova", "--istat", "001272"});
    expects(made.status == 0);
}

CliOutcome CliCensus::run(const std::string& command, std::vector<std::string> arguments) const
{
    arguments.insert(arguments.begin(), {command, file()});
    return runCli(arguments);
}

std::string CliCensus::add(const std::vector<std::string>& settings, const std::string& at) const
{
    std::vector<std::string> arguments{"--at", at, "--json"};
    for (const std::string& setting : settings) {
        arguments.insert(arguments.end(), {"--set", setting});
    }
    const auto added = run("add", arguments);
    expects(added.status == 0);
    const std::string key = "\"camera_id\": \"";
    return added.out.substr(added.out.find(key) + key.size(), 36);
}

} // namespace observo::test
