// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/WindText.h"

#include "words/Fold.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace observo::exchange {
namespace {

constexpr std::array<std::string_view, 16> kWinds = {"n", "nne", "ne", "ene", "e", "ese", "se", "sse",
                                                     "s", "ssw", "sw", "wsw", "w", "wnw", "nw", "nnw"};

/// The letters of the winds that a word is made of: "sudovest" gives "sw"; empty when it is something else.
std::string lettersOf(std::string_view word)
{
    constexpr std::array<std::pair<std::string_view, char>, 14> kParts = {{{"nord", 'n'},
                                                                           {"north", 'n'},
                                                                           {"sud", 's'},
                                                                           {"south", 's'},
                                                                           {"ovest", 'w'},
                                                                           {"west", 'w'},
                                                                           {"est", 'e'},
                                                                           {"east", 'e'},
                                                                           {"n", 'n'},
                                                                           {"s", 's'},
                                                                           {"o", 'w'},
                                                                           {"w", 'w'},
                                                                           {"e", 'e'},
                                                                           {"", '\0'}}};
    std::string letters;
    while (!word.empty()) {
        const auto part = std::ranges::find_if(kParts, [&](const auto& one) { return word.starts_with(one.first); });
        if (part->second == '\0') {
            return {};
        }
        letters += part->second;
        word.remove_prefix(part->first.size());
    }
    return letters;
}

} // namespace

std::optional<Degrees> windIn(std::string_view text)
{
    constexpr std::array<std::string_view, 9> kFillers = {"verso",  "direzione", "lato",  "to", "towards",
                                                          "toward", "facing",    "punta", "dir"};
    std::string letters;
    for (const std::string& word : wordsOf(text)) {
        if (std::ranges::find(kFillers, word) != kFillers.end()) {
            continue;
        }
        const std::string found = lettersOf(word);
        if (found.empty()) {
            return std::nullopt;
        }
        letters += found;
    }
    const auto* wind = std::ranges::find(kWinds, letters);
    constexpr double kStep = 22.5;
    return wind == kWinds.end() ? std::nullopt
                                : std::optional(Degrees{kStep * static_cast<double>(wind - kWinds.begin())});
}

} // namespace observo::exchange
