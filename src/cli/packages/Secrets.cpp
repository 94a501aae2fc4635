// SPDX-License-Identifier: GPL-3.0-or-later
#include "packages/Secrets.h"

#include <termios.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <istream>

namespace observo::cli {
namespace {

/// The terminal shows nothing of what is typed while this lives.
class Unseen {
public:
    Unseen()
    {
        m_isTerminal = ::tcgetattr(STDIN_FILENO, &m_before) == 0;
        if (m_isTerminal) {
            auto quiet = m_before;
            quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
            ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
        }
    }
    ~Unseen()
    {
        if (m_isTerminal) {
            ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
            std::cerr << '\n';
        }
    }
    Unseen(const Unseen&) = delete;
    Unseen& operator=(const Unseen&) = delete;

private:
    ::termios m_before{};
    bool m_isTerminal = false;
};

Result<std::string> lineOf(std::istream& in, const std::string& file)
{
    std::string line;
    std::getline(in, line);
    if (!line.empty() && line.back() == '\r') {
        line.pop_back();
    }
    if (line.empty()) {
        return fail(Error{.code = ErrorCode::InputUnreadable,
                          .what = "the first line holds no passphrase or code",
                          .file = file,
                          .advice = "write it into the first line of a file that only you may read"});
    }
    return line;
}

} // namespace

Result<std::string> secretFrom(const std::string& file, const std::string& question)
{
    if (file == "-") {
        return lineOf(std::cin, "standard input");
    }
    if (!file.empty()) {
        std::ifstream in(file, std::ios::binary);
        return lineOf(in, file);
    }
    if (::isatty(STDIN_FILENO) == 0) {
        return fail(ErrorCode::InvalidArgument, question + ": nobody can be asked",
                    "name a file whose first line it is, or - for standard input");
    }
    std::cerr << question << ": " << std::flush;
    const Unseen unseen;
    return lineOf(std::cin, "the terminal");
}

std::filesystem::path packageCounters()
{
    const char* state = std::getenv("XDG_STATE_HOME");
    const char* home = std::getenv("HOME");
    const std::filesystem::path folder = state != nullptr && *state != '\0'
                                             ? std::filesystem::path(state)
                                             : std::filesystem::path(home != nullptr ? home : ".") / ".local" / "state";
    return folder / "observo" / "packages.json";
}

} // namespace observo::cli
