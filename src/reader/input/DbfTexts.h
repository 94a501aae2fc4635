// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/feed/FileInfo.h"

#include <filesystem>
#include <string>

namespace observo::reader {

/// What a DBF file says of its texts, and a look at them.
struct DbfTexts {
    feed::Encoding declared; ///< by the language byte of its head; an empty name when it says nothing of use
    std::string sample;      ///< the bytes of its texts that are not plain, a line each, with what stands around them
};

/// Nothing when the file is missing or broken: then there is nothing to be read either.
[[nodiscard]] DbfTexts lookAtDbf(const std::filesystem::path& dbf);

/// The encoding that a .cpg file names; an empty name when there is none.
[[nodiscard]] feed::Encoding lookAtCpg(const std::filesystem::path& cpg);

} // namespace observo::reader
