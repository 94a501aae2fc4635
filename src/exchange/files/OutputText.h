// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/CheckedFile.h"
#include "observo/core/Result.h"

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace observo::exchange {

/// What was handed to the disk for one file, piece by piece, to be compared with what the disk gives back.
struct FilePrint {
    struct Piece {
        std::size_t bytes = 0;
        std::size_t hash = 0;
    };
    std::filesystem::path file;
    std::vector<Piece> pieces;
};

/// A buffered file of text or bytes; `text` goes to a checked file when it has grown.
class OutputText {
public:
    [[nodiscard]] static Result<OutputText> create(const std::filesystem::path& file);

    std::string text;
    [[nodiscard]] Done flushIfLarge();
    /// Writes the rest, syncs and gives the file its name.
    [[nodiscard]] Result<FilePrint> finish();

private:
    OutputText(CheckedFile file, FilePrint print) : m_file(std::move(file)), m_print(std::move(print)) {}
    [[nodiscard]] Done flush();

    CheckedFile m_file;
    FilePrint m_print;
};

/// Reads the file and compares every byte with what was written.
[[nodiscard]] Done sameBytes(const FilePrint& print);

} // namespace observo::exchange
