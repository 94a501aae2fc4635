// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace observo::architecture {

/// One text file of the repository; `path` is written from its root with '/', as in "src/geo/Crs.cpp".
struct File {
    std::string path;
    std::string text;

    std::string name() const;   ///< "Crs.cpp"
    std::string stem() const;   ///< "Crs"
    std::string folder() const; ///< "src/geo"
    bool isCpp() const;         ///< .h or .cpp
};

/// What the checks look at: the text files under src, include, tests, ui and resources, sorted by path.
/// Pictures and test data are left out.
class Tree {
public:
    static Tree read(const std::filesystem::path& root);

    const std::vector<File>& files() const { return m_files; }
    /// Those whose path starts with `prefix`.
    std::vector<const File*> under(std::string_view prefix) const;
    const File* find(std::string_view path) const;
    /// The same tree with those files taken away: what a check must notice.
    Tree without(std::string_view prefix) const;
    bool has(std::string_view path) const { return find(path) != nullptr; }

private:
    std::vector<File> m_files;
};

/// What a check has to say, one sentence a violation, each beginning with the file. None means kept.
using Findings = std::vector<std::string>;

/// "src/geo/Crs.cpp" -> "geo", "include/observo/geo/Crs.h" -> "geo"; empty for files of no room.
std::string roomOf(std::string_view path);

/// The repository that these tests were built from.
const Tree& thisHouse();

/// Writes the files to a temporary folder and reads them back: a small house made for one test.
Tree madeUp(std::initializer_list<std::pair<std::string_view, std::string_view>> files);

/// The findings one a line, for the message of a failed expectation.
std::string lines(const Findings& findings);

} // namespace observo::architecture
