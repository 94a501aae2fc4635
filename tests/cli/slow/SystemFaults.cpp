// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/slow/SystemFaults.h"

#include "support/TestPlaces.h"
#include "support/census/CensusFolder.h"

#include <fstream>
#include <map>
#include <stdexcept>
#include <utility>

namespace observo::test {

namespace fs = std::filesystem;

namespace {

// A question mark lets strace go on where a machine has no such call.
constexpr const char* kTraced =
    "?open,openat,write,pwrite64,?writev,?pwritev,fsync,fdatasync,ftruncate,?rename,?renameat,renameat2,?link,linkat,"
    "?unlink,unlinkat,?rmdir,?mkdir,mkdirat,close";

std::string quoted(const std::string& text)
{
    std::string all = "'";
    for (const char c : text) {
        all += c == '\'' ? std::string("'\\''") : std::string(1, c);
    }
    return all + "'";
}

/// "123 openat(AT_FDCWD, ..." -> "openat"; empty for signals and exits.
std::string nameIn(const std::string& line)
{
    const auto start = line.find_first_not_of("0123456789 ");
    const auto open = line.find('(', start == std::string::npos ? 0 : start);
    return start == std::string::npos || open == std::string::npos ? std::string() : line.substr(start, open - start);
}

/// Without the folder that relative names start from, which is named in every line.
std::string withoutStart(std::string line)
{
    const auto at = line.find("AT_FDCWD<");
    if (at != std::string::npos) {
        line.erase(at, line.find('>', at) - at);
    }
    return line;
}

bool isForReading(const std::string& name, const std::string& line)
{
    const bool writes = line.find("O_WRONLY") != std::string::npos || line.find("O_RDWR") != std::string::npos ||
                        line.find("O_CREAT") != std::string::npos;
    return name.starts_with("open") && !writes;
}

} // namespace

TracedProgram::TracedProgram(fs::path folder) : m_folder(std::move(folder)) {}

std::optional<std::string> TracedProgram::obstacle()
{
    std::string said;
    const int status = test::run("strace -f -o /dev/null -e trace=write -e inject=fsync:error=EIO:when=1 true", &said);
    if (status == 0) {
        return std::nullopt;
    }
    return "strace is missing or may not trace here: " + said;
}

std::string TracedProgram::commandLine(const std::string& tracer, const std::vector<std::string>& arguments) const
{
    // Leaks cannot be looked for in a traced process; the other tests look for them.
    std::string line = "cd " + quoted(m_folder.string()) + " && ASAN_OPTIONS=detect_leaks=0";
    for (const auto& [variable, name] : {std::pair{"HOME", "home"}, std::pair{"XDG_STATE_HOME", "home/state"},
                                         std::pair{"XDG_DATA_HOME", "home/data"}, std::pair{"TMPDIR", "tmp"}}) {
        line += std::string(" ") + variable + "=" + quoted((m_folder / name).string());
    }
    line += " " + tracer + " " + quoted((programFolder() / "observo-cli").string());
    for (const auto& argument : arguments) {
        line += " " + quoted(argument);
    }
    return line + " --lang en";
}

ProgramRun TracedProgram::run(const std::vector<std::string>& arguments) const
{
    ProgramRun run;
    run.status = test::run(commandLine("", arguments), &run.said);
    return run;
}

std::vector<SystemCall> TracedProgram::changesOf(const std::vector<std::string>& arguments) const
{
    const TemporaryFolder notes("observo-trace");
    const auto file = notes / "calls";
    std::string said;
    const auto tracer = "strace -f -y --seccomp-bpf -o " + quoted(file.string()) + " -e trace=" + kTraced;
    if (test::run(commandLine(tracer, arguments), &said) != 0) {
        throw std::runtime_error("the run without any fault failed: " + said);
    }
    std::vector<SystemCall> calls;
    std::map<std::string, std::size_t> counts;
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);) {
        const auto name = nameIn(line);
        const auto number = name.empty() ? 0 : ++counts[name];
        const bool isInFolder = withoutStart(line).find(m_folder.string()) != std::string::npos;
        if (number > 0 && isInFolder && !isForReading(name, line)) {
            calls.push_back({.name = name, .number = number, .line = line});
        }
    }
    return calls;
}

ProgramRun TracedProgram::runUnder(const SystemFault& fault, const std::vector<std::string>& arguments) const
{
    const auto tracer = "strace -f --seccomp-bpf -o /dev/null -e trace=" + fault.call + " -e inject=" + fault.call +
                        ":error=" + fault.error + ":when=" + std::to_string(fault.number) +
                        (fault.fromThenOn ? "+" : "");
    ProgramRun run;
    run.status = test::run(commandLine(tracer, arguments), &run.said);
    return run;
}

} // namespace observo::test
