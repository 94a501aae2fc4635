// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Console.h"

#include "observo/core/Result.h"
#include "observo/exchange/Receipt.h"

#include <filesystem>
#include <string>

namespace observo::cli {

/// Where a receipt goes, known before the work begins: an existing file named by --receipt is refused then, not after.
class ReceiptFile {
public:
    /// `option` is --receipt; empty: beside `source`, where one of an earlier run is replaced.
    [[nodiscard]] static Result<ReceiptFile> make(const std::string& option, const std::filesystem::path& source,
                                                  Overwrite overwrite);

    /// Saves it. One that nobody asked for and that cannot be written is only remarked.
    [[nodiscard]] Done save(Console& console, const exchange::Receipt& receipt) const;

private:
    std::filesystem::path m_file;
    bool m_isAsked = false;
    Overwrite m_overwrite = Overwrite::Replace;
};

/// The counts and problems for a person, or the receipt as the one JSON document. Findings are exit 1.
ExitCode showReceipt(Console& console, const exchange::Receipt& receipt);

} // namespace observo::cli
