// SPDX-License-Identifier: GPL-3.0-or-later
#include "Checks.h"
#include "CppText.h"

#include <filesystem>
#include <map>

namespace observo::architecture {

namespace {

constexpr std::size_t kMostHeaders = 15;

/// Made while building: forms, compiled-in folders, and what moc adds at the end of a source.
bool isGenerated(const std::string& header)
{
    const auto name = std::filesystem::path(header).filename().string();
    return name.starts_with("ui_") || name.starts_with("Embedded") || name.ends_with(".moc");
}

bool exists(const Tree& tree, const File& from, const std::string& room, const std::string& header)
{
    return tree.has("src/" + room + "/" + header) || tree.has(from.folder() + "/" + header);
}

void checkInclude(const Tree& tree, const File& file, const Include& include, Findings& findings)
{
    const auto where = file.path + ":" + std::to_string(include.line) + ": ";
    if (include.path.find("..") != std::string::npos) {
        findings.push_back(where + include.path + " climbs out of its folder; write it from the include root");
    } else if (include.path.starts_with("observo/")) {
        if (!tree.has("include/" + include.path)) {
            findings.push_back(where + include.path + " is not in include/");
        }
    } else if (file.path.starts_with("include/")) {
        findings.push_back(where + include.path + " is private; a face includes faces alone");
    } else if (!isGenerated(include.path) && !exists(tree, file, roomOf(file.path), include.path)) {
        findings.push_back(where + include.path + " is not in its room; what another room needs belongs in include/");
    }
}

} // namespace

Findings brokenFaces(const Tree& tree)
{
    Findings findings;
    std::map<std::string, std::size_t> headers;
    for (const auto& file : tree.files()) {
        const auto room = roomOf(file.path);
        if (room.empty() || !file.isCpp()) {
            continue;
        }
        if (file.path.starts_with("include/")) {
            ++headers[room];
            if (file.path.ends_with(".cpp")) {
                findings.push_back(file.path + ": a source does not belong in a face");
            }
        }
        for (const auto& include : includesOf(file.text)) {
            if (!include.angled) {
                checkInclude(tree, file, include, findings);
            }
        }
    }
    for (const auto& [room, count] : headers) {
        if (count > kMostHeaders) {
            findings.push_back("include/observo/" + room + ": " + std::to_string(count) + " headers, at most " +
                               std::to_string(kMostHeaders) + "; look for the second room inside");
        }
    }
    return findings;
}

} // namespace observo::architecture
