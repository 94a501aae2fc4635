// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sealing/PackageHeader.h"
#include "sealing/Sodium.h"

#include "observo/core/CheckedFile.h"
#include "observo/core/Result.h"

#include <istream>
#include <memory>
#include <string>
#include <string_view>

namespace observo::exchange {

/// Plain bytes of a block.
constexpr std::size_t kBlockBytes = 64UL * 1024;

/// Encrypts a stream block by block (XChaCha20-Poly1305 secretstream); the last block says that it is the last.
class SealingStream {
public:
    /// Fills the stream's start into the header, which is written before the first block.
    SealingStream(const Secret<kKeyBytes>& key, PackageHeader& header);
    ~SealingStream();
    SealingStream(const SealingStream&) = delete;
    SealingStream& operator=(const SealingStream&) = delete;

    /// What every block proves along.
    void setMark(std::string mark) { m_mark = std::move(mark); }
    [[nodiscard]] Done write(CheckedFile& out, std::string_view bytes);
    [[nodiscard]] Done finish(CheckedFile& out);

private:
    [[nodiscard]] Done block(CheckedFile& out, std::string_view bytes, bool isLast);

    struct State;
    std::unique_ptr<State> m_state;
    std::string m_mark;
    std::string m_waiting;
};

/// The other way: gives the plain bytes of one block after the other. Any byte that is not as it was written, a block
/// missing, moved or added, and an end that is not the end, are errors.
class UnsealingStream {
public:
    UnsealingStream(const Secret<kKeyBytes>& key, const PackageHeader& header, std::string mark);
    ~UnsealingStream();
    UnsealingStream(const UnsealingStream&) = delete;
    UnsealingStream& operator=(const UnsealingStream&) = delete;

    /// The next block into `bytes`; false when the last one was given.
    [[nodiscard]] Result<bool> next(std::istream& in, std::string& bytes);

private:
    struct State;
    std::unique_ptr<State> m_state;
    std::string m_mark;
    std::string m_sealed;
    bool m_isEnded = false;
};

} // namespace observo::exchange
