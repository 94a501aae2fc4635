// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Source.h"
#include "input/InputFormat.h"

#include <string_view>

namespace observo::test {

/// Reads the bytes as a file of that format, all rows to nowhere, as the reader process does behind its fence.
void readAsFile(std::string_view bytes, reader::InputFormat format);

} // namespace observo::test
