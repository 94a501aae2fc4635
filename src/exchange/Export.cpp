// SPDX-License-Identifier: GPL-3.0-or-later
#include "observo/exchange/Export.h"

#include "ExportJob.h"
#include "ExportPlan.h"
#include "Formats.h"
#include "ReadBack.h"
#include "files/DiskRoom.h"
#include "files/OutputText.h"
#include "files/Staging.h"
#include "metadata/Metadata.h"

#include "observo/exchange/Sha256.h"

#include <array>
#include <cerrno>
#include <ctime>
#include <system_error>

namespace observo::exchange {
namespace {

namespace fs = std::filesystem;

bool isThere(const fs::path& file)
{
    std::error_code error;
    return fs::exists(fs::symlink_status(file, error));
}

/// The files of the set by name, the main one first.
std::vector<std::string> filesOf(const ExportRequest& request, const Format& format)
{
    auto names = format.fileNames(request.output);
    if (request.withMetadata) {
        names.push_back(metadataName(request.output));
    }
    return names;
}

/// A link is followed, so that the file it names is replaced and not the link.
ExportRequest followed(ExportRequest request)
{
    std::error_code error;
    if (fs::is_symlink(request.output, error)) {
        const auto target = fs::canonical(request.output, error);
        request.output = error ? request.output : target;
    }
    return request;
}

/// Refuses what must not be written over, before any work is done. The census is compared by its file, never opened:
/// opening and closing it would drop the locks of our own connection.
Done checkPlace(const census::Reader& reader, const ExportRequest& request, const Format& format)
{
    std::error_code error;
    if (fs::equivalent(request.output, reader.file(), error)) {
        return fail(Error{.code = ErrorCode::OutputDenied,
                          .what = "the output is the census itself",
                          .file = request.output.string(),
                          .advice = "choose another name"});
    }
    const auto folder = request.output.parent_path();
    for (const std::string& name : filesOf(request, format)) {
        if (fs::is_directory(folder / name, error)) {
            return fail(Error{.code = ErrorCode::OutputDenied,
                              .what = "the output is a folder",
                              .file = (folder / name).string(),
                              .advice = "give the name of a file"});
        }
        if (request.overwrite == Overwrite::Refuse && isThere(folder / name)) {
            return fail(outputError(EEXIST, folder / name));
        }
    }
    for (const std::string_view ending : format.unfinished) {
        const fs::path sign = request.output.string() + std::string(ending);
        if (isThere(sign)) {
            return fail(Error{.code = ErrorCode::OutputDenied,
                              .what = "another program has a file of this name open, or left it unfinished",
                              .file = sign.string(),
                              .advice = "close it there, or choose another name"});
        }
    }
    return done();
}

std::vector<std::string> outdatedBy(const Format& format, const fs::path& output)
{
    std::vector<std::string> names;
    for (const std::string_view ending : format.outdated) {
        names.push_back(output.stem().string() + std::string(ending));
    }
    return names;
}

std::string today()
{
    const std::time_t now = std::time(nullptr);
    std::tm local{};
    ::localtime_r(&now, &local);
    std::array<char, 16> text{};
    std::strftime(text.data(), text.size(), "%Y-%m-%d", &local);
    return text.data();
}

Done writeMetadata(ExportJob& job)
{
    auto out = OutputText::create(job.mainFile().parent_path() / metadataName(job.mainFile()));
    if (!out) {
        return fail(out.error());
    }
    out->text = metadataXml(job.plan(), today());
    return job.finish(*out);
}

/// Writes into the private folder and reads back; answers with the hash of the main file.
Result<std::string> make(ExportJob& job, const Format& format, const Progress& progress)
{
    auto made = format.write(job);
    made = made && job.plan().request.withMetadata ? writeMetadata(job) : made;
    made = made ? readBack(job, progress) : made;
    if (!made) {
        return fail(withRoomLeft(job.mainFile().parent_path(), made.error()));
    }
    return sha256OfFile(job.mainFile());
}

} // namespace

Result<LossReport> foreseeLosses(census::Reader& reader, const ExportRequest& request, const Progress& progress)
{
    return planExport(reader, followed(request), progress).map([](const ExportPlan& plan) { return plan.losses; });
}

Result<ExportReport> exportCensus(census::Reader& reader, const ExportRequest& asked, const Progress& progress)
{
    const ExportRequest request = followed(asked);
    if (const Format* format = formatFor(request.output)) {
        if (auto free = checkPlace(reader, request, *format); !free) {
            return fail(free.error());
        }
    }
    const auto plan = planExport(reader, request, progress.part(0.0, 0.25));
    if (!plan) {
        return fail(plan.error());
    }
    auto staging = Staging::beside(request.output);
    if (!staging) {
        return fail(staging.error());
    }
    const Format& format = *plan->format;
    ExportJob job(reader, *plan, staging->folder(), progress.part(0.25, 0.65));
    auto sha256 = make(job, format, progress.part(0.65, 0.99));
    if (!sha256) {
        return fail(sha256.error());
    }
    if (progress.cancelled()) {
        return fail(ErrorCode::Cancelled, "the export was cancelled", "nothing was written");
    }
    auto published = staging->publish(filesOf(request, format), request.overwrite, outdatedBy(format, request.output));
    if (!published) {
        return fail(published.error());
    }
    progress.report(1.0);
    return ExportReport{.written = std::move(*published),
                        .features = plan->cameras.rows,
                        .losses = plan->losses.losses,
                        .sha256 = std::move(*sha256),
                        .operation = plan->losses.operation};
}

} // namespace observo::exchange
