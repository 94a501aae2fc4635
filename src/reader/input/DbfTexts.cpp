// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/DbfTexts.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <fstream>
#include <string_view>
#include <vector>

namespace observo::reader {

namespace {

constexpr std::size_t kHead = 32;
constexpr std::size_t kMostSample = 256UL * 1024;
constexpr std::size_t kMostLooked = 16UL * 1024 * 1024;

/// The language byte of dBase and FoxPro. 0x57 ("ANSI") is what programs write that do not care.
const char* encodingOf(unsigned char language)
{
    struct Language {
        unsigned char byte;
        const char* encoding;
    };
    static constexpr std::array kLanguages = {
        Language{0x01, "CP437"},        Language{0x02, "CP850"},        Language{0x03, "windows-1252"},
        Language{0x04, "MACINTOSH"},    Language{0x08, "CP865"},        Language{0x0A, "CP850"},
        Language{0x0D, "CP437"},        Language{0x0E, "CP850"},        Language{0x0F, "CP437"},
        Language{0x10, "CP850"},        Language{0x13, "CP932"},        Language{0x1F, "CP852"},
        Language{0x25, "CP850"},        Language{0x26, "CP866"},        Language{0x37, "CP850"},
        Language{0x4D, "CP936"},        Language{0x57, "windows-1252"}, Language{0x58, "windows-1252"},
        Language{0x59, "windows-1252"}, Language{0x64, "CP852"},        Language{0x65, "CP866"},
        Language{0x66, "CP865"},        Language{0x67, "CP861"},        Language{0x6A, "CP737"},
        Language{0x6B, "CP857"},        Language{0x78, "CP950"},        Language{0x79, "CP949"},
        Language{0x7A, "CP936"},        Language{0x7B, "CP932"},        Language{0x7C, "CP874"},
        Language{0xC8, "windows-1250"}, Language{0xC9, "windows-1251"}, Language{0xCA, "windows-1254"},
        Language{0xCB, "windows-1253"}, Language{0xCC, "windows-1257"},
    };
    const auto found = std::find_if(kLanguages.begin(), kLanguages.end(),
                                    [language](const Language& known) { return known.byte == language; });
    return found == kLanguages.end() ? "" : found->encoding;
}

/// A text column inside a record.
struct Span {
    std::size_t from = 0;
    std::size_t length = 0;
};

std::vector<Span> textColumns(std::string_view head)
{
    std::vector<Span> columns;
    std::size_t at = 1; // after the mark of a deleted record
    for (std::size_t i = kHead; i + kHead <= head.size() && head[i] != '\r'; i += kHead) {
        const std::size_t length = static_cast<unsigned char>(head[i + 16]);
        if (head[i + 11] == 'C') {
            columns.push_back({at, length});
        }
        at += length;
    }
    return columns;
}

bool isPlain(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

void takeTexts(std::string_view record, const std::vector<Span>& columns, std::string& sample)
{
    for (const auto& column : columns) {
        if (column.from + column.length > record.size()) {
            continue;
        }
        auto text = record.substr(column.from, column.length);
        text = text.substr(0, text.find_last_not_of(std::string_view(" \0", 2)) + 1);
        if (!isPlain(text) && sample.size() < kMostSample) {
            sample.append(text).append("\n");
        }
    }
}

std::size_t littleEndian(std::string_view bytes, std::size_t at)
{
    return static_cast<unsigned char>(bytes[at]) + 256U * static_cast<unsigned char>(bytes[at + 1]);
}

} // namespace

DbfTexts lookAtDbf(const std::filesystem::path& dbf)
{
    DbfTexts texts;
    std::ifstream in(dbf, std::ios::binary);
    std::string head(kHead, '\0');
    if (!in.read(head.data(), kHead)) {
        return texts;
    }
    const auto headLength = littleEndian(head, 8);
    const auto recordLength = littleEndian(head, 10);
    texts.declared = {.evidence = feed::Evidence::Declared, .name = encodingOf(static_cast<unsigned char>(head[29]))};
    if (headLength < kHead || recordLength == 0) {
        return texts;
    }
    head.resize(headLength, '\0');
    in.read(head.data() + kHead, static_cast<std::streamsize>(headLength - kHead));
    const auto columns = textColumns(head);
    std::string record(recordLength, '\0');
    for (std::size_t looked = 0; looked < kMostLooked && texts.sample.size() < kMostSample; looked += recordLength) {
        if (!in.read(record.data(), static_cast<std::streamsize>(recordLength))) {
            break;
        }
        takeTexts(record, columns, texts.sample);
    }
    return texts;
}

feed::Encoding lookAtCpg(const std::filesystem::path& cpg)
{
    std::ifstream in(cpg, std::ios::binary);
    std::string name;
    if (!std::getline(in, name)) {
        return {};
    }
    name = name.substr(0, 64);
    const auto from = name.find_first_not_of(" \t\r\xEF\xBB\xBF");
    const auto to = name.find_last_not_of(" \t\r");
    if (from == std::string::npos || to == std::string::npos || to < from) {
        return {};
    }
    return {.evidence = feed::Evidence::SideFile, .name = name.substr(from, to - from + 1)};
}

} // namespace observo::reader
