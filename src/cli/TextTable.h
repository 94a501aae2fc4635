// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ostream>
#include <string>
#include <vector>

namespace observo::cli {

/// Rows of text in aligned columns, the first one the header. Widths count characters, not bytes; line ends and
/// control characters in a cell become spaces, so that data cannot change the layout or the terminal.
class TextTable {
public:
    void add(std::vector<std::string> row);
    void write(std::ostream& out) const;

private:
    std::vector<std::vector<std::string>> m_rows;
};

} // namespace observo::cli
