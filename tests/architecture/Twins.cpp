// SPDX-License-Identifier: GPL-3.0-or-later
#include "Checks.h"
#include "CppText.h"

#include <regex>

namespace observo::architecture {

namespace {

bool needsTwin(const File& file)
{
    if (!file.path.starts_with("src/") || !file.path.ends_with(".cpp") || file.name() == "main.cpp") {
        return false;
    }
    // Widgets are tested by what a person does with them, across files.
    return roomOf(file.path) != "app";
}

/// The test beside the source, or anywhere in the tests of its room. Tests on real data may be skipped, so they do
/// not count.
const File* twinOf(const Tree& tree, const File& source)
{
    const auto tests = "tests/" + roomOf(source.path) + "/";
    for (const auto* file : tree.under(tests)) {
        if (file->name() == source.stem() + "Test.cpp" && !file->path.starts_with(tests + "real/")) {
            return file;
        }
    }
    return nullptr;
}

bool asserts(const File& test)
{
    static const std::regex macro(R"(\b(EXPECT|ASSERT)_[A-Z]+)");
    static const std::regex testCase(R"(\bTEST(_F|_P)?\s*\()");
    const auto code = codeOf(test.text);
    return std::regex_search(code, testCase) && std::regex_search(code, macro);
}

} // namespace

Findings brokenTwins(const Tree& tree)
{
    Findings findings;
    for (const auto& file : tree.files()) {
        if (needsTwin(file) && twinOf(tree, file) == nullptr) {
            findings.push_back(file.path + ": has no twin " + file.stem() + "Test.cpp in tests/" + roomOf(file.path));
        }
        if (file.path.starts_with("tests/") && file.name().ends_with("Test.cpp") && !asserts(file)) {
            findings.push_back(file.path + ": a test that asserts nothing");
        }
    }
    return findings;
}

} // namespace observo::architecture
