// SPDX-License-Identifier: GPL-3.0-or-later
#include "observo/census/Check.h"

#include "check/CensusContext.h"
#include "check/FileFindings.h"
#include "check/RecordContext.h"

#include <algorithm>
#include <tuple>

namespace observo::census {

namespace {

/// Which rules a run asks: those named, or all.
class Selection {
public:
    static Result<Selection> of(const std::vector<std::string>& only);

    [[nodiscard]] bool has(std::string_view rule) const
    {
        return m_all || std::find(m_names.begin(), m_names.end(), rule) != m_names.end();
    }
    [[nodiscard]] bool asksRecords() const { return m_all || !m_recordRules.empty(); }
    [[nodiscard]] const std::vector<std::string>& recordRules() const { return m_recordRules; }

private:
    bool m_all = true;
    std::vector<std::string> m_names;
    std::vector<std::string> m_recordRules;
};

std::string knownRules()
{
    std::string names;
    for (const auto& rule : rules()) {
        names += (names.empty() ? "" : ", ") + std::string(rule.name);
    }
    for (const auto& rule : fileRules()) {
        names += ", " + std::string(rule.name);
    }
    return names;
}

Result<Selection> Selection::of(const std::vector<std::string>& only)
{
    Selection selection;
    selection.m_all = only.empty();
    selection.m_names = only;
    for (const auto& name : only) {
        if (findRule(name) != nullptr) {
            selection.m_recordRules.push_back(name);
        } else if (findFileRule(name) == nullptr) {
            return fail(ErrorCode::UnknownField, "there is no rule " + name, "the rules are " + knownRules());
        }
    }
    return selection;
}

/// One run of all rules over all records.
class Run {
public:
    Run(Reader& reader, const CheckSources& sources, const Selection& selection)
        : m_reader(reader), m_sources(sources), m_selection(selection)
    {}

    [[nodiscard]] Result<CheckReport> check(const Progress& progress);

private:
    [[nodiscard]] Done checkFile(const Progress& progress);
    [[nodiscard]] Done checkRecords(const Progress& progress);
    void checkOne(const Record& record, const CensusContext& context);
    void take(std::vector<Finding> findings);
    [[nodiscard]] CheckReport report() &&;

    Reader& m_reader;
    const CheckSources& m_sources;
    const Selection& m_selection;
    Census m_census;
    std::vector<Finding> m_findings;
};

Result<CheckReport> Run::check(const Progress& progress)
{
    auto census = m_reader.census();
    if (!census) {
        return fail(census.error());
    }
    m_census = std::move(*census);
    if (auto checked = checkFile(progress.part(0.0, 0.3)); !checked) {
        return fail(checked.error());
    }
    if (auto checked = checkRecords(progress.part(0.3, 1.0)); !checked) {
        return fail(checked.error());
    }
    if (progress.cancelled()) {
        return fail(ErrorCode::Cancelled, "the check was cancelled");
    }
    return std::move(*this).report();
}

Done Run::checkFile(const Progress& progress)
{
    auto found = fileFindings(
        m_reader, m_census, [this](std::string_view rule) { return m_selection.has(rule); }, progress);
    if (!found) {
        return fail(found.error());
    }
    take(std::move(*found));
    return done();
}

Done Run::checkRecords(const Progress& progress)
{
    if (!m_selection.asksRecords() && !m_selection.has("F-ORPHAN")) {
        return done();
    }
    const auto context = CensusContext::load(m_reader, m_sources, progress.part(0.0, 0.4));
    if (!context) {
        return fail(context.error());
    }
    checkOne(m_census, *context);
    const auto check = [&](const auto& record) {
        checkOne(record, *context);
        return !progress.cancelled();
    };
    if (auto read = m_reader.forEachSystem(check, progress.part(0.4, 0.42)); !read) {
        return read;
    }
    if (auto read = m_reader.forEachSite(check, progress.part(0.42, 0.5)); !read) {
        return read;
    }
    return m_reader.forEachCamera({}, check, progress.part(0.5, 1.0));
}

void Run::checkOne(const Record& record, const CensusContext& context)
{
    if (m_selection.asksRecords()) {
        take(checkRecord(record, context, m_selection.recordRules()));
    }
    if (m_selection.has("F-ORPHAN")) {
        take(orphanFindings(record, [&](CameraId id) { return context.inventory().contains(id); }));
    }
}

void Run::take(std::vector<Finding> findings)
{
    std::move(findings.begin(), findings.end(), std::back_inserter(m_findings));
}

CheckReport Run::report() &&
{
    CheckReport report;
    report.findings = std::move(m_findings);
    std::sort(report.findings.begin(), report.findings.end(), [](const Finding& a, const Finding& b) {
        return std::tie(a.severity, a.rule, a.recordCode, a.record, a.field, a.messageEn) <
               std::tie(b.severity, b.rule, b.recordCode, b.record, b.field, b.messageEn);
    });
    for (const auto& finding : report.findings) {
        switch (finding.severity) {
        case Severity::Error:
            ++report.errors;
            break;
        case Severity::Warning:
            ++report.warnings;
            break;
        case Severity::Notice:
            ++report.notices;
            break;
        }
    }
    return report;
}

} // namespace

Result<CheckReport> checkCensus(Reader& reader, const CheckSources& sources, const std::vector<std::string>& only,
                                const Progress& progress)
{
    const auto selection = Selection::of(only);
    if (!selection) {
        return fail(selection.error());
    }
    return Run(reader, sources, *selection).check(progress);
}

Result<std::vector<Finding>> checkOne(Reader& reader, const Record& record, const CheckSources& sources)
{
    const RecordContext context(reader, record, sources);
    auto findings = checkRecord(record, context);
    auto orphans = orphanFindings(record, [&](CameraId id) { return reader.camera(id).has_value(); });
    std::move(orphans.begin(), orphans.end(), std::back_inserter(findings));
    if (const auto failure = context.failure(); failure) {
        return fail(*failure);
    }
    return findings;
}

} // namespace observo::census
