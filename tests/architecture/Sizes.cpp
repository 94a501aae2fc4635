// SPDX-License-Identifier: GPL-3.0-or-later
#include "Checks.h"
#include "CppText.h"

#include <map>

namespace observo::architecture {

namespace {

constexpr int kMostLines = 400;
constexpr int kMostTestLines = 600;
constexpr int kMostFunctionLines = 60;
constexpr int kMostFiles = 30;
constexpr std::string_view kLicence = "// SPDX-License-Identifier: GPL-3.0-or-later\n";

void checkFile(const File& file, Findings& findings)
{
    const auto most = file.path.starts_with("tests/") ? kMostTestLines : kMostLines;
    if (const auto count = lineCount(file.text); count > most) {
        findings.push_back(file.path + ": " + std::to_string(count) + " lines, at most " + std::to_string(most));
    }
    if (!file.text.starts_with(kLicence)) {
        findings.push_back(file.path + ":1: does not begin with the licence line");
    }
    if (file.path.ends_with(".h") && codeOf(file.text).find("#pragma once") == std::string::npos) {
        findings.push_back(file.path + ": no #pragma once");
    }
    for (const auto& function : functionsOf(file.text)) {
        if (function.lines > kMostFunctionLines) {
            findings.push_back(file.path + ":" + std::to_string(function.line) + ": a function of " +
                               std::to_string(function.lines) + " lines, at most " +
                               std::to_string(kMostFunctionLines));
        }
    }
}

} // namespace

Findings brokenSizes(const Tree& tree)
{
    Findings findings;
    std::map<std::string, int> folders;
    for (const auto& file : tree.files()) {
        if (file.isCpp()) {
            ++folders[file.folder()];
            checkFile(file, findings);
        }
    }
    for (const auto& [folder, count] : folders) {
        if (count > kMostFiles) {
            findings.push_back(folder + ": " + std::to_string(count) + " files, at most " + std::to_string(kMostFiles));
        }
    }
    return findings;
}

} // namespace observo::architecture
