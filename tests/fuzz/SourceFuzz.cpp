// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/SourceFuzz.h"

#include "support/TestPlaces.h"

#include "observo/core/Result.h"

#include <fcntl.h>

#include <fstream>

namespace observo::test {

void readAsFile(std::string_view bytes, reader::InputFormat format)
{
    static const TemporaryFolder folder;
    static const int nowhere = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
    reader::StagedInput input{.folder = folder.path(),
                              .file = folder / reader::wordsOf(format).name,
                              .format = format,
                              .stem = "fuzz",
                              .head = std::string(bytes.substr(0, 4096)),
                              .bytes = bytes.size()};
    std::ofstream(input.file, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    const feed::Request request{.file = input.file};
    const auto source = reader::openSource(input, request);
    if (!source) {
        expects(!source.error().what.empty());
        return;
    }
    const auto plan = reader::planFor((*source)->info(), request);
    if (!plan || (*source)->info().isPicture) {
        return;
    }
    feed::FrameOutput out(nowhere);
    out.file((*source)->info(), plan->layer, plan->columns);
    if (const auto sent = (*source)->read(*plan, out); !sent) {
        expects(!sent.error().what.empty());
    }
}

} // namespace observo::test
