// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ExportJob.h"
#include "RowCheck.h"

#include <cstdint>
#include <string>
#include <vector>

namespace observo::exchange {

/// Compares the cameras of a file with those that were given for writing, whatever their order: a format with a
/// spatial index puts them in an order of its own. Each row has its own identity in it, so that no two are equal.
class RowSetCheck {
public:
    RowSetCheck(const ExportJob& job, std::string file);

    [[nodiscard]] Done take(const ReadRow& row);
    /// That what was read is what was written, to the row.
    [[nodiscard]] Done end();

private:
    struct Row {
        std::uint64_t print = 0;
        MapPoint point;
    };
    [[nodiscard]] Error differs(std::string what) const;

    const ExportJob& m_job;
    std::string m_file;
    std::vector<Row> m_read;
};

} // namespace observo::exchange
