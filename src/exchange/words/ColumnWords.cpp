// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/ColumnWords.h"

#include "words/Fold.h"
#include "words/NumberText.h"
#include "words/Table.h"

#include <algorithm>
#include <array>
#include <map>

namespace observo::exchange {
namespace {

struct Role {
    ColumnRole role;
    std::string_view name;
};
constexpr std::array<Role, 5> kRoles = {{{ColumnRole::Lon, "lon"},
                                         {ColumnRole::Lat, "lat"},
                                         {ColumnRole::X, "x"},
                                         {ColumnRole::Y, "y"},
                                         {ColumnRole::Coordinates, "coordinates"}}};

ColumnRule ruleNamed(std::string_view name)
{
    constexpr std::array<std::pair<std::string_view, ColumnRule>, 4> kRules = {{{"negated", ColumnRule::Negated},
                                                                                {"absolute", ColumnRule::Absolute},
                                                                                {"letters", ColumnRule::Letters},
                                                                                {"spare", ColumnRule::Spare}}};
    const auto* found = std::ranges::find(kRules, name, &std::pair<std::string_view, ColumnRule>::first);
    return found == kRules.end() ? ColumnRule::Plain : found->second;
}

/// Folded names with what they may mean, in the order in which the meanings were listed.
class Dictionary {
public:
    Dictionary()
    {
        for (const FieldInfo& field : fieldsOf(RecordKind::Camera)) {
            const ColumnMeaning meaning{.role = ColumnRole::Field, .field = &field};
            for (const std::string_view name : {field.name, field.shortName}) {
                add(name, meaning);
            }
        }
        std::map<std::string_view, int> ranks;
        for (const auto& row : intakeTable("columns.csv")) {
            ColumnMeaning meaning = meaningNamed(row.at(0));
            meaning.rule = ruleNamed(row.at(1));
            meaning.rank = ++ranks[row.at(0)];
            for (const std::string_view name : partsOf(row.at(2), '|')) {
                add(name, meaning);
            }
        }
        for (const FieldInfo& field : fieldsOf(RecordKind::Camera)) {
            const ColumnMeaning meaning{.role = ColumnRole::Field, .field = &field, .rank = 1};
            add(withoutUnit(field.label.it).name, meaning);
            add(withoutUnit(field.label.en).name, meaning);
        }
    }

    [[nodiscard]] std::vector<ColumnMeaning> exactly(const std::string& folded) const
    {
        const auto found = m_names.find(folded);
        return found == m_names.end() ? std::vector<ColumnMeaning>{} : found->second;
    }

    /// Of the names that pass `fits`; nothing when they mean different fields, for then nobody knows.
    template <typename Fits>
    [[nodiscard]] std::vector<ColumnMeaning> onlyOne(const Fits& fits) const
    {
        std::vector<ColumnMeaning> found;
        for (const auto& [name, meanings] : m_names) {
            if (!fits(name)) {
                continue;
            }
            const ColumnMeaning& meaning = meanings.front();
            if (!found.empty() && (found.front().field != meaning.field || found.front().role != meaning.role)) {
                return {};
            }
            found = {meaning};
        }
        return found;
    }

private:
    void add(std::string_view name, const ColumnMeaning& meaning)
    {
        auto& meanings = m_names[foldedName(name)];
        const bool isThere = std::ranges::any_of(
            meanings, [&](const ColumnMeaning& one) { return one.role == meaning.role && one.field == meaning.field; });
        if (!isThere) {
            meanings.push_back(meaning);
        }
    }

    std::map<std::string, std::vector<ColumnMeaning>> m_names;
};

const Dictionary& dictionary()
{
    static const Dictionary kDictionary;
    return kDictionary;
}

constexpr std::array<std::string_view, 22> kUnitWords = {
    "m",   "mt", "metri",  "cm",   "mm",    "km", "ft",    "deg",      "gradi", "degrees",  "h",
    "ore", "gg", "giorni", "days", "hours", "px", "pixel", "percento", "hrs",   "gradi360", "wgs84"};

/// The name without a last word that is a unit: "altezza_m", "DIREZIONE gradi".
std::string withoutLastUnit(std::string_view name)
{
    auto words = wordsOf(name);
    if (words.size() < 2 || std::ranges::find(kUnitWords, words.back()) == kUnitWords.end()) {
        return {};
    }
    words.pop_back();
    std::string folded;
    for (const std::string& word : words) {
        folded += word;
    }
    return folded;
}

/// A DBF name is cut to ten bytes; what was cut must be told by the rest alone.
std::vector<ColumnMeaning> ofCutName(std::string_view name)
{
    constexpr std::size_t kDbfName = 10;
    constexpr std::size_t kTellingLength = 7;
    const std::string folded = foldedName(name);
    if (name.size() != kDbfName || folded.size() < kTellingLength) {
        return {};
    }
    return dictionary().onlyOne([&](const std::string& known) { return known.starts_with(folded); });
}

/// "Localit\uFFFD" and "Localit?": letters lost on the way fit any letter.
std::vector<ColumnMeaning> ofBrokenName(std::string_view name)
{
    constexpr std::string_view kLost = "\xEF\xBF\xBD";
    std::string pattern;
    bool isBroken = false;
    for (std::size_t at = 0; at < name.size();) {
        const bool isLost = name.substr(at).starts_with(kLost) || name[at] == '?';
        isBroken = isBroken || isLost;
        const std::size_t length = isLost && name[at] != '?' ? kLost.size() : 1;
        pattern += isLost ? "?" : foldedName(name.substr(at, 1));
        at += length;
    }
    if (!isBroken || pattern.size() < 4) {
        return {};
    }
    return dictionary().onlyOne([&](const std::string& known) {
        return known.size() == pattern.size() && std::equal(known.begin(), known.end(), pattern.begin(),
                                                            [](char a, char b) { return b == '?' || a == b; });
    });
}

} // namespace

ColumnMeaning meaningNamed(std::string_view target)
{
    for (const Role& role : kRoles) {
        if (role.name == target) {
            return {.role = role.role};
        }
    }
    const FieldInfo* field = findField(RecordKind::Camera, target);
    return field == nullptr ? ColumnMeaning{} : ColumnMeaning{.role = ColumnRole::Field, .field = field};
}

std::string_view nameOf(const ColumnMeaning& meaning)
{
    if (meaning.role == ColumnRole::Field) {
        return meaning.field->name;
    }
    const auto* role = std::ranges::find(kRoles, meaning.role, &Role::role);
    return role == kRoles.end() ? std::string_view{} : role->name;
}

std::vector<ColumnMeaning> meaningsOf(std::string_view columnName)
{
    // In its very letters a field's name is ours; "Name" of a KML is not, but the "camera_name" that we write there is.
    constexpr std::string_view kOurs = "camera_";
    ColumnMeaning exact = meaningNamed(columnName);
    if (exact.role != ColumnRole::Field && columnName.starts_with(kOurs)) {
        exact = meaningNamed(columnName.substr(kOurs.size()));
    }
    if (exact.role == ColumnRole::Field) {
        auto found = dictionary().exactly(foldedName(columnName));
        std::erase_if(found, [&](const ColumnMeaning& one) { return one.field == exact.field; });
        exact.rank = -1;
        found.insert(found.begin(), exact);
        return found;
    }
    const std::string name = withoutUnit(columnName).name;
    for (const std::string& folded : {foldedName(columnName), foldedName(name), withoutLastUnit(name)}) {
        if (auto found = folded.empty() ? std::vector<ColumnMeaning>{} : dictionary().exactly(folded); !found.empty()) {
            return found;
        }
    }
    if (auto found = ofCutName(columnName); !found.empty()) {
        return found;
    }
    return ofBrokenName(name);
}

std::string unitInName(std::string_view columnName, const FieldInfo& field)
{
    if (field.unit.empty()) {
        return {};
    }
    auto words = wordsOf(withoutUnit(columnName).unit);
    for (std::string& word : wordsOf(withoutUnit(columnName).name)) {
        words.push_back(std::move(word));
    }
    for (const std::string& word : words) {
        const bool isUnit = std::ranges::find(kUnitWords, word) != kUnitWords.end() || word == "g" || word == "day";
        if (isUnit && unitFactor(field.unit, word)) {
            return word;
        }
    }
    return {};
}

} // namespace observo::exchange
