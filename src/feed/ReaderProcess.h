// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Result.h"

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>

namespace observo::feed {

/// How a process ended.
struct Ending {
    int exitCode = 0;
    int signal = 0; ///< 0: it ended by itself
};

/// What the ending of a reader means for the person who opened the file; nothing is said about a good one.
[[nodiscard]] Error errorOf(const Ending& ending);

/// A child process that is told one thing on its standard input and answers on its standard output. It gets nothing
/// else: no other descriptor, no terminal, no environment but its private folder and a neutral locale. Killed and
/// waited for when the value dies.
class ReaderProcess {
public:
    /// `task` is held in memory for the child, so that no write can block or raise a signal here.
    [[nodiscard]] static Result<ReaderProcess> start(const std::filesystem::path& program, std::string_view task,
                                                     const std::filesystem::path& folder);
    ReaderProcess(ReaderProcess&& other) noexcept;
    ReaderProcess& operator=(ReaderProcess&& other) noexcept;
    ReaderProcess(const ReaderProcess&) = delete;
    ReaderProcess& operator=(const ReaderProcess&) = delete;
    ~ReaderProcess();

    enum class Heard { Bytes, Nothing, End };
    /// Waits at most `patience` for bytes; `got` says how many came.
    [[nodiscard]] Heard read(std::span<char> into, std::size_t& got, std::chrono::milliseconds patience);
    void kill();
    /// Waits until it is over.
    [[nodiscard]] Ending wait();

private:
    ReaderProcess(int process, int output) : m_process(process), m_output(output) {}

    int m_process = -1;
    int m_output = -1;
    Ending m_ending;
};

/// observo-reader beside the running program.
[[nodiscard]] std::filesystem::path standardReader();

} // namespace observo::feed
