// SPDX-License-Identifier: GPL-3.0-or-later
#include "observo/feed/Stream.h"

#include "FrameReader.h"
#include "FrameSource.h"
#include "FrameWriter.h"
#include "PrivateFolder.h"

#include "observo/feed/FrameOutput.h"

#include <algorithm>
#include <system_error>
#include <utility>

namespace observo::feed {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kMostProblems = 1000;

Error unreadable(const fs::path& file, std::string what, std::string advice)
{
    return {.code = ErrorCode::InputUnreadable,
            .what = std::move(what),
            .file = file.string(),
            .advice = std::move(advice)};
}

/// Only an existing regular file, by its canonical absolute path: no name that a driver would take for a command.
Result<fs::path> sourceOf(const fs::path& file)
{
    std::error_code failed;
    auto canonical = fs::canonical(file, failed);
    if (failed) {
        return fail(unreadable(file, "there is no such file", "check the name and that the disk is connected"));
    }
    if (!fs::is_regular_file(canonical, failed) || canonical.native().starts_with("/vsi")) {
        return fail(unreadable(file, "this is not a file", "choose a file, not a folder or a device"));
    }
    return canonical;
}

/// The figures that the limits leave to the size of the file.
Limits completed(Limits limits, const fs::path& file)
{
    constexpr std::uint64_t kPerSecond = 4ULL * 1024 * 1024;
    std::error_code ignored;
    const auto size = fs::file_size(file, ignored);
    if (limits.processor.count() == 0) {
        limits.processor = std::chrono::seconds(10 + (ignored ? 0 : size / kPerSecond));
    }
    if (limits.silence.count() == 0) {
        limits.silence = 3 * limits.processor + std::chrono::seconds(30);
    }
    if (limits.program.empty()) {
        limits.program = standardReader();
    }
    return limits;
}

} // namespace

struct Stream::Body {
    Body(PrivateFolder own, FrameSource source, Progress watched)
        : folder(std::move(own)), frames(std::move(source)), progress(std::move(watched))
    {}

    PrivateFolder folder; // outlives the process
    FrameSource frames;
    Progress progress;
    fs::path name;
    FileInfo file;
    Layer layer;
    ReadReport report;
    ByteReader rows{std::string_view()};
    std::uint32_t rowsLeft = 0;
    bool isOver = false;

    [[nodiscard]] Done begin();
    [[nodiscard]] Result<bool> next(Row& row);

private:
    [[nodiscard]] Result<bool> nextFrame();
    [[nodiscard]] Done takeFile(ByteReader& from);
    [[nodiscard]] Result<bool> takeEnd(ByteReader& from);
    void note(const Problem& problem);
    [[nodiscard]] tl::unexpected<Error> over(Error error);
    [[nodiscard]] tl::unexpected<Error> nonsense(const char* why) { return over(frames.nonsense(why)); }
};

tl::unexpected<Error> Stream::Body::over(Error error)
{
    isOver = true;
    rowsLeft = 0;
    error.file = name.string();
    return fail(std::move(error));
}

void Stream::Body::note(const Problem& problem)
{
    if (report.problems.size() < kMostProblems) {
        report.problems.push_back(problem);
    } else {
        ++report.untold;
    }
}

/// Hello and the file's description, or why there is none.
Done Stream::Body::begin()
{
    const auto hello = frames.next(progress);
    if (!hello) {
        return over(hello.error());
    }
    ByteReader greeting(hello->payload);
    if (hello->kind != FrameKind::Hello || greeting.take<std::uint32_t>() != kMagic ||
        greeting.take<std::uint16_t>() != kVersion || !greeting.isAtEnd()) {
        return nonsense("it does not speak as the reader of this version does");
    }
    while (true) {
        const auto frame = frames.next(progress);
        if (!frame) {
            return over(frame.error());
        }
        ByteReader from(frame->payload);
        if (frame->kind == FrameKind::File) {
            return takeFile(from);
        }
        if (frame->kind == FrameKind::Failure) {
            auto error = takeFailure(from);
            return from.isGood() ? over(std::move(error)) : nonsense(from.why());
        }
        if (frame->kind != FrameKind::Progress) {
            return nonsense("rows come before the file is described");
        }
        progress.report(from.takeFinite());
    }
}

Done Stream::Body::takeFile(ByteReader& from)
{
    file = takeFileInfo(from);
    const std::size_t index = from.take<std::uint32_t>();
    std::vector<std::uint32_t> columns(from.takeCount(kMostColumns, sizeof(std::uint32_t)));
    from.takeBytes(columns.data(), columns.size() * sizeof(std::uint32_t));
    if (!from.isGood() || !from.isAtEnd()) {
        return nonsense(from.isGood() ? "something follows the description" : from.why());
    }
    if (index >= file.layers.size()) {
        return file.layers.empty() ? done() : Done(nonsense("there is no such layer"));
    }
    layer = file.layers[index];
    std::vector<Column> chosen;
    for (const auto column : columns) {
        if (column >= layer.columns.size()) {
            return nonsense("there is no such column");
        }
        chosen.push_back(layer.columns[column]);
    }
    layer.columns = std::move(chosen);
    std::for_each(file.problems.begin(), file.problems.end(), [this](const Problem& problem) { note(problem); });
    return done();
}

Result<bool> Stream::Body::next(Row& row)
{
    while (rowsLeft == 0) {
        if (isOver) {
            return false;
        }
        const auto more = nextFrame();
        if (!more || !*more) {
            return more;
        }
    }
    takeRow(rows, layer.columns, row);
    --rowsLeft;
    if (!rows.isGood() || (rowsLeft == 0 && !rows.isAtEnd())) {
        return nonsense(rows.isGood() ? "something follows the rows" : rows.why());
    }
    ++report.rows;
    std::for_each(row.problems.begin(), row.problems.end(), [this](const Problem& problem) { note(problem); });
    return true;
}

/// Reads one frame; false after the last one.
Result<bool> Stream::Body::nextFrame()
{
    const auto frame = frames.next(progress);
    if (!frame) {
        return over(frame.error());
    }
    ByteReader from(frame->payload);
    switch (frame->kind) {
    case FrameKind::Rows:
        rowsLeft = from.take<std::uint32_t>();
        if (rowsLeft == 0 || rowsLeft > kMostRowsInFrame || file.layers.empty()) {
            return nonsense("a frame has no rows or too many");
        }
        rows = from;
        return true;
    case FrameKind::Problem: {
        const auto problem = takeProblem(from);
        if (!from.isGood() || !from.isAtEnd()) {
            return nonsense("a problem makes no sense");
        }
        note(problem);
        return true;
    }
    case FrameKind::Progress:
        progress.report(from.takeFinite());
        return from.isGood() ? Result<bool>(true) : Result<bool>(nonsense(from.why()));
    case FrameKind::End:
        return takeEnd(from);
    case FrameKind::Failure: {
        auto error = takeFailure(from);
        return from.isGood() ? over(std::move(error)) : nonsense(from.why());
    }
    case FrameKind::Hello:
    case FrameKind::File:
        break;
    }
    return nonsense("the file is described twice");
}

/// The count of the rows must be right: a reader that lost some must not look like one that had none.
Result<bool> Stream::Body::takeEnd(ByteReader& from)
{
    const auto count = from.take<std::int64_t>();
    if (!from.isGood() || !from.isAtEnd() || count != report.rows) {
        return nonsense("the number of rows is not what came");
    }
    isOver = true;
    progress.report(1.0);
    return false;
}

Result<Stream> Stream::open(const Request& request, const Progress& progress, const Limits& limits)
{
    const auto source = sourceOf(request.file);
    if (!source) {
        return fail(source.error());
    }
    auto folder = PrivateFolder::make(limits.temporaryFolder);
    if (!folder) {
        return fail(std::move(folder.error()));
    }
    ReaderTask task{request, completed(limits, *source), folder->path().string()};
    task.request.file = *source;
    std::string told;
    putTask(told, task);
    auto process = ReaderProcess::start(task.limits.program, told, folder->path());
    if (!process) {
        return fail(std::move(process.error()));
    }
    auto body =
        std::make_unique<Body>(std::move(*folder), FrameSource(std::move(*process), task.limits.silence), progress);
    body->name = request.file;
    if (auto begun = body->begin(); !begun) {
        return fail(std::move(begun.error()));
    }
    return Stream(std::move(body));
}

Stream::Stream(std::unique_ptr<Body> body) : m_body(std::move(body)) {}
Stream::Stream(Stream&&) noexcept = default;
Stream& Stream::operator=(Stream&&) noexcept = default;
Stream::~Stream() = default;

const FileInfo& Stream::file() const
{
    return m_body->file;
}

const Layer& Stream::layer() const
{
    return m_body->layer;
}

Result<bool> Stream::next(Row& row)
{
    return m_body->next(row);
}

const ReadReport& Stream::report() const
{
    return m_body->report;
}

Result<FileInfo> describe(const fs::path& file, const Progress& progress, const Limits& limits)
{
    const auto stream = Stream::open({.file = file, .rows = 0}, progress, limits);
    if (!stream) {
        return fail(stream.error());
    }
    return stream->file();
}

} // namespace observo::feed
