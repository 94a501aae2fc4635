// SPDX-License-Identifier: GPL-3.0-or-later
#include "Checks.h"
#include "CppText.h"

#include <algorithm>
#include <regex>
#include <string>

namespace observo::architecture {
namespace {

/// The text from behind an opening parenthesis to the one that closes it.
std::string insideOf(const std::string& code, std::size_t from)
{
    int depth = 1;
    std::size_t at = from;
    for (; at < code.size() && depth > 0; ++at) {
        depth += code[at] == '(' ? 1 : code[at] == ')' ? -1 : 0;
    }
    return code.substr(from, at - from - 1);
}

/// What stands behind the colon of a loop over a range; empty for other loops.
std::string rangeOf(const std::string& head)
{
    int depth = 0;
    for (std::size_t i = head.rfind(';') + 1; i < head.size(); ++i) {
        depth += head[i] == '(' ? 1 : head[i] == ')' ? -1 : 0;
        const bool isDouble = head.compare(i, 2, "::") == 0 || (i > 0 && head[i - 1] == ':');
        if (head[i] == ':' && depth == 0 && !isDouble) {
            const auto start = head.find_first_not_of(" \n", i + 1);
            return start == std::string::npos ? std::string() : head.substr(start);
        }
    }
    return {};
}

/// The content of a `Result` or an optional that nobody keeps: it is gone before the loop's first turn (C++20; P2718
/// mends it in C++23).
bool isContentOfNobody(const std::string& range)
{
    static const std::regex unpacked(R"(\)\s*\.\s*value\s*\(\s*\)\s*$)");
    return (range.starts_with('*') && range.ends_with(')')) || std::regex_search(range, unpacked);
}

} // namespace

Findings brokenLifetimes(const Tree& tree)
{
    static const std::regex loop(R"(\bfor\s*\()");
    Findings findings;
    for (const auto& file : tree.files()) {
        if (!file.path.ends_with(".cpp") && !file.path.ends_with(".h")) {
            continue;
        }
        const auto code = codeOf(file.text);
        for (auto it = std::sregex_iterator(code.begin(), code.end(), loop); it != std::sregex_iterator(); ++it) {
            const auto from = static_cast<std::size_t>(it->position() + it->length());
            const auto range = rangeOf(insideOf(code, from));
            if (isContentOfNobody(range)) {
                const auto line = 1 + std::count(code.begin(), code.begin() + it->position(), '\n');
                findings.push_back(file.path + ":" + std::to_string(line) + ": the loop goes over " + range +
                                   ", which is gone when it begins: give it a name first");
            }
        }
    }
    return findings;
}

} // namespace observo::architecture
