// SPDX-License-Identifier: GPL-3.0-or-later
#include "EmbeddedCodelists.h"
#include "TextShape.h"

#include "observo/core/Fields.h"

#include <algorithm>

namespace observo {
namespace {

struct CodeList {
    std::string_view name;
    std::vector<CodeInfo> codes;
};

/// Takes the next cell off a CSV line. A quoted cell may hold commas; no label holds quotes or line ends.
std::string_view takeCell(std::string_view& line)
{
    const bool quoted = line.starts_with('"');
    if (quoted) {
        line.remove_prefix(1);
    }
    const std::size_t end = std::min(line.find(quoted ? '"' : ','), line.size());
    const std::string_view cell = line.substr(0, end);
    line.remove_prefix(std::min(end + (quoted ? 2 : 1), line.size()));
    return cell;
}

std::vector<CodeInfo> readCodes(std::string_view csv)
{
    std::vector<CodeInfo> codes;
    bool isHeader = true;
    while (!csv.empty()) {
        const std::size_t end = std::min(csv.find('\n'), csv.size());
        std::string_view line = csv.substr(0, end);
        csv.remove_prefix(std::min(end + 1, csv.size()));
        if (isHeader || line.empty()) {
            isHeader = false;
            continue;
        }
        const std::string_view code = takeCell(line);
        const std::string_view it = takeCell(line);
        const std::string_view en = takeCell(line);
        codes.push_back({code, {it, en}});
    }
    return codes;
}

// Read once, at the first question; a code list is a view into the compiled-in file.
const std::vector<CodeList>& codeLists()
{
    static const std::vector<CodeList> lists = [] {
        std::vector<CodeList> read;
        for (const EmbeddedFile& file : embeddedCodelists()) {
            expects(file.name.ends_with(".csv"));
            read.push_back({file.name.substr(0, file.name.size() - 4), readCodes(file.text)});
        }
        std::ranges::sort(read, {}, &CodeList::name);
        return read;
    }();
    return lists;
}

const CodeInfo* findCode(std::string_view codeList, std::string_view code)
{
    const auto codes = codesOf(codeList);
    const auto found = std::ranges::find(codes, code, &CodeInfo::code);
    return found != codes.end() ? &*found : nullptr;
}

} // namespace

std::span<const CodeInfo> codesOf(std::string_view codeList)
{
    const auto& lists = codeLists();
    const auto found = std::ranges::lower_bound(lists, codeList, {}, &CodeList::name);
    if (found == lists.end() || found->name != codeList) {
        return {};
    }
    return found->codes;
}

std::string_view labelOfCode(std::string_view codeList, std::string_view code, Language language)
{
    const CodeInfo* found = findCode(codeList, code);
    return found != nullptr ? found->label.in(language) : code;
}

bool isKnownCode(std::string_view codeList, std::string_view code)
{
    return findCode(codeList, code) != nullptr;
}

std::vector<std::string_view> splitCodes(std::string_view codes)
{
    std::vector<std::string_view> parts;
    while (!codes.empty()) {
        const std::size_t end = std::min(codes.find(';'), codes.size());
        if (const auto part = trimmed(codes.substr(0, end)); !part.empty()) {
            parts.push_back(part);
        }
        codes.remove_prefix(std::min(end + 1, codes.size()));
    }
    return parts;
}

} // namespace observo
