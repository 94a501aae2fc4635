// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/feed/FileInfo.h"

#include <string>
#include <string_view>
#include <vector>

namespace observo::reader {

/// How texts are to be read, and what has to be said about it.
struct EncodingChoice {
    feed::Encoding encoding;
    std::vector<feed::Problem> problems;
};

/// Chooses by what was asked for, what the file declares (with its evidence; an empty name: nothing), and the bytes of
/// its texts. A declaration that the bytes contradict is not followed, and that is said.
[[nodiscard]] EncodingChoice chooseEncoding(const std::string& requested, const feed::Encoding& declared,
                                            std::string_view texts);

} // namespace observo::reader
