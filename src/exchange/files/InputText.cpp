// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/InputText.h"

#include <algorithm>
#include <utility>

namespace observo::exchange {
namespace {

constexpr std::size_t kBufferBytes = 256UL * 1024;

} // namespace

Result<InputText> InputText::open(const std::filesystem::path& file)
{
    std::ifstream in(file, std::ios::binary);
    if (!in) {
        return fail(Error{.code = ErrorCode::OutputFailed,
                          .what = "a file just written cannot be opened",
                          .file = file.filename().string(),
                          .advice = "check the disk, then export again"});
    }
    return InputText(file, std::move(in));
}

InputText::InputText(std::filesystem::path file, std::ifstream in)
    : m_file(std::move(file)), m_in(std::move(in)), m_buffer(kBufferBytes, '\0')
{}

bool InputText::refill()
{
    m_before += m_size;
    m_in.read(m_buffer.data(), static_cast<std::streamsize>(m_buffer.size()));
    m_size = static_cast<std::size_t>(m_in.gcount());
    m_at = 0;
    return m_size > 0;
}

void InputText::skipBlanks()
{
    for (int c = peek(); c == ' ' || c == '\n' || c == '\r' || c == '\t'; c = peek()) {
        ++m_at;
    }
}

void InputText::appendUntil(std::string& out, char a, char b)
{
    while (peek() != kEnd) {
        const char* const from = m_buffer.data() + m_at;
        const char* const last = m_buffer.data() + m_size;
        const char* const mark = std::find_if(from, last, [a, b](char c) { return c == a || c == b; });
        out.append(from, mark);
        m_at += static_cast<std::size_t>(mark - from);
        if (mark != last) {
            return;
        }
    }
}

bool InputText::take(std::string& out, std::size_t count)
{
    out.clear();
    while (out.size() < count && peek() != kEnd) {
        const std::size_t part = std::min(count - out.size(), m_size - m_at);
        out.append(m_buffer, m_at, part);
        m_at += part;
    }
    return out.size() == count;
}

tl::unexpected<Error> InputText::misread(const std::string& what) const
{
    return fail(Error{.code = ErrorCode::OutputFailed,
                      .what = "read back, " + what + " at byte " + std::to_string(position()),
                      .file = m_file.filename().string(),
                      .advice = "nothing was left behind; export again, or choose another disk"});
}

} // namespace observo::exchange
