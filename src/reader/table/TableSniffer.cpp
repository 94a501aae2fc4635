// SPDX-License-Identifier: GPL-3.0-or-later
#include "table/TableSniffer.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <set>
#include <utility>

namespace observo::reader {

namespace {

constexpr std::size_t kRowsForSeparator = 200;
constexpr std::size_t kRowsForStatistics = 10'000;
constexpr std::size_t kLongestSample = 200;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view kBlank = " \t\r\n";
    const auto from = text.find_first_not_of(kBlank);
    return from == std::string_view::npos ? std::string_view()
                                          : text.substr(from, text.find_last_not_of(kBlank) - from + 1);
}

/// "22/11/2026", "22.11.26", "2026-11-22", also with a time after it.
bool looksLikeDate(std::string_view text)
{
    std::array<std::size_t, 3> digits{};
    std::size_t part = 0;
    char mark = '\0';
    std::size_t i = 0;
    for (; i < text.size() && part < 3; ++i) {
        if (isDigit(text[i])) {
            ++digits[part];
            continue;
        }
        const bool isMark = text[i] == '-' || text[i] == '/' || text[i] == '.';
        if (!isMark || (mark != '\0' && text[i] != mark) || part == 2) {
            break;
        }
        mark = text[i];
        ++part;
    }
    const bool ends = i == text.size() || text[i] == ' ' || text[i] == 'T';
    const bool yearFirst = digits[0] == 4 && digits[2] <= 2;
    const bool yearLast = digits[0] <= 2 && (digits[2] == 4 || digits[2] == 2);
    return part == 2 && ends && (yearFirst || yearLast) && digits[0] > 0 && digits[1] > 0 && digits[1] <= 2 &&
           digits[2] > 0;
}

/// All rows of the head as far as they are whole, at most `most`.
std::vector<TableRow> rowsOf(std::string_view head, bool isWhole, const feed::TextTable& table, std::size_t most)
{
    std::vector<TableRow> rows;
    RowCutter cutter(table, 1);
    TableRow row;
    while (rows.size() < most && !head.empty() && cutter.next(head, isWhole, row) == RowCutter::Cut::Row) {
        row.cells.resize(row.count);
        const bool isBlank = row.count == 1 && trimmed(row.cells[0]).empty();
        if (!isBlank) {
            rows.push_back(std::exchange(row, {}));
        }
    }
    return rows;
}

/// How well a separator cuts: the share of rows with the usual number of cells, and that number.
struct Fit {
    double share = 0.0;
    std::size_t cells = 1;

    [[nodiscard]] bool isBetterThan(const Fit& other) const
    {
        if ((cells > 1) != (other.cells > 1)) {
            return cells > 1;
        }
        constexpr double kClose = 0.05;
        return share > other.share + kClose || (share > other.share - kClose && cells > other.cells);
    }
};

Fit fitOf(const std::vector<TableRow>& rows)
{
    std::map<std::size_t, std::size_t> counts;
    for (const auto& row : rows) {
        ++counts[row.count];
    }
    Fit fit;
    for (const auto& [cells, count] : counts) {
        const auto share = static_cast<double>(count) / static_cast<double>(rows.size());
        if (share > fit.share) {
            fit = {share, cells};
        }
    }
    return fit;
}

char separatorOf(std::string_view head, bool isWhole)
{
    char best = ',';
    Fit bestFit;
    for (const char separator : {';', '\t', ',', '|'}) {
        const auto rows = rowsOf(head, isWhole, {.separator = separator}, kRowsForSeparator);
        if (rows.empty() && head.find_first_not_of(" \t\r\n") != std::string_view::npos) {
            return separator; // it cuts into more cells than any table has, and that shall be said
        }
        const auto fit = fitOf(rows);
        if (fit.cells > 1 && fit.isBetterThan(bestFit)) {
            best = separator;
            bestFit = fit;
        }
    }
    return best;
}

/// Excel's own hint: a first line "sep=;".
std::optional<char> hintedSeparator(std::string_view line)
{
    const bool isHint = line.size() >= 5 && line.substr(0, 4) == "sep=" && (line.size() == 5 || line[5] == '\r');
    return isHint ? std::optional(line[4]) : std::nullopt;
}

/// A heading has words where numbers follow, or at least a different word for each column.
bool looksLikeHeading(const std::vector<TableRow>& rows)
{
    if (rows.empty()) {
        return false;
    }
    std::set<std::string_view> words;
    std::size_t filled = 0;
    for (const auto& cell : rows[0].cells) {
        const auto kind = kindOfCell(cell);
        if (kind != CellKind::Text && kind != CellKind::Empty) {
            return false;
        }
        filled += kind == CellKind::Text ? 1 : 0;
        words.insert(trimmed(cell));
    }
    return filled > 0 && filled * 2 >= rows[0].count && words.size() + 2 > rows[0].count / 2;
}

void count(feed::ColumnStatistics& statistics, std::string_view cell)
{
    const auto kind = kindOfCell(cell);
    ++statistics.looked;
    if (kind == CellKind::Empty) {
        return;
    }
    ++statistics.filled;
    statistics.integers += kind == CellKind::Integer ? 1 : 0;
    statistics.pointDecimals += kind == CellKind::PointDecimal ? 1 : 0;
    statistics.commaDecimals += kind == CellKind::CommaDecimal ? 1 : 0;
    statistics.dates += kind == CellKind::Date ? 1 : 0;
    statistics.longest = std::max(statistics.longest, static_cast<std::int64_t>(cell.size()));
    auto& samples = statistics.samples;
    const auto sample = std::string(trimmed(cell).substr(0, kLongestSample));
    if (samples.size() < 3 && std::find(samples.begin(), samples.end(), sample) == samples.end()) {
        samples.push_back(sample);
    }
}

/// Names that are there and different from each other; numbers where the heading leaves them open.
void nameColumns(std::vector<feed::Column>& columns, const std::vector<std::string>& heading)
{
    std::set<std::string> taken;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        std::string name(i < heading.size() ? trimmed(heading[i]) : std::string_view());
        if (name.empty()) {
            name = "column " + std::to_string(i + 1);
        }
        auto different = name;
        for (int n = 2; !taken.insert(different).second; ++n) {
            different = name + "_" + std::to_string(n);
        }
        columns[i].name = std::move(different);
    }
}

} // namespace

CellKind kindOfCell(std::string_view cell)
{
    auto text = trimmed(cell);
    if (text.empty()) {
        return CellKind::Empty;
    }
    if (looksLikeDate(text)) {
        return CellKind::Date;
    }
    if (text.front() == '-' || text.front() == '+') {
        text.remove_prefix(1);
    }
    std::size_t digits = 0;
    std::size_t points = 0;
    std::size_t commas = 0;
    for (const char c : text) {
        digits += isDigit(c) ? 1U : 0U;
        points += c == '.' ? 1U : 0U;
        commas += c == ',' ? 1U : 0U;
    }
    if (digits == 0 || digits + points + commas != text.size()) {
        return CellKind::Text;
    }
    if (points + commas == 0) {
        return CellKind::Integer;
    }
    // "1.391.298,32" has points between thousands, "1,391,298.32" has commas.
    const auto lastPoint = text.rfind('.');
    const auto lastComma = text.rfind(',');
    const bool isComma = commas == 1 && (points == 0 || (lastPoint != std::string_view::npos && lastComma > lastPoint));
    const bool isPoint = points == 1 && (commas == 0 || lastPoint > lastComma);
    return isComma ? CellKind::CommaDecimal : isPoint ? CellKind::PointDecimal : CellKind::Text;
}

SniffedTable sniffTable(std::string_view head, bool isWhole, const std::optional<feed::TextTable>& wanted)
{
    SniffedTable sniffed;
    if (head.starts_with("\xEF\xBB\xBF")) {
        sniffed.start = 3;
        head.remove_prefix(3);
    }
    const auto hint = hintedSeparator(head.substr(0, head.find('\n')));
    if (hint && head.find('\n') != std::string_view::npos) {
        const auto length = head.find('\n') + 1;
        sniffed.start += length;
        sniffed.firstLine = 2;
        head.remove_prefix(length);
    }
    auto& table = sniffed.table;
    table.separator = wanted ? wanted->separator : hint ? *hint : separatorOf(head, isWhole);
    table.quote = wanted ? wanted->quote : '"';
    auto rows = rowsOf(head, isWhole, table, kRowsForStatistics);
    table.hasHeader = wanted ? wanted->hasHeader : looksLikeHeading(rows);
    std::size_t widest = 0;
    for (const auto& row : rows) {
        widest = std::max(widest, row.count);
    }
    sniffed.columns.resize(widest);
    const std::size_t first = table.hasHeader && !rows.empty() ? 1 : 0;
    for (auto& column : sniffed.columns) {
        column.statistics.emplace();
    }
    std::int64_t points = 0;
    std::int64_t commas = 0;
    for (std::size_t r = first; r < rows.size(); ++r) {
        for (std::size_t c = 0; c < widest; ++c) {
            count(*sniffed.columns[c].statistics, c < rows[r].count ? rows[r].cells[c] : std::string());
        }
    }
    for (const auto& column : sniffed.columns) {
        points += column.statistics->pointDecimals;
        commas += column.statistics->commaDecimals;
    }
    table.decimalComma = wanted ? wanted->decimalComma : commas > points;
    nameColumns(sniffed.columns, first == 1 ? rows[0].cells : std::vector<std::string>());
    return sniffed;
}

} // namespace observo::reader
