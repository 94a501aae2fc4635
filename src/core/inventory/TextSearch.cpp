// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/TextSearch.h"

#include "TextFold.h"

#include <algorithm>

namespace observo {
namespace {

constexpr int kWithin = 3;
constexpr std::string_view kBlanks = " \t\r\n";

bool isWordCharacter(char c)
{
    return static_cast<unsigned char>(c) >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z');
}

bool beginsAWord(std::string_view text, std::string_view word)
{
    for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
        if (at == 0 || !isWordCharacter(text[at - 1])) {
            return true;
        }
    }
    return false;
}

/// How a word that is somewhere in code or name stands there.
int rankOf(std::string_view word, std::string_view code, std::string_view name)
{
    if (code.starts_with(word)) {
        return code.size() == word.size() ? 0 : 1;
    }
    return beginsAWord(name, word) ? 2 : kWithin;
}

} // namespace

TextSearch::TextSearch(std::string_view words)
{
    const std::string folded = searchForm(words);
    std::size_t at = folded.find_first_not_of(kBlanks);
    while (at != std::string::npos) {
        const std::size_t end = std::min(folded.find_first_of(kBlanks, at), folded.size());
        m_words.push_back(folded.substr(at, end - at));
        at = folded.find_first_not_of(kBlanks, end);
    }
}

std::optional<int> TextSearch::rank(std::string_view code, std::string_view name)
{
    m_text.clear();
    appendSearchForm(code, m_text);
    const std::size_t codeSize = m_text.size();
    m_text.push_back('\n');
    appendSearchForm(name, m_text);
    const std::string_view text(m_text);
    int worst = 0;
    for (const std::string& word : m_words) {
        // No word holds a blank, so that none is found across code and name.
        if (text.find(word) == std::string_view::npos) {
            return std::nullopt;
        }
        worst = std::max(worst, rankOf(word, text.substr(0, codeSize), text.substr(codeSize + 1)));
    }
    return worst;
}

} // namespace observo
