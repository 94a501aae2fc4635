// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Bytes.h"

#include "observo/core/Result.h"
#include "observo/feed/FileInfo.h"
#include "observo/feed/FrameOutput.h"
#include "observo/feed/Row.h"

#include <vector>

namespace observo::feed {

// Payloads of frames, read as hostile input: each length, number, text and enumerator is checked before it is
// believed. A reader that went bad leaves a value that means nothing; ask it before the value is used.
[[nodiscard]] FileInfo takeFileInfo(ByteReader& from);
/// A row whose values must be of the columns' types.
void takeRow(ByteReader& from, const std::vector<Column>& columns, Row& row);
[[nodiscard]] Problem takeProblem(ByteReader& from);
/// Only the codes that a reader may give; the file is not named in it.
[[nodiscard]] Error takeFailure(ByteReader& from);
[[nodiscard]] ReaderTask takeTask(ByteReader& from);

} // namespace observo::feed
