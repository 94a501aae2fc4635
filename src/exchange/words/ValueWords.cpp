// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/ValueWords.h"

#include "words/Fold.h"
#include "words/Table.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <vector>

namespace observo::exchange {
namespace {

using Words = std::map<std::string, KnownValue, std::less<>>;

/// The fold of a text, or the text itself when nothing of it is left ("?", "+").
std::string keyOf(std::string_view text)
{
    std::string key = foldedText(text);
    return key.empty() ? std::string(bare(text)) : key;
}

std::map<std::string_view, Words> readWords()
{
    std::map<std::string_view, Words> lists;
    const auto rows = intakeTable("values.csv");
    std::set<std::string_view> names;
    for (const auto& row : rows) {
        names.insert(row.at(0));
    }
    for (const FieldInfo& field : fieldsOf(RecordKind::Camera)) {
        if (!field.codeList.empty()) {
            names.insert(field.codeList);
        }
    }
    for (const std::string_view list : names) {
        for (const CodeInfo& code : codesOf(list)) {
            lists[list].try_emplace(keyOf(code.code), KnownValue{.code = code.code});
        }
    }
    for (const auto& row : rows) {
        KnownValue known{.code = row.at(1)};
        if (const auto also = partsOf(row.at(2), '='); also.size() == 2) {
            known.alsoField = findField(RecordKind::Camera, also.at(0));
            known.alsoCode = also.at(1);
        }
        for (const std::string_view name : partsOf(row.at(3), '|')) {
            lists[row.at(0)].try_emplace(keyOf(name), known);
        }
    }
    for (const std::string_view list : names) {
        for (const CodeInfo& code : codesOf(list)) {
            lists[list].try_emplace(keyOf(code.label.it), KnownValue{.code = code.code});
            lists[list].try_emplace(keyOf(code.label.en), KnownValue{.code = code.code});
        }
    }
    return lists;
}

const Words* wordsFor(std::string_view codeList)
{
    static const std::map<std::string_view, Words> kLists = readWords();
    const auto found = kLists.find(codeList);
    return found == kLists.end() ? nullptr : &found->second;
}

bool denies(std::string_view word)
{
    constexpr std::array<std::string_view, 6> kDenials = {"non", "no", "not", "senza", "without", "never"};
    return std::ranges::find(kDenials, word) != kDenials.end();
}

/// Too short or too common to be found inside another text.
bool isTelling(std::string_view phrase)
{
    constexpr std::array<std::string_view, 12> kCommon = {"camera", "telecamera", "true",  "false", "yes",  "standard",
                                                          "mobile", "auto",       "other", "altro", "none", "rete"};
    return phrase.size() >= 3 && std::ranges::find(kCommon, phrase) == kCommon.end();
}

/// A word that says no more than what the list is about.
bool isFiller(std::string_view word)
{
    constexpr std::array<std::string_view, 5> kFillers = {"camera", "telecamera", "cam", "tlc", "telecamere"};
    return std::ranges::find(kFillers, word) != kFillers.end();
}

/// The longest known phrase inside the words of a text.
std::optional<KnownValue> inside(const Words& known, const std::vector<std::string>& words)
{
    for (std::size_t length = words.size() - 1; length > 0; --length) {
        for (std::size_t from = 0; from + length <= words.size(); ++from) {
            std::string phrase;
            for (std::size_t i = from; i < from + length; ++i) {
                phrase += (phrase.empty() ? "" : " ") + words[i];
            }
            const auto found = known.find(phrase);
            if (found != known.end() && isTelling(phrase)) {
                KnownValue value = found->second;
                value.inPart =
                    !std::ranges::all_of(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(from), isFiller) ||
                    !std::ranges::all_of(words.begin() + static_cast<std::ptrdiff_t>(from + length), words.end(),
                                         isFiller);
                return value;
            }
        }
    }
    return std::nullopt;
}

} // namespace

std::optional<KnownValue> knownValue(std::string_view codeList, std::string_view text)
{
    const Words* known = wordsFor(codeList);
    if (known == nullptr) {
        return std::nullopt;
    }
    if (const auto found = known->find(keyOf(text)); found != known->end()) {
        return found->second;
    }
    constexpr std::size_t kManyWords = 12;
    const auto words = wordsOf(text);
    const bool isDenied = std::ranges::any_of(words, denies);
    return words.size() < 2 || words.size() > kManyWords || isDenied ? std::nullopt : inside(*known, words);
}

std::optional<bool> yesOrNo(std::string_view text)
{
    const auto known = knownValue("yes_no_unknown", text);
    const bool isWhole = known && !known->inPart && known->code != "unknown";
    return isWhole ? std::optional(known->code == "yes") : std::nullopt;
}

} // namespace observo::exchange
