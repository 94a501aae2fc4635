// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/Fuzz.h"
#include "input/DbfTexts.h"
#include "input/ShapeIndex.h"
#include "input/ZipDirectory.h"
#include "support/TestPlaces.h"

#include "observo/core/Result.h"

#include <fstream>

using observo::expects;
using namespace observo::reader;

/// What is looked at before a library sees it: the directory of a zip file, the texts of a DBF, the records of a
/// shapefile without an index; by the first byte.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size == 0) {
        return 0;
    }
    static const observo::test::TemporaryFolder folder;
    const auto file = folder / "input";
    const auto bytes = observo::test::textOf(data + 1, size - 1);
    std::ofstream(file, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    switch (data[0] % 3U) {
    case 0:
        if (const auto members = readZipDirectory(file)) {
            static_cast<void>(formatOfZip(*members));
            expects(shapefilesIn(*members).size() <= members->size());
        }
        break;
    case 1:
        static_cast<void>(lookAtDbf(file));
        break;
    default:
        if (const auto records = rebuildShapeIndex(file, folder / "index")) {
            expects(std::filesystem::file_size(folder / "index") == 100 + 8 * static_cast<std::uintmax_t>(*records));
        }
        break;
    }
    return 0;
}
