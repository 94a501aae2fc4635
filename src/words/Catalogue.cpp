// SPDX-License-Identifier: GPL-3.0-or-later
#include "observo/words/Catalogue.h"

#include "EmbeddedMessages.h"
#include "Template.h"

#include <algorithm>
#include <initializer_list>
#include <unordered_map>
#include <utility>
#include <vector>

namespace observo::words {
namespace {

/// A message within a message within ...: no real one goes so deep.
constexpr int kDeepest = 8;
/// Nor is one so long; what a hostile file puts into a message is not searched for ever.
constexpr std::size_t kLongest = 8192;

struct Entry {
    Template english;
    Template italian;
};

/// The messages of one file, found by their first word.
struct Shelf {
    std::vector<Entry> wrappers; ///< begin with a message: a false friend is known by an unknown beginning
    std::vector<Entry> loose;    ///< begin with a value, or with a word and a value in it
    std::unordered_map<std::string, std::vector<Entry>> byFirstWord;
};

std::string firstWord(std::string_view text)
{
    return std::string(text.substr(0, text.find(' ')));
}

/// The place of the entry: its first word counts only when no value is in it.
std::vector<Entry>& groupOf(Shelf& shelf, const Template& english)
{
    if (english.wrapsMessage()) {
        return shelf.wrappers;
    }
    const std::string& head = english.fixed().front();
    const bool isPlain = !head.empty() && (english.slots().empty() || head.find(' ') != std::string::npos);
    return isPlain ? shelf.byFirstWord[firstWord(head)] : shelf.loose;
}

/// Takes the next cell off a line of CSV, doubled quotes undone.
std::string takeCell(std::string_view& line)
{
    std::string cell;
    bool quoted = false;
    std::size_t at = 0;
    for (; at < line.size() && (quoted || line[at] != ','); ++at) {
        if (line[at] != '"') {
            cell += line[at];
        } else if (quoted && line.substr(at + 1).starts_with('"')) {
            cell += line[at++];
        } else {
            quoted = !quoted;
        }
    }
    line.remove_prefix(std::min(at + 1, line.size()));
    return cell;
}

/// Of two that match the one with more fixed text is meant; a fixed beginning comes before all.
void sortByWeight(std::vector<Entry>& entries)
{
    const auto weight = [](const Entry& entry) {
        return std::pair(!entry.english.fixed().front().empty(), entry.english.weight());
    };
    std::ranges::stable_sort(entries, std::ranges::greater{}, weight);
}

void putOn(Shelf& shelf, std::string_view fileName)
{
    const auto files = embeddedMessages();
    const auto file = std::ranges::find(files, fileName, &EmbeddedFile::name);
    expects(file != files.end());
    std::string_view csv = file->text.substr(file->text.find('\n') + 1);
    while (!csv.empty()) {
        std::string_view line = csv.substr(0, csv.find('\n'));
        csv.remove_prefix(std::min(line.size() + 1, csv.size()));
        const Template english(takeCell(line));
        groupOf(shelf, english).push_back({english, Template(takeCell(line))});
    }
}

Shelf shelfOf(std::initializer_list<std::string_view> fileNames)
{
    Shelf shelf;
    for (const auto name : fileNames) {
        putOn(shelf, name);
    }
    sortByWeight(shelf.wrappers);
    sortByWeight(shelf.loose);
    for (auto& [word, entries] : shelf.byFirstWord) {
        sortByWeight(entries);
    }
    return shelf;
}

// Read once, at the first message in Italian.
const Shelf& wholeMessages()
{
    static const Shelf shelf = shelfOf({"it.csv"});
    return shelf;
}

/// What may stand inside of a message: every other one, and parts that are none alone.
const Shelf& innerMessages()
{
    static const Shelf shelf = shelfOf({"it.csv", "it_parts.csv"});
    return shelf;
}

std::optional<std::string> translated(std::string_view english, int depth);

/// The Italian template with the values put in; nothing when the message that leads it is not known.
std::optional<std::string> filled(const Entry& entry, const Values& values, int depth)
{
    const auto& fixed = entry.italian.fixed();
    const auto& slots = entry.italian.slots();
    const std::size_t leading = entry.english.wrapsMessage() ? entry.english.slots().front().number : 0;
    std::string text = fixed.front();
    for (std::size_t i = 0; i < slots.size(); ++i) {
        const std::string_view value = values.at(slots[i].number);
        const auto inner = slots[i].isMessage ? translated(value, depth + 1) : std::nullopt;
        if (!inner && slots[i].number == leading) {
            return std::nullopt;
        }
        text += inner.value_or(std::string(value)) + fixed[i + 1];
    }
    return text;
}

std::optional<std::string> foundAmong(const std::vector<Entry>& entries, std::string_view english, int depth)
{
    for (const Entry& entry : entries) {
        if (const auto values = entry.english.match(english)) {
            if (auto text = filled(entry, *values, depth)) {
                return text;
            }
        }
    }
    return std::nullopt;
}

std::optional<std::string> foundOn(const Shelf& shelf, std::string_view english, int depth)
{
    const auto group = shelf.byFirstWord.find(firstWord(english));
    if (group != shelf.byFirstWord.end()) {
        // A message without values is surely meant, whatever may be seen in it.
        const auto exact = std::ranges::find_if(group->second, [&](const Entry& entry) {
            return entry.english.slots().empty() && entry.english.fixed().front() == english;
        });
        if (exact != group->second.end()) {
            return exact->italian.fixed().front();
        }
    }
    if (auto wrapped = foundAmong(shelf.wrappers, english, depth)) {
        return wrapped;
    }
    if (group != shelf.byFirstWord.end()) {
        if (auto found = foundAmong(group->second, english, depth)) {
            return found;
        }
    }
    return foundAmong(shelf.loose, english, depth);
}

std::optional<std::string> translated(std::string_view english, int depth)
{
    if (english.empty() || depth > kDeepest) {
        return std::nullopt;
    }
    return foundOn(depth == 0 ? wholeMessages() : innerMessages(), english, depth);
}

/// File names and values from outside may hold line ends; a message is one line.
std::string onOneLine(std::string text)
{
    std::ranges::replace_if(
        text, [](char letter) { return static_cast<unsigned char>(letter) < 0x20 || letter == 0x7F; }, ' ');
    return text;
}

} // namespace

std::optional<std::string> italianOf(std::string_view english)
{
    return english.size() <= kLongest ? translated(english, 0) : std::nullopt;
}

std::string inLanguage(std::string_view english, Language language)
{
    auto italian = language == Language::Italian ? italianOf(english) : std::nullopt;
    return italian ? std::move(*italian) : std::string(english);
}

std::string messageOf(const Error& error, Language language)
{
    if (language == Language::English) {
        return error.message();
    }
    std::string text = inLanguage(error.what, language);
    text += error.file.empty() ? "" : ", file " + error.file;
    text += error.row ? ", riga " + std::to_string(*error.row) : "";
    text += error.field.empty() ? "" : ", campo " + error.field;
    text += error.advice.empty() ? "" : ", " + inLanguage(error.advice, language);
    return onOneLine(std::move(text));
}

} // namespace observo::words
