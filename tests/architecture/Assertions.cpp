// SPDX-License-Identifier: GPL-3.0-or-later
#include "Checks.h"
#include "CppText.h"

#include <algorithm>
#include <regex>
#include <set>
#include <sstream>

namespace observo::architecture {

namespace {

using Names = std::set<std::string>;

/// A function of a test file: its name, or for a test "suite.name", and its code without comments and texts.
struct Body {
    std::string name;
    bool isTest = false;
    int line = 0;
    std::string code;
};

/// The text between the first line and the last of what `functionsOf` found.
std::string linesOf(const std::string& code, const Function& function)
{
    std::istringstream in(code);
    std::string text;
    std::string line;
    for (int number = 1; std::getline(in, line); ++number) {
        if (number >= function.line && number < function.line + function.lines) {
            text += line + '\n';
        }
    }
    return text;
}

std::vector<Body> bodiesOf(const File& file)
{
    static const std::regex test(R"(\b(?:TYPED_)?TEST(?:_F|_P)?\s*\(\s*(\w+)\s*,\s*(\w+)\s*\))");
    static const std::regex named(R"((\w+)\s*\()");
    const auto code = codeOf(file.text);
    std::vector<Body> bodies;
    for (const auto& function : functionsOf(file.text)) {
        std::smatch match;
        if (std::regex_search(function.head, match, test)) {
            bodies.push_back({match[1].str() + "." + match[2].str(), true, function.line, linesOf(code, function)});
        } else if (std::regex_search(function.head, match, named)) {
            bodies.push_back({match[1].str(), false, function.line, linesOf(code, function)});
        }
    }
    return bodies;
}

bool asserts(const std::string& code)
{
    static const std::regex macro(R"(\b((EXPECT|ASSERT)_[A-Z]|ADD_FAILURE(_AT)?\s*\(|FAIL\s*\(|static_assert\s*\())");
    return std::regex_search(code, macro);
}

bool callsOneOf(const std::string& code, const Names& names)
{
    static const std::regex call(R"((\w+)\s*\()");
    return std::any_of(std::sregex_iterator(code.begin(), code.end(), call), std::sregex_iterator(),
                       [&](const std::smatch& match) { return names.contains(match[1].str()); });
}

/// The functions that assert, by themselves or through one of `known`. A fixture's own set-up does not count: it runs
/// before anything was done.
Names assertingFunctions(const std::vector<Body>& bodies, Names known)
{
    static const Names setUp = {"SetUp", "TearDown", "SetUpTestSuite", "TearDownTestSuite"};
    for (std::size_t before = known.size() + 1; before != known.size();) {
        before = known.size();
        for (const auto& body : bodies) {
            if (!body.isTest && !setUp.contains(body.name) && (asserts(body.code) || callsOneOf(body.code, known))) {
                known.insert(body.name);
            }
        }
    }
    return known;
}

/// Those of the helpers that a test includes: header and source beside it, in tests/ and not tests themselves.
Names helpersOf(const Tree& tree, const File& test)
{
    Names names;
    for (const auto& include : includesOf(test.text)) {
        const auto stem = include.path.substr(0, include.path.rfind('.'));
        for (const auto* file : tree.under("tests/")) {
            if (include.angled || (!file->path.ends_with(stem + ".h") && !file->path.ends_with(stem + ".cpp"))) {
                continue;
            }
            names.merge(assertingFunctions(bodiesOf(*file), {}));
        }
    }
    return names;
}

int lineAt(const std::string& text, std::ptrdiff_t position)
{
    return 1 + static_cast<int>(std::count(text.begin(), text.begin() + position, '\n'));
}

/// What looks like a test's work and is none.
void checkWords(const File& file, Findings& findings)
{
    struct Wrong {
        std::regex pattern;
        const char* why;
    };
    static const Wrong kWrong[] = {
        {std::regex(R"(\bSUCCEED\s*\()"), "SUCCEED() asserts nothing"},
        {std::regex(R"(\bGTEST_SKIP\s*\(\s*\)\s*;)"), "GTEST_SKIP() without the reason"},
        {std::regex(R"re(\bGTEST_SKIP\s*\(\s*\)\s*<<\s*"\s*"\s*;)re"), "GTEST_SKIP() with an empty reason"},
        {std::regex(R"(\b(EXPECT|ASSERT)_(TRUE\s*\(\s*true|FALSE\s*\(\s*false)\s*\))"),
         "an assertion that cannot fail"},
        {std::regex(R"(\bDISABLED_)"), "a disabled test; GTEST_SKIP() says why"},
    };
    // Comments may name these words, the texts of this check's own tests must, and a reason is a text.
    const auto code = codeOf(file.text);
    for (const auto& wrong : kWrong) {
        for (std::sregex_iterator at(file.text.begin(), file.text.end(), wrong.pattern), end; at != end; ++at) {
            if (code[static_cast<std::size_t>(at->position())] != ' ') {
                findings.push_back(file.path + ":" + std::to_string(lineAt(file.text, at->position())) + ": " +
                                   wrong.why);
            }
        }
    }
}

} // namespace

Findings brokenAssertions(const Tree& tree)
{
    Findings findings;
    for (const auto* file : tree.under("tests/")) {
        if (!file->isCpp()) {
            continue;
        }
        checkWords(*file, findings);
        const auto bodies = bodiesOf(*file);
        if (std::none_of(bodies.begin(), bodies.end(), [](const Body& body) { return body.isTest; })) {
            continue;
        }
        const auto helpers = assertingFunctions(bodies, helpersOf(tree, *file));
        for (const auto& body : bodies) {
            if (body.isTest && !asserts(body.code) && !callsOneOf(body.code, helpers)) {
                findings.push_back(file->path + ":" + std::to_string(body.line) + ": " + body.name +
                                   " asserts nothing, nor does anything that it calls");
            }
        }
    }
    return findings;
}

} // namespace observo::architecture
