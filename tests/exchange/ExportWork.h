// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ExportJob.h"
#include "ExportPlan.h"
#include "Formats.h"
#include "support/exchange/CensusToExport.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

namespace observo::exchange {

/// A format's ending as a part of a test's name: "osm_tags_geojson".
[[nodiscard]] inline std::string testNameOf(const FormatInfo& format)
{
    std::string name(format.ending.substr(1));
    std::ranges::replace_if(
        name, [](char c) { return c == '.' || c == '-'; }, '_');
    return name;
}

/// An export held between its steps: planned, with a job that writes into the folder of exports itself.
class ExportWork {
public:
    ExportWork(test::CensusToExport& census, std::string_view name, ExportRequest options = {.edition = Edition::Full})
        : m_plan(planned(census, name, std::move(options))), m_job(census.reader(), m_plan, census.outFolder(), {})
    {}

    [[nodiscard]] const ExportPlan& plan() const { return m_plan; }
    [[nodiscard]] ExportJob& job() { return m_job; }
    [[nodiscard]] Done write() { return m_plan.format->write(m_job); }
    /// The rows alone are given, as if a format had written them.
    [[nodiscard]] Done giveRows()
    {
        const auto nowhere = [](const RowOut&) { return done(); };
        auto given = m_job.forEach(RecordKind::Camera, nowhere);
        given = given ? m_job.forEach(RecordKind::Site, nowhere) : given;
        return given ? m_job.forEach(RecordKind::System, nowhere) : given;
    }

private:
    static ExportPlan planned(test::CensusToExport& census, std::string_view name, ExportRequest options)
    {
        options.output = census.out(name);
        auto plan = planExport(census.reader(), options, {});
        expects(plan.has_value());
        return std::move(*plan);
    }

    ExportPlan m_plan;
    ExportJob m_job;
};

} // namespace observo::exchange
