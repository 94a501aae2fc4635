// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace observo::architecture {

/// The same text with comments and the insides of strings and characters turned to spaces; line breaks stay, so
/// positions and line numbers stay true.
std::string codeOf(std::string_view text);

/// An #include line outside of comments.
struct Include {
    int line = 0;
    std::string path;
    bool angled = false;
};
std::vector<Include> includesOf(std::string_view text);

/// A function or free-standing lambda with its body, from the first line of its head to its closing brace.
/// A lambda inside a function counts as part of it; a table of values is no function.
struct Function {
    int line = 0;
    int lines = 0;
    std::string head;
};
std::vector<Function> functionsOf(std::string_view text);

/// A text file without a final line break still ends a line.
int lineCount(std::string_view text);

} // namespace observo::architecture
