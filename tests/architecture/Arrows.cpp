// SPDX-License-Identifier: GPL-3.0-or-later
#include "Checks.h"
#include "CppText.h"
#include "Rooms.h"

namespace observo::architecture {

namespace {

constexpr std::string_view kPage = "src/CMakeLists.txt";

void compareWithTable(const Arrows& declared, Findings& findings)
{
    for (const auto& [room, uses] : declared) {
        const auto allowed = allowedArrows().find(room);
        if (allowed == allowedArrows().end()) {
            findings.push_back(std::string(kPage) + ": room " + room + " is not in the table of the house");
            continue;
        }
        for (const auto& used : uses) {
            if (!allowed->second.contains(used)) {
                findings.push_back(std::string(kPage) + ": " + room + " may not use " + used);
            }
        }
    }
}

/// "observo/geo/Crs.h" -> "geo"; empty when the include is none of ours.
std::string roomOfInclude(const std::string& path)
{
    return path.starts_with("observo/") ? roomOf("include/" + path) : std::string();
}

} // namespace

Findings brokenArrows(const Tree& tree)
{
    Findings findings;
    const auto* page = tree.find(kPage);
    const auto declared = declaredArrows(page != nullptr ? page->text : "");
    compareWithTable(declared, findings);

    for (const auto& file : tree.files()) {
        const auto room = roomOf(file.path);
        if (room.empty() || !file.isCpp()) {
            continue;
        }
        const auto own = declared.find(room);
        if (own == declared.end()) {
            findings.push_back(file.path + ": its room " + room + " has no observo_library line in " +
                               std::string(kPage));
            continue;
        }
        for (const auto& include : includesOf(file.text)) {
            const auto used = roomOfInclude(include.path);
            if (!used.empty() && used != room && !own->second.contains(used)) {
                findings.push_back(file.path + ":" + std::to_string(include.line) + ": " + room + " includes " +
                                   include.path + ", but its USES line does not name " + used);
            }
        }
    }
    return findings;
}

} // namespace observo::architecture
