// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ExitCode.h"

#include "observo/core/Progress.h"
#include "observo/core/Result.h"
#include "observo/core/Translatable.h"

#include <nlohmann/json_fwd.hpp>

#include <ostream>
#include <string_view>

namespace observo::cli {

/// Where a command's result and its messages go: results to standard output and nothing else, messages to standard
/// error. With `json` the result is exactly one JSON document.
class Console {
public:
    Console(std::ostream& out, std::ostream& err, bool isTerminal) : m_out(out), m_err(err), m_isTerminal(isTerminal) {}

    bool json = false;
    bool quiet = false;
    Language language = Language::English;

    [[nodiscard]] std::ostream& out() { return m_out; }
    /// A remark for the person, on standard error; silent with --quiet.
    void say(std::string_view message);
    /// The one JSON document.
    void print(const nlohmann::ordered_json& document);
    /// The error as one line on standard error, and as JSON on standard output when asked for. Returns its exit code.
    ExitCode report(const Error& error);
    /// Shows progress on standard error: a bar on a terminal, else a line every 10 %; nothing with --quiet.
    /// Cancelled by Ctrl-C.
    [[nodiscard]] Progress progress();

    [[nodiscard]] std::string_view in(const Label& label) const { return label.in(language); }

private:
    std::ostream& m_out;
    std::ostream& m_err;
    bool m_isTerminal;
};

/// Ctrl-C and SIGTERM cancel the progress of the running command instead of killing the program.
void cancelOnInterrupt();

} // namespace observo::cli
