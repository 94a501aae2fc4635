// SPDX-License-Identifier: GPL-3.0-or-later
#include "observo/exchange/Export.h"

#include "ExportJob.h"
#include "ExportPlan.h"
#include "Formats.h"
#include "ReadBack.h"
#include "Staging.h"

#include "observo/exchange/Sha256.h"

#include <sys/statvfs.h>

#include <cerrno>
#include <system_error>

namespace observo::exchange {
namespace {

/// A library that hides why a write failed is asked no further: a file system without room is the reason.
Error explained(Error error, const std::filesystem::path& output)
{
    constexpr unsigned long kHardlyAnything = 1UL << 20U;
    struct statvfs room {};
    const bool isVague = error.code == ErrorCode::OutputFailed || error.code == ErrorCode::Internal;
    if (isVague && ::statvfs(output.parent_path().empty() ? "." : output.parent_path().c_str(), &room) == 0 &&
        room.f_bavail * room.f_frsize < kHardlyAnything) {
        Error full = outputError(ENOSPC, output);
        full.what += " (" + error.what + ")";
        return full;
    }
    return error;
}

Done refuseExisting(const ExportRequest& request)
{
    std::error_code error;
    if (request.overwrite == Overwrite::Refuse && std::filesystem::exists(request.output, error)) {
        return fail(outputError(EEXIST, request.output));
    }
    if (std::filesystem::is_directory(request.output, error)) {
        return fail(Error{.code = ErrorCode::OutputDenied,
                          .what = "the output is a folder",
                          .file = request.output.string(),
                          .advice = "give the name of a file"});
    }
    return done();
}

} // namespace

Result<LossReport> foreseeLosses(census::Reader& reader, const ExportRequest& request, const Progress& progress)
{
    return planExport(reader, request, progress).map([](const ExportPlan& plan) { return plan.losses; });
}

Result<ExportReport> exportCensus(census::Reader& reader, const ExportRequest& request, const Progress& progress)
{
    if (auto free = refuseExisting(request); !free) {
        return fail(free.error());
    }
    const auto plan = planExport(reader, request, progress.part(0.0, 0.2));
    if (!plan) {
        return fail(plan.error());
    }
    auto staging = Staging::beside(request.output);
    if (!staging) {
        return fail(staging.error());
    }
    ExportJob job(reader, *plan, staging->folder(), progress.part(0.2, 0.6));
    const auto files = plan->format->write(job);
    if (!files) {
        return fail(explained(files.error(), request.output));
    }
    if (auto same = readBack(job, files->front(), progress.part(0.6, 0.98)); !same) {
        return fail(explained(same.error(), request.output));
    }
    auto sha256 = sha256OfFile(files->front());
    if (!sha256) {
        return fail(sha256.error());
    }
    if (progress.cancelled()) {
        return fail(ErrorCode::Cancelled, "the export was cancelled", "nothing was written");
    }
    auto published = staging->publish(*files, request.overwrite);
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
