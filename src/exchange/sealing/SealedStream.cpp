// SPDX-License-Identifier: GPL-3.0-or-later
#include "sealing/SealedStream.h"

#include <sodium.h>

#include <utility>

namespace observo::exchange {
namespace {

constexpr std::size_t kAdded = crypto_secretstream_xchacha20poly1305_ABYTES;

tl::unexpected<Error> notAsWritten()
{
    return fail(ErrorCode::InputNotUnderstood, "the package is damaged, cut off or was changed",
                "nothing of it was taken: ask its sender for it again");
}

} // namespace

/// The library's state, wiped when it dies.
struct SealingStream::State {
    crypto_secretstream_xchacha20poly1305_state stream{};
    ~State() { sodium_memzero(&stream, sizeof stream); }
};
/// The same for reading.
struct UnsealingStream::State {
    crypto_secretstream_xchacha20poly1305_state stream{};
    bool isStarted = false;
    ~State() { sodium_memzero(&stream, sizeof stream); }
};

SealingStream::SealingStream(const Secret<kKeyBytes>& key, PackageHeader& header) : m_state(std::make_unique<State>())
{
    crypto_secretstream_xchacha20poly1305_init_push(&m_state->stream, header.stream.data(), key.data());
}

SealingStream::~SealingStream() = default;

Done SealingStream::write(CheckedFile& out, std::string_view bytes)
{
    m_waiting += bytes;
    std::size_t from = 0;
    // One block always waits, since only the end tells whether it is the last.
    for (; m_waiting.size() - from > kBlockBytes; from += kBlockBytes) {
        if (auto written = block(out, std::string_view(m_waiting).substr(from, kBlockBytes), false); !written) {
            return written;
        }
    }
    m_waiting.erase(0, from);
    return done();
}

Done SealingStream::finish(CheckedFile& out)
{
    auto written = block(out, m_waiting, true);
    m_waiting.clear();
    return written;
}

Done SealingStream::block(CheckedFile& out, std::string_view bytes, bool isLast)
{
    std::string sealed(bytes.size() + kAdded, '\0');
    const Bytes plain = bytesIn(bytes);
    const Bytes mark = bytesIn(m_mark);
    crypto_secretstream_xchacha20poly1305_push(&m_state->stream, reinterpret_cast<unsigned char*>(sealed.data()),
                                               nullptr, plain.data(), plain.size(), mark.data(), mark.size(),
                                               isLast ? crypto_secretstream_xchacha20poly1305_TAG_FINAL
                                                      : crypto_secretstream_xchacha20poly1305_TAG_MESSAGE);
    return out.write(std::string_view(sealed));
}

UnsealingStream::UnsealingStream(const Secret<kKeyBytes>& key, const PackageHeader& header, std::string mark)
    : m_state(std::make_unique<State>()), m_mark(std::move(mark))
{
    m_state->isStarted =
        crypto_secretstream_xchacha20poly1305_init_pull(&m_state->stream, header.stream.data(), key.data()) == 0;
}

UnsealingStream::~UnsealingStream() = default;

Result<bool> UnsealingStream::next(std::istream& in, std::string& bytes)
{
    if (m_isEnded) {
        return false;
    }
    m_sealed.resize(kBlockBytes + kAdded);
    in.read(m_sealed.data(), static_cast<std::streamsize>(m_sealed.size()));
    m_sealed.resize(static_cast<std::size_t>(in.gcount()));
    if (!m_state->isStarted || m_sealed.size() < kAdded) {
        return notAsWritten();
    }
    bytes.resize(m_sealed.size() - kAdded);
    unsigned char tag = 0;
    const Bytes sealed = bytesIn(m_sealed);
    const Bytes mark = bytesIn(m_mark);
    const int opened = crypto_secretstream_xchacha20poly1305_pull(
        &m_state->stream, reinterpret_cast<unsigned char*>(bytes.data()), nullptr, &tag, sealed.data(), sealed.size(),
        mark.data(), mark.size());
    const bool isAtEnd = in.peek() == std::istream::traits_type::eof();
    m_isEnded = tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL;
    const bool isWhole = m_isEnded || tag == crypto_secretstream_xchacha20poly1305_TAG_MESSAGE;
    if (opened != 0 || !isWhole || isAtEnd != m_isEnded) {
        return notAsWritten();
    }
    return true;
}

} // namespace observo::exchange
