// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/feed/FileInfo.h"
#include "observo/feed/Row.h"

namespace observo::test {

/// A file with everything in it that a file can say: two layers, all types of columns, statistics, problems.
[[nodiscard]] feed::FileInfo aRichFile();

/// A row that fits the first layer of the rich file, with a polygon and a hole.
[[nodiscard]] feed::Row aRichRow();

} // namespace observo::test
