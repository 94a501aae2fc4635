// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/Fuzz.h"
#include "fuzz/SourceFuzz.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    observo::test::readAsFile(observo::test::textOf(data, size), observo::reader::InputFormat::GeoPackage);
    return 0;
}
