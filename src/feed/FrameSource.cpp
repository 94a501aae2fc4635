// SPDX-License-Identifier: GPL-3.0-or-later
#include "FrameSource.h"

#include "Bytes.h"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <utility>

namespace observo::feed {

namespace {

constexpr std::size_t kUsualBuffer = 256UL * 1024;
constexpr std::chrono::milliseconds kSlice{50};

} // namespace

FrameSource::FrameSource(ReaderProcess process, std::chrono::milliseconds silence)
    : m_process(std::move(process)), m_silence(silence), m_buffer(kUsualBuffer)
{}

Result<Frame> FrameSource::next(const Progress& progress)
{
    if (auto filled = fill(kFrameHead, progress); !filled) {
        return fail(std::move(filled.error()));
    }
    ByteReader head(std::string_view(m_buffer.data() + m_begin, kFrameHead));
    const std::size_t length = head.take<std::uint32_t>();
    const auto kind = head.take<std::uint8_t>();
    if (length > kMostPayload || kind < static_cast<std::uint8_t>(FrameKind::Hello) ||
        kind > static_cast<std::uint8_t>(FrameKind::Failure)) {
        return fail(nonsense("a frame has no known kind or is too long"));
    }
    if (auto filled = fill(kFrameHead + length, progress); !filled) {
        return fail(std::move(filled.error()));
    }
    const std::string_view payload(m_buffer.data() + m_begin + kFrameHead, length);
    m_begin += kFrameHead + length;
    return Frame{static_cast<FrameKind>(kind), payload};
}

Error FrameSource::nonsense(const char* why)
{
    return stop({.code = ErrorCode::InputNotUnderstood,
                 .what = std::string("the reader of the file sent nonsense and was stopped: ") + why,
                 .advice = "do not trust this file: ask its sender for another copy or another format"});
}

Done FrameSource::fill(std::size_t wanted, const Progress& progress)
{
    if (m_end - m_begin < wanted && m_begin > 0) {
        std::memmove(m_buffer.data(), m_buffer.data() + m_begin, m_end - m_begin);
        m_end -= m_begin;
        m_begin = 0;
    }
    auto silent = std::chrono::steady_clock::now();
    while (m_end - m_begin < wanted) {
        if (m_buffer.size() == m_end) {
            // It grows with what has come and not with what a length promises.
            m_buffer.resize(std::max(m_buffer.size() * 2, kUsualBuffer));
        }
        std::size_t got = 0;
        const auto heard = m_process.read(std::span(m_buffer).subspan(m_end), got, kSlice);
        m_end += got;
        if (progress.cancelled()) {
            return fail(stop({.code = ErrorCode::Cancelled, .what = "reading the file was cancelled"}));
        }
        const auto now = std::chrono::steady_clock::now();
        if (heard == ReaderProcess::Heard::Bytes) {
            silent = now;
        } else if (heard == ReaderProcess::Heard::End) {
            return fail(errorOf(m_process.wait()));
        } else if (now - silent > m_silence) {
            return fail(stop({.code = ErrorCode::InputNotUnderstood,
                              .what = "the reader of the file said nothing for a long time and was stopped",
                              .advice = "the file may be damaged, or its disk too slow: copy it to this computer and "
                                        "try again"}));
        }
    }
    return done();
}

Error FrameSource::stop(Error error)
{
    m_process.kill();
    static_cast<void>(m_process.wait());
    return error;
}

} // namespace observo::feed
