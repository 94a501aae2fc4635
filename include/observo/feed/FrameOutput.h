// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Result.h"
#include "observo/feed/FileInfo.h"
#include "observo/feed/Row.h"
#include "observo/feed/Stream.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace observo::feed {

/// What the reader is told at its start: the request, its limits, and the private folder that is its own.
struct ReaderTask {
    Request request;
    Limits limits;
    std::string privateFolder;
};

/// Reads the task from a descriptor, as the reader process finds it on its standard input.
[[nodiscard]] Result<ReaderTask> readTask(int descriptor);

/// How the reader ends when it cannot speak any more; the parent turns these into words.
enum class LastWord : int {
    Fine = 0,
    OutOfMemory = 101,
    Network = 102,
    OtherProgram = 103,
    Forbidden = 104,
    NoFence = 105, ///< the fence did not hold when it was tried
    Lost = 106,    ///< nobody listens any more
};

/// The reader's side of the pipe: frames with their length ahead, rows gathered into frames of some 64 KiB. A parent
/// that is gone ends the process.
class FrameOutput {
public:
    explicit FrameOutput(int descriptor);
    FrameOutput(const FrameOutput&) = delete;
    FrameOutput& operator=(const FrameOutput&) = delete;

    /// Comes first; `layer` is the index of the one whose rows follow, `columns` those of its columns that will come.
    void file(const FileInfo& info, std::size_t layer, const std::vector<std::uint32_t>& columns);
    void row(const Row& row);
    void problem(const Problem& problem);
    void progress(double share);
    /// Comes last: all went well, or why it did not.
    void end();
    void failure(const Error& error);
    [[nodiscard]] std::int64_t rows() const { return m_rows; }

private:
    void frame(std::uint8_t kind, std::string_view payload);
    void flushRows();
    void send(std::string_view bytes);

    int m_descriptor;
    std::string m_batch; ///< rows that wait for their frame
    std::uint32_t m_batched = 0;
    std::int64_t m_rows = 0;
};

} // namespace observo::feed
