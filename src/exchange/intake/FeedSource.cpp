// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/FeedSource.h"

#include "observo/words/Catalogue.h"

#include <algorithm>
#include <utility>

namespace observo::exchange {
namespace {

Remark remarkOf(const feed::Problem& problem)
{
    const std::string where = problem.column.empty() ? "" : " (" + problem.column + ")";
    return {problem.weight == feed::Problem::Weight::Note ? Severity::Notice : Severity::Warning,
            problem.weight == feed::Problem::Weight::Loss ? "value_lost" : "reader",
            words::inLanguage(problem.what, Language::Italian) + where, problem.what + where};
}

std::string encodingText(const feed::Encoding& encoding)
{
    if (encoding.name.empty()) {
        return {};
    }
    switch (encoding.evidence) {
    case feed::Evidence::SideFile:
        return encoding.name + " (from .cpg)";
    case feed::Evidence::Declared:
        return encoding.name + " (declared)";
    case feed::Evidence::Detected:
        return encoding.name + " (detected)";
    case feed::Evidence::Requested:
        return encoding.name + " (--encoding)";
    default:
        return encoding.name;
    }
}

/// Our own CSV begins with the coordinates and the identity, and guards texts against formulas.
bool isOwnCsv(const feed::Layer& layer)
{
    constexpr std::size_t kHead = 3;
    if (!layer.table || layer.columns.size() < kHead) {
        return false;
    }
    const auto& columns = layer.columns;
    const bool isPair =
        (columns[0].name == "lon" && columns[1].name == "lat") || (columns[0].name == "x" && columns[1].name == "y");
    return isPair && columns[2].name == "camera_id";
}

/// A detected encoding is a guess, which the first text with accents shows.
void doubtEncoding(const feed::Encoding& encoding, SourceTable& table)
{
    if (encoding.evidence == feed::Evidence::Detected && !encoding.sample.empty()) {
        table.remarks.push_back(
            {Severity::Notice, "encoding_detected",
             "codifica riconosciuta dal contenuto: " + encoding.name + ", per esempio «" + encoding.sample + "»",
             "the encoding was found in the content: " + encoding.name + ", for example \"" + encoding.sample + "\""});
    }
}

} // namespace

SourceTable tableOf(const feed::FileInfo& file, const feed::Layer& layer)
{
    SourceTable table{.format = file.format,
                      .layer = layer.name,
                      .encoding = encodingText(layer.encoding),
                      .system = layer.system.id.empty() ? layer.system.wkt : layer.system.id,
                      .systemHow = layer.system.evidence == feed::Evidence::SideFile ? ".prj" : "declared",
                      .hasGeometry = layer.shape != feed::Shape::None,
                      .guardsFormulas = isOwnCsv(layer)};
    if (table.system.empty() && layer.system.evidence != feed::Evidence::None) {
        table.system = layer.system.name; // its text made no sense; the guard will say so
    }
    for (const feed::Layer& one : file.layers) {
        table.layers.push_back(one.name);
    }
    for (const feed::Column& column : layer.columns) {
        table.columns.push_back({.name = column.name, .type = column.type});
    }
    for (const feed::Problem& problem : file.problems) {
        table.remarks.push_back(remarkOf(problem));
    }
    doubtEncoding(layer.encoding, table);
    return table;
}

std::optional<MapPoint> pointOf(const feed::Geometry& geometry)
{
    if (geometry.points.empty()) {
        return std::nullopt;
    }
    const auto [minX, maxX] = std::ranges::minmax_element(geometry.points, {}, &MapPoint::x);
    const auto [minY, maxY] = std::ranges::minmax_element(geometry.points, {}, &MapPoint::y);
    return geometry.points.size() == 1 ? geometry.points.front()
                                       : MapPoint{(minX->x + maxX->x) / 2.0, (minY->y + maxY->y) / 2.0};
}

FeedSource::FeedSource(const ImportRequest& request)
    : m_request{.file = request.file, .layer = request.layer, .rows = request.firstRows, .encoding = request.encoding}
{}

Result<std::unique_ptr<Source>> FeedSource::open(const ImportRequest& request, const Progress& progress)
{
    std::unique_ptr<FeedSource> source(new FeedSource(request));
    if (auto started = source->start(progress); !started) {
        Error error = started.error();
        if (error.code == ErrorCode::NotFound && !request.layer.empty()) {
            error.code = ErrorCode::InvalidArgument; // of the request: the file is as it is
            error.what = "--layer " + request.layer + ": " + error.what;
        }
        return fail(std::move(error));
    }
    const feed::FileInfo& file = source->m_stream->file();
    if (file.isPicture || file.layers.empty()) {
        return fail(
            Error{.code = ErrorCode::InputNotUnderstood,
                  .what = file.isPicture ? "this is a picture, not a list of cameras" : "the file holds no table",
                  .file = request.file.string(),
                  .advice = "import a file with points or with columns of coordinates"});
    }
    source->m_table = tableOf(file, source->m_stream->layer());
    return std::unique_ptr<Source>(std::move(source));
}

Done FeedSource::start(const Progress& progress)
{
    m_stream.reset();
    auto stream = feed::Stream::open(m_request, progress);
    if (!stream) {
        return fail(stream.error());
    }
    m_stream.emplace(std::move(*stream));
    m_isFresh = true;
    return done();
}

Done FeedSource::rewind(const Progress& progress)
{
    return m_isFresh ? done() : start(progress);
}

std::vector<Remark> FeedSource::closing() const
{
    std::vector<Remark> remarks;
    const auto& known = m_stream->file().problems;
    for (const feed::Problem& problem : m_stream->report().problems) {
        if (!problem.row && std::ranges::find(known, problem) == known.end()) {
            remarks.push_back(remarkOf(problem));
        }
    }
    return remarks;
}

Result<bool> FeedSource::next(SourceRow& row)
{
    m_isFresh = false;
    const auto more = m_stream->next(m_row);
    if (!more || !*more) {
        return more;
    }
    row.number = m_row.number;
    row.point = pointOf(m_row.geometry);
    row.isCentre = m_row.geometry.points.size() > 1;
    std::swap(row.values, m_row.values);
    for (const feed::RawText& raw : m_row.raw) {
        row.values.at(raw.column) = raw.text; // doubtful conversions are ours to make
    }
    row.remarks.clear();
    for (const feed::Problem& problem : m_row.problems) {
        row.remarks.push_back(remarkOf(problem));
    }
    return true;
}

} // namespace observo::exchange
