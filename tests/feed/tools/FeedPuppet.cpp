// SPDX-License-Identifier: GPL-3.0-or-later
// A reader that does as the name of the layer says, so that the parent's side meets every ending there is.
#include "observo/feed/FrameOutput.h"

#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <limits>
#include <string>
#include <string_view>
#include <thread>

// The sanitizers shall leave a crash to be a crash. NOLINTBEGIN(bugprone-reserved-identifier): the name is theirs.
extern "C" const char* __asan_default_options();
extern "C" const char* __asan_default_options()
{
    return "handle_segv=0:detect_leaks=0";
}
// NOLINTEND(bugprone-reserved-identifier)

namespace {

using namespace observo;

constexpr int kOutput = 1;

feed::FileInfo twoColumns()
{
    feed::Layer layer{.name = "things", .shape = feed::Shape::Points};
    layer.columns = {{.name = "name"}, {.name = "number", .type = FieldType::Integer}};
    return {.format = "made up", .driver = "puppet", .layers = {layer}};
}

feed::Row rowAt(std::int64_t number)
{
    feed::Row row{.number = number};
    row.geometry = {.shape = feed::Shape::Points, .points = {{7.0, 45.0}}, .parts = {1}};
    row.values = {"row " + std::to_string(number), number};
    return row;
}

void sendRows(feed::FrameOutput& out, std::int64_t count)
{
    for (std::int64_t i = 1; i <= count; ++i) {
        out.row(rowAt(i));
    }
}

void write(std::string_view bytes)
{
    if (::write(kOutput, bytes.data(), bytes.size()) < 0) {
        std::_Exit(1);
    }
}

void act(feed::FrameOutput& out, const std::string& wish)
{
    if (wish == "rows") {
        sendRows(out, 100'000);
        out.end();
    } else if (wish == "crash") {
        sendRows(out, 10);
        out.progress(0.5);
        ::raise(SIGSEGV);
    } else if (wish == "silence") {
        std::this_thread::sleep_for(std::chrono::hours(1));
    } else if (wish == "endless") {
        sendRows(out, std::numeric_limits<std::int64_t>::max());
    } else if (wish == "too few") {
        out.progress(1.0); // and then it ends without a word
    } else if (wish == "too long") {
        write(std::string("\xFF\xFF\xFF\xFF\x03", 5));
        std::this_thread::sleep_for(std::chrono::hours(1));
    } else if (wish == "infinite") {
        auto row = rowAt(1);
        row.geometry.points[0].x = std::numeric_limits<double>::infinity();
        out.row(row);
        out.end();
    } else if (wish == "wrong type") {
        auto row = rowAt(1);
        row.values[1] = std::string("no number");
        out.row(row);
        out.end();
    } else if (wish == "failure") {
        out.row(rowAt(1));
        out.failure({.code = ErrorCode::InputNotUnderstood, .what = "it breaks off", .row = 1});
    } else if (wish == "problems") {
        auto row = rowAt(1);
        row.problems.push_back({.what = "odd", .row = 1, .column = "name"});
        row.raw.push_back({0, "raw"});
        out.row(row);
        out.problem({.weight = feed::Problem::Weight::Note, .what = "all in all"});
        out.end();
    } else if (wish == "environment") {
        auto row = rowAt(static_cast<std::int64_t>(::getpgrp() == ::getpid()));
        row.values = {std::string(std::getenv("OBSERVO_SECRET") == nullptr ? "none" : "leaked"),
                      static_cast<std::int64_t>(::fcntl(3, F_GETFD))};
        out.row(row);
        out.end();
    }
}

} // namespace

int main()
{
    const auto task = feed::readTask(0);
    if (!task) {
        return 1;
    }
    const auto& wish = task->request.layer;
    if (wish.starts_with("exit ")) {
        std::_Exit(std::atoi(wish.c_str() + 5));
    }
    if (wish.starts_with("signal ")) {
        ::signal(SIGXCPU, SIG_DFL);
        ::raise(std::atoi(wish.c_str() + 7));
    }
    if (wish == "noise") {
        write("this is not a reader at all, it only talks");
        return 0;
    }
    feed::FrameOutput out(kOutput);
    if (wish == "refusal") {
        out.failure({.code = ErrorCode::InputUnreadable, .what = "it is no file of mine", .advice = "get another"});
        return 0;
    }
    out.file(twoColumns(), 0, {0, 1});
    act(out, wish);
    return 0;
}
