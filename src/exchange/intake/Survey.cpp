// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/Survey.h"

#include "words/Fold.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <map>
#include <optional>
#include <utility>

namespace observo::exchange {
namespace {

/// So many rows tell what the columns mean.
constexpr std::size_t kTellingRows = 500;
/// So many of them a person looks at.
constexpr std::size_t kShownRows = 50;

/// What the rows beyond the first ones are still looked at for.
class Look {
public:
    Look(const SourceTable& table, Survey& found) : m_table(&table), m_found(&found)
    {
        for (std::size_t i = 0; i < found.columns.size(); ++i) {
            const auto* field = found.columns[i].meaning.field;
            if (field != nullptr && field->type == FieldType::Date) {
                m_days.emplace(i, DayEvidence{});
            }
            if (foldedName(table.columns[i].name) == "manmade") {
                m_manMade = i;
            }
        }
    }

    void at(const SourceRow& row)
    {
        ++m_found->rows;
        for (auto& [column, evidence] : m_days) {
            evidence.look(textOfRaw(row.values.at(column)));
        }
        if (m_manMade && !m_found->holdsSurveillance) {
            m_found->holdsSurveillance = foldedText(textOfRaw(row.values.at(*m_manMade))) == "surveillance";
        }
        m_found->holdsSymbols = m_found->holdsSymbols || isSymbol(*m_table, row);
        if (const RawPlace raw = m_found->places.of(row); raw.point) {
            m_points.take(*raw.point);
        }
    }

    void finish(const std::string& dates)
    {
        for (const auto& [column, evidence] : m_days) {
            ColumnUse& use = m_found->columns[column].use;
            use.dayOrder =
                dates.empty() ? evidence.order() : (dates == "month first" ? DayOrder::MonthFirst : DayOrder::DayFirst);
            use.isDayOrderSure = !dates.empty() || evidence.isSure();
        }
        m_found->sample = m_points.points();
    }

private:
    const SourceTable* m_table;
    Survey* m_found;
    std::map<std::size_t, DayEvidence> m_days;
    std::optional<std::size_t> m_manMade;
    PointSample m_points;
};

Result<std::vector<SourceRow>> firstRows(Source& source)
{
    std::vector<SourceRow> rows;
    SourceRow row;
    while (rows.size() < kTellingRows) {
        const auto more = source.next(row);
        if (!more) {
            return fail(more.error());
        }
        if (!*more) {
            break;
        }
        rows.push_back(row);
    }
    return rows;
}

} // namespace

bool isSymbol(const SourceTable& table, const SourceRow& row)
{
    if (table.format != "DXF" || !row.point || row.isCentre) {
        return false;
    }
    const auto text = std::ranges::find(table.columns, "Text", &SourceColumn::name);
    return text == table.columns.end() ||
           textOfRaw(row.values.at(static_cast<std::size_t>(text - table.columns.begin()))).empty();
}

void PointSample::take(MapPoint point)
{
    constexpr std::size_t kMost = 1000;
    if (!std::isfinite(point.x) || !std::isfinite(point.y) || (point.x == 0.0 && point.y == 0.0) ||
        m_seen++ % m_stride != 0) {
        return;
    }
    m_points.push_back(point);
    if (m_points.size() < kMost) {
        return;
    }
    m_stride *= 2;
    std::vector<MapPoint> kept;
    for (std::size_t i = 0; i < m_points.size(); i += 2) {
        kept.push_back(m_points[i]);
    }
    m_points = std::move(kept);
}

Result<Survey> survey(Source& source, const MappingProfile& profile, bool wantsMetres, const Progress& progress)
{
    if (auto ready = source.rewind(progress); !ready) {
        return fail(ready.error());
    }
    const SourceTable& table = source.table();
    const auto first = firstRows(source);
    if (!first) {
        return fail(first.error());
    }
    std::vector<ColumnSample> samples(table.columns.size());
    for (const SourceRow& row : *first) {
        for (std::size_t i = 0; i < samples.size(); ++i) {
            samples[i].look(row.values.at(i));
        }
    }
    auto columns = mapColumns(table, samples, profile);
    if (!columns) {
        return fail(columns.error());
    }
    Places places(table, *columns, wantsMetres);
    places.lookAtValues(table, samples);
    Survey found{.columns = std::move(*columns), .places = places};
    Look look(table, found);
    for (const SourceRow& row : *first) {
        look.at(row);
    }
    SourceRow row;
    while (first->size() == kTellingRows) {
        const auto more = progress.cancelled()
                              ? Result<bool>(fail(ErrorCode::Cancelled, "cancelled", "nothing was changed"))
                              : source.next(row);
        if (!more) {
            return fail(more.error());
        }
        if (!*more) {
            break;
        }
        look.at(row);
    }
    look.finish(profile.dates);
    const auto shown = static_cast<std::ptrdiff_t>(std::min(first->size(), kShownRows));
    found.first.assign(first->begin(), first->begin() + shown);
    return found;
}

} // namespace observo::exchange
