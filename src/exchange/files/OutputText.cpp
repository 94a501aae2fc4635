// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/OutputText.h"

#include <fstream>
#include <functional>
#include <string_view>

namespace observo::exchange {
namespace {

constexpr std::size_t kFlushAt = 1U << 20U;

} // namespace

Result<OutputText> OutputText::create(const std::filesystem::path& file)
{
    auto checked = CheckedFile::create(file, Overwrite::Refuse);
    if (!checked) {
        return fail(checked.error());
    }
    return OutputText(std::move(*checked), FilePrint{.file = file, .pieces = {}});
}

Done OutputText::flushIfLarge()
{
    return text.size() < kFlushAt ? done() : flush();
}

Done OutputText::flush()
{
    m_print.pieces.push_back({.bytes = text.size(), .hash = std::hash<std::string_view>{}(text)});
    auto written = m_file.write(std::string_view(text));
    text.clear();
    return written;
}

Result<FilePrint> OutputText::finish()
{
    if (auto flushed = flush(); !flushed) {
        return fail(flushed.error());
    }
    if (auto published = m_file.publish(); !published) {
        return fail(published.error());
    }
    return std::move(m_print);
}

Done sameBytes(const FilePrint& print)
{
    std::ifstream in(print.file, std::ios::binary);
    std::string piece;
    bool isSame = in.is_open();
    for (const FilePrint::Piece& written : print.pieces) {
        piece.resize(written.bytes);
        in.read(piece.data(), static_cast<std::streamsize>(piece.size()));
        isSame = isSame && static_cast<std::size_t>(in.gcount()) == written.bytes &&
                 std::hash<std::string_view>{}(piece) == written.hash;
    }
    if (isSame && in.peek() == std::ifstream::traits_type::eof()) {
        return done();
    }
    return fail(Error{.code = ErrorCode::OutputFailed,
                      .what = "the disk does not give back what was written",
                      .file = print.file.filename().string(),
                      .advice = "nothing was left behind; check the disk, or choose another one"});
}

} // namespace observo::exchange
