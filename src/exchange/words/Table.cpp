// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/Table.h"

#include "EmbeddedIntake.h"

namespace observo::exchange {

std::vector<std::string_view> partsOf(std::string_view text, char mark)
{
    std::vector<std::string_view> parts;
    while (true) {
        const auto end = text.find(mark);
        parts.push_back(text.substr(0, end));
        if (end == std::string_view::npos) {
            return parts;
        }
        text.remove_prefix(end + 1);
    }
}

std::vector<std::vector<std::string_view>> intakeTable(std::string_view name)
{
    std::vector<std::vector<std::string_view>> rows;
    for (const EmbeddedFile& file : embeddedIntake()) {
        if (file.name != name) {
            continue;
        }
        bool isHeading = true;
        for (const std::string_view line : partsOf(file.text, '\n')) {
            if (!isHeading && !line.empty()) {
                rows.push_back(partsOf(line, ','));
            }
            isHeading = false;
        }
    }
    return rows;
}

} // namespace observo::exchange
