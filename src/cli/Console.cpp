// SPDX-License-Identifier: GPL-3.0-or-later
#include "Console.h"

#include "ErrorWords.h"

#include <nlohmann/json.hpp>

#include <atomic>
#include <cmath>
#include <csignal>
#include <memory>
#include <string>

namespace observo::cli {
namespace {

// A signal handler may only set a flag; the listener of the progress looks at it.
std::atomic<bool> g_interrupted{false};

void onInterrupt(int /*signal*/)
{
    g_interrupted.store(true);
}

void drawBar(std::ostream& err, int percent)
{
    constexpr int kWidth = 40;
    const int filled = percent * kWidth / 100;
    err << '\r' << '[' << std::string(static_cast<std::size_t>(filled), '#')
        << std::string(static_cast<std::size_t>(kWidth - filled), ' ') << "] " << percent << " %";
    if (percent == 100) {
        err << '\n';
    }
    err << std::flush;
}

} // namespace

void cancelOnInterrupt()
{
    std::signal(SIGINT, onInterrupt);
    std::signal(SIGTERM, onInterrupt);
}

void Console::say(std::string_view message)
{
    if (!quiet) {
        m_err << "observo-cli: " << message << '\n';
    }
}

void Console::print(const nlohmann::ordered_json& document)
{
    m_out << document.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) << '\n';
}

ExitCode Console::report(const Error& error)
{
    const std::string message = sentenceFor(error, language);
    m_err << "observo-cli: " << message << '\n';
    if (json) {
        nlohmann::ordered_json body{{"code", nameOf(error.code)}, {"message", message}};
        body["file"] = error.file.empty() ? nlohmann::ordered_json() : nlohmann::ordered_json(error.file);
        body["row"] = error.row ? nlohmann::ordered_json(*error.row) : nlohmann::ordered_json();
        body["field"] = error.field.empty() ? nlohmann::ordered_json() : nlohmann::ordered_json(error.field);
        if (error.holder) {
            body["holder"] = {{"user", error.holder->user},
                              {"host", error.holder->host},
                              {"program", error.holder->program},
                              {"since", error.holder->since}};
        }
        if (error.bytesNeeded > 0) {
            body["bytes_needed"] = error.bytesNeeded;
        }
        print({{"error", body}});
    }
    return exitCodeFor(error.code);
}

Progress Console::progress()
{
    // The listener must cancel the very progress it listens to, which exists only after it.
    auto self = std::make_shared<std::weak_ptr<Progress>>();
    auto shown = std::make_shared<int>(-1);
    auto listener = [this, self, shown](double share) {
        if (g_interrupted.load()) {
            if (const auto progress = self->lock()) {
                progress->cancel();
            }
        }
        const int percent = static_cast<int>(std::floor(share * 100));
        const int step = m_isTerminal ? percent : percent / 10 * 10;
        if (quiet || step <= *shown) {
            return;
        }
        *shown = step;
        if (m_isTerminal) {
            drawBar(m_err, percent);
        } else if (step > 0) {
            m_err << step << " %\n";
        }
    };
    auto held = std::make_shared<Progress>(std::move(listener));
    *self = held;
    static thread_local std::shared_ptr<Progress> t_running;
    t_running = held;
    return *held;
}

} // namespace observo::cli
