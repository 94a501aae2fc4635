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

std::optional<int> rankOf(std::string_view word, std::string_view code, std::string_view name)
{
    if (code.starts_with(word)) {
        return code.size() == word.size() ? 0 : 1;
    }
    if (beginsAWord(name, word)) {
        return 2;
    }
    if (code.find(word) != std::string_view::npos || name.find(word) != std::string_view::npos) {
        return kWithin;
    }
    return std::nullopt;
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
    m_code.clear();
    m_name.clear();
    appendSearchForm(code, m_code);
    appendSearchForm(name, m_name);
    int worst = 0;
    for (const std::string& word : m_words) {
        const auto rank = rankOf(word, m_code, m_name);
        if (!rank) {
            return std::nullopt;
        }
        worst = std::max(worst, *rank);
    }
    return worst;
}

} // namespace observo
