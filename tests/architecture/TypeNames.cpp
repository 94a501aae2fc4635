// SPDX-License-Identifier: GPL-3.0-or-later
#include "Checks.h"
#include "CppText.h"

#include <algorithm>
#include <map>
#include <optional>
#include <regex>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace observo::architecture {
namespace {

/// What a brace opens, told by the words before it.
struct Scope {
    bool isNamed = false;            ///< a namespace with a name
    std::optional<std::string> type; ///< the type it defines
};

Scope scopeOf(const std::string& head)
{
    static const std::regex named(R"(\bnamespace\s+[\w:]+\s*$)");
    static const std::regex type(R"(\b(?:struct|class)\s+(\w+)(?:\s+final)?\s*(?::[^:][^]*)?$)");
    std::smatch found;
    if (std::regex_search(head, named)) {
        return {.isNamed = true, .type = std::nullopt};
    }
    return {.isNamed = false,
            .type = std::regex_search(head, found, type) ? std::optional(found[1].str()) : std::nullopt};
}

/// The types that a file defines for its whole program: inside nothing but namespaces with names.
std::set<std::string> typesOf(const File& file)
{
    std::set<std::string> types;
    std::vector<Scope> open;
    std::string head;
    for (const char c : codeOf(file.text)) {
        if (c == '{') {
            auto scope = scopeOf(head);
            if (scope.type && std::ranges::all_of(open, &Scope::isNamed)) {
                types.insert(*scope.type);
            }
            open.push_back(std::move(scope));
        } else if (c == '}' && !open.empty()) {
            open.pop_back();
        }
        head = c == '{' || c == '}' || c == ';' ? std::string() : head + c;
    }
    return types;
}

/// A room's sources and its tests become one program; builders of tests have a namespace of their own.
std::string programOf(const File& file)
{
    if (!file.path.starts_with("tests/")) {
        return roomOf(file.path);
    }
    const auto rest = file.path.substr(std::string("tests/").size());
    return rest.starts_with("support/") ? "tests/support" : rest.substr(0, rest.find('/'));
}

} // namespace

Findings brokenTypeNames(const Tree& tree)
{
    std::map<std::pair<std::string, std::string>, std::string> homes;
    Findings findings;
    for (const auto& file : tree.files()) {
        const bool isCode = file.path.ends_with(".cpp") || file.path.ends_with(".h");
        for (const auto& type : isCode ? typesOf(file) : std::set<std::string>()) {
            const auto [home, isNew] = homes.try_emplace({programOf(file), type}, file.path);
            if (!isNew) {
                findings.push_back(file.path + ": " + type + " is defined in " + home->second +
                                   " too, and the linker takes them for one: rename it or put it into an unnamed "
                                   "namespace");
            }
        }
    }
    return findings;
}

} // namespace observo::architecture
