// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Frames.h"
#include "ReaderProcess.h"

#include "observo/core/Progress.h"
#include "observo/core/Result.h"

#include <chrono>
#include <cstddef>
#include <string_view>
#include <vector>

namespace observo::feed {

/// One frame; its payload lives until the next one is asked for.
struct Frame {
    FrameKind kind = FrameKind::End;
    std::string_view payload;
};

/// Cuts what a reader sends into frames. Hears a cancel within a twentieth of a second and kills the reader then, and
/// also when it keeps silent for too long or sends what no reader sends.
class FrameSource {
public:
    FrameSource(ReaderProcess process, std::chrono::milliseconds silence);

    /// The next frame. The end of the stream is an error: the last frame says so before.
    [[nodiscard]] Result<Frame> next(const Progress& progress);
    /// Ends the reader for sending nonsense, and says so.
    [[nodiscard]] Error nonsense(const char* why);

private:
    [[nodiscard]] Done fill(std::size_t wanted, const Progress& progress);
    [[nodiscard]] Error stop(Error error);

    ReaderProcess m_process;
    std::chrono::milliseconds m_silence;
    std::vector<char> m_buffer;
    std::size_t m_begin = 0;
    std::size_t m_end = 0;
};

} // namespace observo::feed
