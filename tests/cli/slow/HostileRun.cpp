// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/slow/HostileRun.h"

#include "support/TestPlaces.h"
#include "support/census/CensusFolder.h"

#include <sys/resource.h>
#include <sys/wait.h>

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <thread>

namespace observo::test {

namespace fs = std::filesystem;

namespace {

constexpr std::chrono::seconds kPatience{120};

std::string textOf(const fs::path& file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

double secondsOf(const timeval& time)
{
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

[[noreturn]] void become(const std::vector<std::string>& words, const fs::path& home)
{
    const auto redirect = [&](const char* name, int descriptor) {
        const int file = ::open((home / name).c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
        ::dup2(file, descriptor);
    };
    redirect("out", STDOUT_FILENO);
    redirect("err", STDERR_FILENO);
    for (const char* variable : {"HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "TMPDIR"}) {
        ::setenv(variable, home.c_str(), 1);
    }
    std::vector<char*> arguments;
    std::ranges::transform(words, std::back_inserter(arguments),
                           [](const std::string& word) { return const_cast<char*>(word.c_str()); });
    arguments.push_back(nullptr);
    ::execvp(arguments[0], arguments.data());
    ::_exit(127);
}

} // namespace

std::vector<HostileFile> makeHostileFiles(const fs::path& folder)
{
    std::string said;
    const auto maker = sourceFolder() / "tests/hostile/make_hostile.py";
    if (test::run("/usr/bin/python3 -W ignore '" + maker.string() + "' '" + folder.string() + "'", &said) != 0) {
        throw std::runtime_error("the corpus cannot be made: " + said);
    }
    std::vector<HostileFile> files;
    std::ifstream list(folder / "list.tsv");
    for (std::string line; std::getline(list, line);) {
        const auto first = line.find('\t');
        const auto second = line.find('\t', first + 1);
        files.push_back({.file = folder / line.substr(0, first),
                         .verdict = line.substr(first + 1, second - first - 1),
                         .what = line.substr(second + 1)});
    }
    return files;
}

MeasuredRun runMeasured(const std::vector<std::string>& words, const fs::path& home)
{
    fs::create_directories(home);
    const pid_t child = ::fork();
    if (child == 0) {
        become(words, home);
    }
    const auto end = std::chrono::steady_clock::now() + kPatience;
    int status = 0;
    rusage used{};
    pid_t ended = 0;
    while ((ended = ::wait4(child, &status, WNOHANG, &used)) == 0) {
        if (std::chrono::steady_clock::now() > end) {
            ::kill(child, SIGKILL);
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    return {.status = ended == child && WIFEXITED(status) ? WEXITSTATUS(status) : -1,
            .processorSeconds = secondsOf(used.ru_utime) + secondsOf(used.ru_stime),
            .mebibytes = static_cast<double>(used.ru_maxrss) / 1024.0,
            .out = textOf(home / "out"),
            .err = textOf(home / "err")};
}

} // namespace observo::test
