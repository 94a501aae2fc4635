// SPDX-License-Identifier: GPL-3.0-or-later
#include "table/TableSource.h"

#include "table/TableSniffer.h"
#include "table/TableText.h"
#include "text/EncodingGuess.h"
#include "text/TextDecoder.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace observo::reader {

namespace {

constexpr std::size_t kHead = 4UL * 1024 * 1024;

using Weight = feed::Problem::Weight;

std::string headOf(const std::filesystem::path& file)
{
    std::ifstream in(file, std::ios::binary);
    std::string head(kHead, '\0');
    in.read(head.data(), static_cast<std::streamsize>(head.size()));
    head.resize(static_cast<std::size_t>(in.gcount()));
    return head;
}

feed::Encoding markOf(std::string_view head)
{
    const auto declared = [](const char* name) {
        return feed::Encoding{.evidence = feed::Evidence::Declared, .name = name};
    };
    if (head.starts_with("\xEF\xBB\xBF")) {
        return declared("UTF-8");
    }
    if (head.starts_with("\xFF\xFE")) {
        return declared("UTF-16LE");
    }
    return head.starts_with("\xFE\xFF") ? declared("UTF-16BE") : feed::Encoding{};
}

/// Encodings in which a separator's byte may be a part of another character.
bool mustBeRewritten(const std::string& encoding)
{
    constexpr std::array kParts = {"UTF-16", "UTF-32", "SHIFT", "BIG5", "GB", "CP932", "CP936", "CP949", "CP950"};
    return std::any_of(kParts.begin(), kParts.end(),
                       [&encoding](const char* part) { return encoding.starts_with(part); });
}

/// A table of one layer that has no geometry of its own.
class TableSource final : public Source {
public:
    explicit TableSource(StagedInput& input) : m_file(input.file), m_bytes(input.bytes), m_folder(input.folder)
    {
        m_info.format = wordsOf(input.format).format;
        m_info.driver = wordsOf(input.format).driver;
        m_info.layers.push_back({.name = input.stem});
    }

    [[nodiscard]] Done open(const feed::Request& request);
    [[nodiscard]] const feed::FileInfo& info() const override { return m_info; }
    [[nodiscard]] Done read(const ReadPlan& plan, feed::FrameOutput& out) override;

private:
    [[nodiscard]] Done rewrite(const std::string& encoding);
    void fill(const TableRow& cut, const ReadPlan& plan, feed::Row& row);
    void checkWidth(const TableRow& cut, feed::Row& row) const;

    std::filesystem::path m_file;
    std::uint64_t m_bytes;
    std::filesystem::path m_folder;
    SniffedTable m_sniffed;
    std::optional<TextDecoder> m_decoder;
    feed::FileInfo m_info;
};

Done TableSource::open(const feed::Request& request)
{
    auto head = headOf(m_file);
    auto& layer = m_info.layers.front();
    const auto mark = markOf(head);
    auto choice = mark.name.starts_with("UTF-16") && request.encoding.empty()
                      ? EncodingChoice{.encoding = mark}
                      : chooseEncoding(request.encoding, mark, head);
    layer.encoding = choice.encoding;
    m_info.problems = std::move(choice.problems);
    auto reads = layer.encoding.name;
    if (mustBeRewritten(reads)) {
        if (auto rewritten = rewrite(reads); !rewritten) {
            return rewritten;
        }
        head = headOf(m_file);
        reads = "UTF-8";
    }
    auto decoder = TextDecoder::of(reads);
    if (!decoder) {
        return fail(std::move(decoder.error()));
    }
    m_decoder = std::move(*decoder);
    m_sniffed = sniffTable(head, head.size() < kHead, request.textTable);
    layer.table = m_sniffed.table;
    layer.columns = m_sniffed.columns;
    if (layer.columns.empty()) {
        return fail(Error{.code = ErrorCode::InputNotUnderstood,
                          .what = "there is no table in the file: its rows are empty, too long or have more than 5000 "
                                  "cells",
                          .advice = "open it in a text editor and look at its first lines"});
    }
    for (auto& column : layer.columns) {
        m_decoder->decode(std::string(column.name), column.name);
        for (auto& sample : column.statistics->samples) {
            m_decoder->decode(std::string(sample), sample);
        }
    }
    return done();
}

/// A copy in UTF-8, piece by piece; a piece ends at a line's end so that no character is cut.
Done TableSource::rewrite(const std::string& encoding)
{
    auto decoder = TextDecoder::of(encoding);
    if (!decoder) {
        return fail(std::move(decoder.error()));
    }
    const bool isWide = encoding.starts_with("UTF-16");
    const auto copy = m_folder / "utf8.csv";
    std::ifstream in(m_file, std::ios::binary);
    std::ofstream out(copy, std::ios::binary);
    in.seekg(isWide && !markOf(headOf(m_file)).name.empty() ? 2 : 0);
    std::string piece;
    std::string text;
    std::string buffer(64UL * 1024, '\0');
    while (in.read(buffer.data(), static_cast<std::streamsize>(buffer.size())) || in.gcount() > 0) {
        piece.append(buffer, 0, static_cast<std::size_t>(in.gcount()));
        auto whole = piece.size();
        if (in) {
            const auto lineFeed = encoding == "UTF-16BE" ? std::string("\0\n", 2) : std::string("\n\0", isWide ? 2 : 1);
            auto end = piece.rfind(lineFeed);
            while (isWide && end != std::string::npos && end % 2 != 0) {
                end = end == 0 ? std::string::npos : piece.rfind(lineFeed, end - 1);
            }
            whole = end == std::string::npos ? 0 : end + lineFeed.size();
        }
        decoder->decode(std::string_view(piece).substr(0, whole), text);
        out << text;
        piece.erase(0, whole);
        if (piece.size() > 16UL * 1024 * 1024) {
            return fail(ErrorCode::InputNotUnderstood, "a line of the file is longer than 16 MiB",
                        "say the file's encoding, or ask for another export");
        }
    }
    out.close();
    m_file = copy;
    std::error_code ignored;
    m_bytes = std::filesystem::file_size(copy, ignored);
    return out ? done() : Done(fail(ErrorCode::OutputNoSpace, "the private copy of the file cannot be written"));
}

Done TableSource::read(const ReadPlan& plan, feed::FrameOutput& out)
{
    constexpr std::int64_t kOften = 1024;
    TableFile file(m_file, m_sniffed.table, m_sniffed.start, m_sniffed.firstLine);
    TableRow cut;
    feed::Row row;
    row.values.resize(plan.columns.size());
    bool isHeading = m_sniffed.table.hasHeader;
    while (!plan.isFull(out.rows())) {
        const auto got = file.next(cut);
        if (got == TableFile::Got::End) {
            break;
        }
        if (got == TableFile::Got::TooLarge) {
            return fail(Error{.code = ErrorCode::InputNotUnderstood,
                              .what = "a row is longer than 16 MiB or has more than 5000 cells",
                              .row = cut.line,
                              .advice = "a quote may be missing at the end of a text near this line"});
        }
        const bool isBlank = cut.count == 1 && cut.cells[0].find_first_not_of(" \t") == std::string::npos;
        // The heading is the first line that is not blank.
        if (isBlank || std::exchange(isHeading, false)) {
            continue;
        }
        fill(cut, plan, row);
        out.row(row);
        if (out.rows() % kOften == 0 && m_bytes > 0) {
            out.progress(std::min(1.0, static_cast<double>(file.position()) / static_cast<double>(m_bytes)));
        }
    }
    return done();
}

void TableSource::fill(const TableRow& cut, const ReadPlan& plan, feed::Row& row)
{
    row.number = cut.line;
    row.problems.clear();
    checkWidth(cut, row);
    for (std::size_t i = 0; i < plan.columns.size(); ++i) {
        const auto column = plan.columns[i];
        auto& value = row.values[i];
        if (column >= cut.count || cut.cells[column].empty()) {
            value = std::monostate();
            continue;
        }
        if (!std::holds_alternative<std::string>(value)) {
            value.emplace<std::string>();
        }
        if (!m_decoder->decode(cut.cells[column], std::get<std::string>(value)) && row.problems.size() < 30) {
            row.problems.push_back({.weight = Weight::Warning,
                                    .what = "bytes of the text mean nothing in the encoding of the file",
                                    .row = cut.line,
                                    .column = m_info.layers.front().columns[column].name});
        }
    }
}

void TableSource::checkWidth(const TableRow& cut, feed::Row& row) const
{
    const auto wanted = m_info.layers.front().columns.size();
    if (cut.isOpen) {
        row.problems.push_back(
            {.weight = Weight::Warning, .what = "a quote is not closed before the end of the file", .row = cut.line});
    }
    if (cut.count != wanted) {
        const bool isLoss = cut.count > wanted;
        row.problems.push_back({.weight = isLoss ? Weight::Loss : Weight::Warning,
                                .what = "the row has " + std::to_string(cut.count) + " cells instead of " +
                                        std::to_string(wanted) + (isLoss ? "; those at its end are left out" : ""),
                                .row = cut.line});
    }
}

} // namespace

Result<std::unique_ptr<Source>> openTextTable(StagedInput& input, const feed::Request& request)
{
    auto source = std::make_unique<TableSource>(input);
    if (auto opened = source->open(request); !opened) {
        return fail(std::move(opened.error()));
    }
    return source;
}

} // namespace observo::reader
