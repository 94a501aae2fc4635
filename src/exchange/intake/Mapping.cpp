// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/Mapping.h"

#include "words/Fold.h"
#include "words/NumberText.h"
#include "words/ValueWords.h"

#include "observo/geo/CoordinateText.h"

#include <algorithm>
#include <array>

namespace observo::exchange {
namespace {

using Roles = std::set<ColumnRole>;

bool hasLetter(std::string_view text)
{
    return std::ranges::any_of(text, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0xC0;
    });
}

template <typename Fits>
bool mostFit(const ColumnSample& sample, const Fits& fits)
{
    const auto good = std::ranges::count_if(sample.values(), fits);
    return static_cast<std::size_t>(good) * 2 > sample.values().size();
}

bool areCoordinates(const ColumnSample& sample)
{
    constexpr int kEnough = 5; // reading coordinates is slow
    int looked = 0;
    int good = 0;
    for (const std::string& value : sample.values()) {
        good += geo::readCoordinates(value) ? 1 : 0;
        if (++looked == kEnough) {
            break;
        }
    }
    return good * 2 > looked;
}

/// Whether the values of a column could be a field's.
bool fitsField(const ColumnMeaning& meaning, const ColumnSample& sample)
{
    const ColumnUse use{.field = meaning.field, .rule = meaning.rule};
    return mostFit(sample, [&](const std::string& value) {
        const ReadField read = readField(use, FieldValue(value));
        const bool isStrange = read.remark && read.remark->severity == Severity::Warning &&
                               read.remark->code != "ambiguous_date" && read.remark->code != "unit_assumed";
        return !read.values.empty() && !isStrange;
    });
}

bool fits(const ColumnMeaning& meaning, const ColumnSample& sample, bool isDoubtful)
{
    if (meaning.rule == ColumnRule::Letters) {
        return mostFit(sample, hasLetter);
    }
    switch (meaning.role) {
    case ColumnRole::X:
    case ColumnRole::Y:
        return mostFit(sample, [](const std::string& value) { return quantityIn(value).has_value(); });
    case ColumnRole::Coordinates:
        return areCoordinates(sample);
    case ColumnRole::Field:
        // An empty column may be anything; a name with one meaning is believed, whatever its values are. Who may see a
        // camera is not: KML calls something else visibility.
        return sample.values().empty() ||
               (!isDoubtful && meaning.field->type != FieldType::Uuid && meaning.field->name != "visibility") ||
               fitsField(meaning, sample);
    default:
        return true;
    }
}

/// The work of mapColumns: gives columns to meanings, the surest first.
class Assignment {
public:
    Assignment(const SourceTable& table, const std::vector<ColumnSample>& samples)
        : m_table(&table), m_samples(&samples), m_columns(table.columns.size())
    {}

    [[nodiscard]] Done give(const MappingProfile& profile);
    void findMeanings(const Roles& forbidden);
    [[nodiscard]] std::vector<MappedColumn>& columns() { return m_columns; }

private:
    [[nodiscard]] bool isTaken(const ColumnMeaning& meaning) const
    {
        return std::ranges::any_of(m_columns, [&](const MappedColumn& one) {
            return one.meaning.role != ColumnRole::Extra && one.meaning.role == meaning.role &&
                   one.meaning.field == meaning.field;
        });
    }
    void assign(std::size_t column, const ColumnMeaning& meaning)
    {
        m_columns[column].meaning = meaning;
        if (meaning.role == ColumnRole::Field) {
            m_columns[column].use = {.field = meaning.field,
                                     .rule = meaning.rule,
                                     .unit = unitInName(m_table->columns[column].name, *meaning.field)};
        }
    }
    void assignPass(bool spare, int rank, const Roles& forbidden);

    const SourceTable* m_table;
    const std::vector<ColumnSample>* m_samples;
    std::vector<MappedColumn> m_columns;
};

/// The column that a mapping file names, in its very letters or as the dictionary compares names.
std::optional<std::size_t> columnNamed(const SourceTable& table, const std::string& name)
{
    for (const bool folded : {false, true}) {
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            const std::string& there = table.columns[i].name;
            if (folded ? foldedName(there) == foldedName(name) : there == name) {
                return i;
            }
        }
    }
    return std::nullopt;
}

Done Assignment::give(const MappingProfile& profile)
{
    for (const auto& [name, given] : profile.columns) {
        const auto column = columnNamed(*m_table, name);
        if (!column) {
            continue; // a profile serves all files of a sender, and not each has all columns
        }
        m_columns[*column].isGiven = true;
        if (given.field.empty()) {
            continue;
        }
        const ColumnMeaning meaning = meaningNamed(given.field);
        if (meaning.role == ColumnRole::Extra) {
            const std::string_view near = nearestField(RecordKind::Camera, given.field);
            return fail(
                Error{.code = ErrorCode::InputNotUnderstood,
                      .what = "the mapping gives column " + name + " to \"" + given.field +
                              "\", which is no field of a camera",
                      .field = given.field,
                      .advice = near.empty() ? "see observo-cli fields" : "did you mean " + std::string(near) + "?"});
        }
        if (isTaken(meaning)) {
            return fail(Error{.code = ErrorCode::InputNotUnderstood,
                              .what = "the mapping gives two columns to " + given.field,
                              .field = given.field,
                              .advice = "leave one of them out"});
        }
        assign(*column, meaning);
        if (!given.unit.empty()) {
            m_columns[*column].use.unit = foldedText(given.unit);
        }
    }
    return done();
}

void Assignment::assignPass(bool spare, int rank, const Roles& forbidden)
{
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        if (m_columns[i].isGiven || m_columns[i].meaning.role != ColumnRole::Extra) {
            continue;
        }
        const auto meanings = meaningsOf(m_table->columns[i].name);
        for (const ColumnMeaning& meaning : meanings) {
            const bool isNow = (meaning.rule == ColumnRule::Spare) == spare && (spare || meaning.rank == rank);
            // OSM's camera:angle stands in where a row has no camera:tilt, so it may share the field.
            const bool isFree = !isTaken(meaning) || meaning.rule == ColumnRule::Absolute;
            if (isNow && !forbidden.contains(meaning.role) && isFree &&
                fits(meaning, (*m_samples)[i], meanings.size() > 1)) {
                assign(i, meaning);
                break;
            }
        }
    }
}

void Assignment::findMeanings(const Roles& forbidden)
{
    constexpr int kRanks = 4;
    for (int rank = -1; rank <= kRanks; ++rank) {
        assignPass(false, rank, forbidden);
    }
    assignPass(true, 0, forbidden);
}

/// Half a pair of coordinates is none.
Roles halves(const std::vector<MappedColumn>& columns)
{
    Roles alone;
    constexpr std::array<std::pair<ColumnRole, ColumnRole>, 2> kPairs = {
        {{ColumnRole::Lon, ColumnRole::Lat}, {ColumnRole::X, ColumnRole::Y}}};
    for (const auto& [one, other] : kPairs) {
        if (columnWith(columns, one).has_value() != columnWith(columns, other).has_value()) {
            alone.insert({one, other});
        }
    }
    return alone;
}

void applyValues(std::vector<MappedColumn>& columns, const MappingProfile& profile)
{
    for (MappedColumn& column : columns) {
        if (column.meaning.role != ColumnRole::Field) {
            continue;
        }
        const auto given = profile.values.find(std::string(column.meaning.field->name));
        if (given != profile.values.end()) {
            for (const auto& [text, value] : given->second) {
                column.use.values.insert_or_assign(foldedText(text), value);
            }
        }
    }
}

} // namespace

void ColumnSample::look(const FieldValue& value)
{
    constexpr std::size_t kMost = 60;
    std::string text = textOfRaw(value);
    if (m_values.size() < kMost && !bare(text).empty()) {
        m_values.insert(std::move(text));
    }
}

std::optional<std::size_t> columnWith(const std::vector<MappedColumn>& columns, ColumnRole role)
{
    const auto found =
        std::ranges::find_if(columns, [&](const MappedColumn& column) { return column.meaning.role == role; });
    return found == columns.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - columns.begin()));
}

Result<std::vector<MappedColumn>> mapColumns(const SourceTable& table, const std::vector<ColumnSample>& samples,
                                             const MappingProfile& profile)
{
    expects(samples.size() == table.columns.size());
    Roles forbidden;
    if (table.hasGeometry) {
        forbidden = {ColumnRole::Lon, ColumnRole::Lat, ColumnRole::X, ColumnRole::Y, ColumnRole::Coordinates};
    }
    // A second round without the halves of pairs, which may mean something else.
    for (int round = 0; round < 2; ++round) {
        Assignment assignment(table, samples);
        if (auto given = assignment.give(profile); !given) {
            return fail(given.error());
        }
        assignment.findMeanings(forbidden);
        const Roles alone = halves(assignment.columns());
        if (round == 1 || alone.empty()) {
            applyValues(assignment.columns(), profile);
            return std::move(assignment.columns());
        }
        forbidden.insert(alone.begin(), alone.end());
    }
    return std::vector<MappedColumn>{};
}

} // namespace observo::exchange
