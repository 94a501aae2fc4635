// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace observo::exchange {

/// The name of a layer as DXF R12 takes it: capitals, digits, '-', '_' and '$', at most 31 characters.
[[nodiscard]] std::string dxfLayerName(std::string_view text);
/// A text of one line in the code page of Western Europe (ANSI_1252); what it has not is written as \U+XXXX, the way
/// drawing programs do.
[[nodiscard]] std::string dxfText(std::string_view text);
/// A group: its code on one line, its value on the next.
void appendDxfGroup(std::string& out, int code, std::string_view value);
/// A coordinate or a length in metres, to a tenth of a millimetre.
void appendDxfNumber(std::string& out, int code, double number);

} // namespace observo::exchange
