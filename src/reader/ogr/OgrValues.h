// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/TextDecoder.h"

#include "observo/feed/FileInfo.h"
#include "observo/feed/Row.h"

#include <ogr_api.h>

#include <cstdint>

namespace observo::reader {

/// A column of GDAL as ours; what has no counterpart is text, lists are joined by ';'.
[[nodiscard]] feed::Column columnOf(OGRFieldDefnH column);

/// Where a value is read from and put to.
struct ValuePlace {
    int index = 0;            ///< in GDAL's rows
    std::uint32_t target = 0; ///< in ours
    feed::Column column;
    bool isList = false;
};

/// Puts one value into the row, its text through the decoder. What is doubtful (no finite number, no such day) comes
/// as unknown with its raw text and a problem; a text with bytes that mean nothing comes with a problem.
void takeValue(OGRFeatureH feature, const ValuePlace& place, TextDecoder& decoder, feed::Row& row);

} // namespace observo::reader
