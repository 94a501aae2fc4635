// SPDX-License-Identifier: GPL-3.0-or-later
#include "Tree.h"

#include "support/TestPlaces.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>

namespace observo::architecture {

namespace fs = std::filesystem;

namespace {

constexpr std::array<std::string_view, 5> kTops = {"src", "include", "tests", "ui", "resources"};
constexpr std::array<std::string_view, 8> kTexts = {".h", ".cpp", ".txt", ".cmake", ".ui", ".csv", ".sql", ".qrc"};

bool isText(const fs::path& path)
{
    return std::find(kTexts.begin(), kTexts.end(), path.extension().string()) != kTexts.end();
}

std::string contentOf(const fs::path& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

} // namespace

std::string File::name() const
{
    return fs::path(path).filename().string();
}

std::string File::stem() const
{
    return fs::path(path).stem().string();
}

std::string File::folder() const
{
    return fs::path(path).parent_path().generic_string();
}

bool File::isCpp() const
{
    return path.ends_with(".h") || path.ends_with(".cpp");
}

Tree Tree::read(const fs::path& root)
{
    Tree tree;
    for (const auto top : kTops) {
        if (!fs::exists(root / top)) {
            continue;
        }
        for (const auto& entry : fs::recursive_directory_iterator(root / top)) {
            const auto path = entry.path().lexically_relative(root).generic_string();
            if (entry.is_regular_file() && isText(entry.path()) && !path.starts_with("tests/data/")) {
                tree.m_files.push_back({path, contentOf(entry.path())});
            }
        }
    }
    std::sort(tree.m_files.begin(), tree.m_files.end(), [](const File& a, const File& b) { return a.path < b.path; });
    return tree;
}

std::vector<const File*> Tree::under(std::string_view prefix) const
{
    std::vector<const File*> found;
    for (const auto& file : m_files) {
        if (file.path.starts_with(prefix)) {
            found.push_back(&file);
        }
    }
    return found;
}

const File* Tree::find(std::string_view path) const
{
    const auto found = std::lower_bound(m_files.begin(), m_files.end(), path,
                                        [](const File& file, std::string_view wanted) { return file.path < wanted; });
    return found != m_files.end() && found->path == path ? &*found : nullptr;
}

Tree Tree::without(std::string_view prefix) const
{
    Tree rest = *this;
    std::erase_if(rest.m_files, [prefix](const File& file) { return file.path.starts_with(prefix); });
    return rest;
}

std::string roomOf(std::string_view path)
{
    for (const std::string_view top : {"src/", "include/observo/"}) {
        if (path.starts_with(top)) {
            path.remove_prefix(top.size());
            const auto slash = path.find('/');
            return slash == std::string_view::npos ? std::string() : std::string(path.substr(0, slash));
        }
    }
    return {};
}

const Tree& thisHouse()
{
    static const Tree tree = Tree::read(test::sourceFolder());
    return tree;
}

Tree madeUp(std::initializer_list<std::pair<std::string_view, std::string_view>> files)
{
    const test::TemporaryFolder folder("observo-house");
    for (const auto& [path, text] : files) {
        fs::create_directories((folder / path).parent_path());
        std::ofstream(folder / path, std::ios::binary) << text;
    }
    return Tree::read(folder.path());
}

std::string lines(const Findings& findings)
{
    std::string all;
    for (const auto& finding : findings) {
        all += "\n  " + finding;
    }
    return all;
}

} // namespace observo::architecture
