// SPDX-License-Identifier: GPL-3.0-or-later
#include "CsvText.h"

namespace observo::cli {

std::string csvField(std::string_view text)
{
    std::string field = "\"";
    for (const char c : text) {
        field.append(c == '"' ? 2 : 1, c);
    }
    return field + "\"";
}

} // namespace observo::cli
