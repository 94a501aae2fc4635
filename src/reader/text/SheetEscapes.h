// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace observo::reader {

/// Undoes the escapes of an Excel sheet's texts, "_x000D_" for a carriage return (ST_Xstring of ECMA-376), which the
/// driver leaves as they are. A NUL and half a character stay escaped.
void decodeSheetEscapes(std::string& text);

} // namespace observo::reader
