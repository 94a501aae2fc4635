// SPDX-License-Identifier: GPL-3.0-or-later
#include "Checks.h"

#include <regex>
#include <set>
#include <sstream>

namespace observo::architecture {

namespace {

constexpr std::string_view kFolder = "resources/codelists/";

/// The cells of one line of CSV, quotes around them taken off. core reads these files without escapes, so that a quote
/// inside a label stays and is refused.
std::vector<std::string> cellsOf(const std::string& line)
{
    std::vector<std::string> cells(1);
    bool quoted = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char c = line[i];
        const bool atEdge = quoted ? i + 1 == line.size() || line[i + 1] == ',' : cells.back().empty();
        if (c == '"' && atEdge) {
            quoted = !quoted;
        } else if (c == ',' && !quoted) {
            cells.emplace_back();
        } else {
            cells.back() += c;
        }
    }
    return cells;
}

void checkList(const File& file, Findings& findings)
{
    static const std::regex code("[A-Za-z0-9][A-Za-z0-9_.+-]*");
    std::istringstream text(file.text);
    std::string line;
    if (!std::getline(text, line) || line != "code,it,en") {
        findings.push_back(file.path + ":1: the first line is not code,it,en");
        return;
    }
    std::set<std::string> seen;
    for (int number = 2; std::getline(text, line); ++number) {
        const auto where = file.path + ":" + std::to_string(number) + ": ";
        const auto cells = cellsOf(line);
        if (cells.size() != 3 || cells[1].empty() || cells[2].empty()) {
            findings.push_back(where + "not a code and its two labels");
        } else if (line.find("\"\"") != std::string::npos || (cells[1] + cells[2]).find('"') != std::string::npos) {
            findings.push_back(where + "a label with quotes in it");
        } else if (!std::regex_match(cells[0], code)) {
            findings.push_back(where + "the code '" + cells[0] + "' is not letters, digits and _.+-");
        } else if (!seen.insert(cells[0]).second) {
            findings.push_back(where + "the code " + cells[0] + " comes twice");
        }
    }
    if (seen.empty()) {
        findings.push_back(file.path + ": no codes");
    }
}

/// The lists that the field tables of core name.
std::set<std::string> namedLists(const Tree& tree)
{
    static const std::regex name(R"re(\.codes?\("(\w+)"\))re");
    std::set<std::string> names;
    for (const auto* file : tree.under("src/core/")) {
        for (std::sregex_iterator it(file->text.begin(), file->text.end(), name), end; it != end; ++it) {
            names.insert((*it)[1].str());
        }
    }
    return names;
}

} // namespace

Findings brokenCodeLists(const Tree& tree)
{
    Findings findings;
    for (const auto* file : tree.under(kFolder)) {
        checkList(*file, findings);
    }
    for (const auto& name : namedLists(tree)) {
        if (!tree.has(std::string(kFolder) + name + ".csv")) {
            findings.push_back(std::string(kFolder) + name + ".csv: named by a field, but not there");
        }
    }
    return findings;
}

} // namespace observo::architecture
