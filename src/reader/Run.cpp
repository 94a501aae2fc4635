// SPDX-License-Identifier: GPL-3.0-or-later
#include "Run.h"

#include "Source.h"
#include "fence/Fence.h"
#include "input/Staging.h"

#include "observo/feed/FrameOutput.h"

#include <unistd.h>

#include <exception>
#include <utility>

namespace observo::reader {

namespace {

constexpr std::uint64_t kLargestOwnFile = 8ULL * 1024 * 1024 * 1024;

Done read(const feed::ReaderTask& task, StagedInput& input, std::vector<std::string> gaps, feed::FrameOutput& out)
{
    auto source = openSource(input, task.request);
    if (!source) {
        return fail(std::move(source.error()));
    }
    auto info = (*source)->info();
    info.fenceGaps = std::move(gaps);
    const auto plan = planFor(info, task.request);
    if (!plan) {
        return fail(plan.error());
    }
    out.file(info, plan->layer, plan->columns);
    if (task.request.rows != 0 && !info.isPicture) {
        if (auto sent = (*source)->read(*plan, out); !sent) {
            return sent;
        }
    }
    out.end();
    return done();
}

/// What a third party throws ends here as an error; the end of memory has its own way out.
Done readGuarded(const feed::ReaderTask& task, StagedInput& input, std::vector<std::string> gaps,
                 feed::FrameOutput& out)
{
    try {
        return read(task, input, std::move(gaps), out);
    } catch (const std::exception& thrown) {
        return fail(Error{.code = ErrorCode::InputNotUnderstood,
                          .what = std::string("the file's driver failed: ") + thrown.what(),
                          .advice = "the file may be damaged: ask for another copy or another format"});
    }
}

} // namespace

int run(int input, int output)
{
    const auto task = feed::readTask(input);
    if (!task) {
        return static_cast<int>(feed::LastWord::NoFence);
    }
    ::close(input);
    feed::FrameOutput out(output);
    auto staged = stage(task->request.file, task->privateFolder);
    if (!staged) {
        out.failure(staged.error());
        return 0;
    }
    FencePlan plan{.processor = task->limits.processor,
                   .memory = task->limits.memory,
                   .largestFile = kLargestOwnFile,
                   .privateFolder = task->privateFolder,
                   .readable = dataFolders()};
    for (const auto& file : staged->opened) {
        plan.files.push_back(file.get());
    }
    auto gaps = closeFence(plan);
    if (!gaps) {
        return static_cast<int>(feed::LastWord::NoFence);
    }
    if (auto sent = readGuarded(*task, *staged, std::move(*gaps), out); !sent) {
        out.failure(sent.error());
    }
    return 0;
}

} // namespace observo::reader
