// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/reader/Probe.h"

#include "support/TestPlaces.h"

#include <fstream>

namespace observo::test {

std::string answerOfProbe(const std::string& wish, feed::Limits limits)
{
    const TemporaryFolder folder;
    std::ofstream(folder / "input.csv") << "a,b\n1,2\n";
    limits.program = programFolder() / "FenceProbe";
    const auto read = readFile({.file = folder / "input.csv", .layer = wish}, limits);
    return read.error ? read.error->message() : read.text(0, "answer");
}

std::string ReadFile::text(std::size_t row, const std::string& column) const
{
    for (std::size_t i = 0; row < rows.size() && i < layer.columns.size(); ++i) {
        if (layer.columns[i].name == column) {
            return textOf(rows[row].values[i]);
        }
    }
    return "?";
}

ReadFile readFile(feed::Request request, feed::Limits limits)
{
    ReadFile read;
    auto stream = feed::Stream::open(request, Progress(), limits);
    if (!stream) {
        read.error = stream.error();
        return read;
    }
    read.file = stream->file();
    read.layer = stream->layer();
    feed::Row row;
    auto more = stream->next(row);
    for (; more && *more; more = stream->next(row)) {
        read.rows.push_back(row);
    }
    if (!more) {
        read.error = more.error();
    }
    read.report = stream->report();
    return read;
}

ReadFile readFile(const std::filesystem::path& file)
{
    return readFile({.file = file});
}

} // namespace observo::test
