// SPDX-License-Identifier: GPL-3.0-or-later
#include "observo/geo/FlatGeobufWriter.h"

#include "vector/OgrWriter.h"

namespace observo::geo {

Done writeFlatGeobuf(const std::filesystem::path& file, const OutputTable& table, const Progress& progress)
{
    return writeWithOgr(file, {.driver = "FlatGeobuf"}, {table}, progress);
}

} // namespace observo::geo
