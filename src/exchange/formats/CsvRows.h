// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "RowCheck.h"
#include "files/InputText.h"

#include <filesystem>
#include <string>
#include <vector>

namespace observo::exchange {

/// The rows of a CSV file as RFC 4180 has them: the first two cells are the position, the others the values.
class CsvRows : public RowSource {
public:
    /// Reads the first line, which must hold these names.
    [[nodiscard]] static Result<CsvRows> open(const std::filesystem::path& file, const std::vector<std::string>& names);

    [[nodiscard]] Result<bool> next(ReadRow& row) override;

private:
    explicit CsvRows(InputText in) : m_in(std::move(in)) {}
    [[nodiscard]] Done line();
    [[nodiscard]] Done cell(std::string& text);

    InputText m_in;
    std::vector<std::string> m_cells;
    std::size_t m_count = 0;
};

} // namespace observo::exchange
