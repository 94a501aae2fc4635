// SPDX-License-Identifier: GPL-3.0-or-later
#include "FrameReader.h"
#include "FrameWriter.h"
#include "fuzz/Fuzz.h"

#include "observo/core/Result.h"

#include <string>
#include <vector>

using observo::expects;
using observo::FieldType;
using namespace observo::feed;

namespace {

const std::vector<Column>& columns()
{
    static const std::vector<Column> all{{.name = "a", .type = FieldType::Text},
                                         {.name = "b", .type = FieldType::Integer},
                                         {.name = "c", .type = FieldType::Real},
                                         {.name = "d", .type = FieldType::Boolean}};
    return all;
}

/// What was accepted is what an honest writer would have sent: writing and reading it again changes nothing.
template <typename Value, typename Take, typename Put>
void comesBack(ByteReader& from, Take take, Put put)
{
    const Value value = take(from);
    if (!from.isGood()) {
        expects(from.why() != nullptr);
        return;
    }
    std::string bytes;
    put(bytes, value);
    ByteReader once(bytes);
    const Value again = take(once);
    expects(once.isGood() && once.isAtEnd());
    std::string twice;
    put(twice, again);
    expects(bytes == twice);
}

Row takeWhole(ByteReader& from)
{
    Row row;
    takeRow(from, columns(), row);
    return row;
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size == 0) {
        return 0;
    }
    ByteReader from(observo::test::textOf(data + 1, size - 1));
    switch (data[0] % 5U) {
    case 0:
        comesBack<FileInfo>(from, takeFileInfo, putFileInfo);
        break;
    case 1:
        comesBack<Row>(from, takeWhole, putRow);
        break;
    case 2:
        comesBack<Problem>(from, takeProblem, putProblem);
        break;
    case 3:
        comesBack<observo::Error>(from, takeFailure, putFailure);
        break;
    default:
        comesBack<ReaderTask>(from, takeTask, putTask);
        break;
    }
    return 0;
}
