// SPDX-License-Identifier: GPL-3.0-or-later
#include "RowSetCheck.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace observo::exchange {

RowSetCheck::RowSetCheck(const ExportJob& job, std::string file) : m_job(job), m_file(std::move(file))
{
    m_read.reserve(job.prints(RecordKind::Camera).size());
}

Done RowSetCheck::take(const ReadRow& row)
{
    const auto& columns = m_job.plan().cameras.columns;
    if (row.cells.size() != columns.size()) {
        return fail(differs("the file read back has other columns than were written"));
    }
    constexpr double kNowhere = std::numeric_limits<double>::quiet_NaN();
    m_read.push_back({hashOfCells(columns, row.cells), row.point.value_or(MapPoint{kNowhere, kNowhere})});
    return done();
}

Done RowSetCheck::end()
{
    const auto& prints = m_job.prints(RecordKind::Camera);
    const auto& points = m_job.plan().points;
    if (m_read.size() != prints.size()) {
        return fail(differs("the file read back has not as many rows as were written"));
    }
    std::vector<Row> written;
    written.reserve(prints.size());
    for (std::size_t i = 0; i < prints.size(); ++i) {
        written.push_back({prints[i], points[i]});
    }
    std::ranges::sort(written, {}, &Row::print);
    std::ranges::sort(m_read, {}, &Row::print);
    const double tolerance = placeToleranceOf(m_job.plan());
    for (std::size_t i = 0; i < written.size(); ++i) {
        if (written[i].print != m_read[i].print) {
            return fail(differs("a value read back is not the one written"));
        }
        // Written so that a coordinate that is no number counts as wrong.
        const bool isThere = std::abs(m_read[i].point.x - written[i].point.x) <= tolerance &&
                             std::abs(m_read[i].point.y - written[i].point.y) <= tolerance;
        if (!isThere) {
            return fail(differs("a position read back is not the one written"));
        }
    }
    return done();
}

Error RowSetCheck::differs(std::string what) const
{
    return {.code = ErrorCode::OutputFailed,
            .what = std::move(what),
            .file = m_file,
            .advice = "nothing was left behind; export again, or choose another disk"};
}

} // namespace observo::exchange
