// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Columns.h"
#include "RowCheck.h"
#include "files/InputText.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace observo::exchange {

/// The rows of a DBF file; its columns must be those of the table, in order, under their short names.
class DbfRows : public RowSource {
public:
    [[nodiscard]] static Result<DbfRows> open(const std::filesystem::path& file, const TablePlan& table);

    /// Fills the cells; a DBF has no positions.
    [[nodiscard]] Result<bool> next(ReadRow& row) override;

private:
    struct Column {
        char type = 'C';
        std::size_t width = 0;
    };
    explicit DbfRows(InputText in) : m_in(std::move(in)) {}
    [[nodiscard]] Done header(const TablePlan& table);
    [[nodiscard]] Result<bool> atEnd();

    InputText m_in;
    std::vector<Column> m_columns;
    std::uint32_t m_left = 0;
    std::size_t m_recordBytes = 0;
    std::string m_record;
};

} // namespace observo::exchange
