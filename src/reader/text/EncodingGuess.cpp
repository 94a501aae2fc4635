// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/EncodingGuess.h"

#include "text/TextDecoder.h"

#include <uchardet.h>

#include <algorithm>
#include <array>
#include <memory>

namespace observo::reader {

namespace {

constexpr std::size_t kEnough = 512UL * 1024;

bool hasHighBytes(std::string_view texts)
{
    return std::any_of(texts.begin(), texts.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

/// Without a character that the end of the sample may have cut.
std::string_view withoutCutEnd(std::string_view texts)
{
    for (int i = 0; i < 3 && !texts.empty() && !isUtf8(texts); ++i) {
        texts.remove_suffix(1);
    }
    return texts;
}

struct DetectorEnds {
    void operator()(uchardet* detector) const { uchardet_delete(detector); }
};

std::string detected(std::string_view texts)
{
    const std::unique_ptr<uchardet, DetectorEnds> detector(uchardet_new());
    texts = texts.substr(0, kEnough);
    if (uchardet_handle_data(detector.get(), texts.data(), texts.size()) != 0) {
        return "";
    }
    uchardet_data_end(detector.get());
    return uchardet_get_charset(detector.get());
}

/// Letters of Italian with an accent, and the punctuation that word processors put in.
int italianLetters(const std::string& encoding, std::string_view texts)
{
    static constexpr std::array<std::string_view, 14> kUsual = {"à", "è", "é", "ì", "ò", "ù", "À",
                                                                "È", "É", "ª", "º", "°", "’", "–"};
    auto decoder = TextDecoder::of(encoding);
    std::string text;
    if (!decoder || !decoder->decode(texts, text)) {
        return -1;
    }
    int count = 0;
    for (const auto letter : kUsual) {
        for (auto at = text.find(letter); at != std::string::npos; at = text.find(letter, at + letter.size())) {
            ++count;
        }
    }
    return count;
}

/// The detector needs long texts. Short lists of names with a few accents are told by which of the encodings used in
/// Italy makes most of them Italian letters; others are the detector's.
std::string guessed(std::string_view texts)
{
    constexpr std::array kUsual = {"windows-1252", "CP850", "MACINTOSH"};
    const auto high =
        std::count_if(texts.begin(), texts.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
    const char* best = kUsual[0];
    int most = -1;
    for (const char* encoding : kUsual) {
        const int count = italianLetters(encoding, texts);
        if (count > most) {
            most = count;
            best = encoding;
        }
    }
    if (most * 2 > high) {
        return best;
    }
    const auto found = encodingName(detected(texts));
    return found.empty() || found == "UTF-8" || !TextDecoder::of(found) ? best : found;
}

/// The first words around a letter outside ASCII.
std::string sampleOf(const std::string& encoding, std::string_view texts)
{
    constexpr std::size_t kBefore = 20;
    constexpr std::size_t kLength = 60;
    const auto first =
        std::find_if(texts.begin(), texts.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
    if (first == texts.end()) {
        return "";
    }
    const auto at = static_cast<std::size_t>(first - texts.begin());
    auto around = texts.substr(at < kBefore ? 0 : at - kBefore, kLength);
    if (const auto end = around.find_first_of("\r\n", std::min(at, kBefore)); end != std::string_view::npos) {
        around = around.substr(0, end);
    }
    if (const auto begin = around.substr(0, std::min(at, kBefore)).find_last_of("\r\n");
        begin != std::string_view::npos) {
        around.remove_prefix(begin + 1);
    }
    std::string text;
    if (auto decoder = TextDecoder::of(encoding); decoder) {
        decoder->decode(encoding == "UTF-8" ? withoutCutEnd(around) : around, text);
    }
    const auto from = text.find_first_not_of(' ');
    const auto to = text.find_last_not_of(' ');
    return from == std::string::npos ? "" : text.substr(from, to - from + 1);
}

feed::Problem contradicted(const std::string& declared, const std::string& found)
{
    return {.weight = feed::Problem::Weight::Warning,
            .what = "the file says its texts are " + declared + ", but their bytes are " + found +
                    "; they were read as " + found};
}

} // namespace

EncodingChoice chooseEncoding(const std::string& requested, const feed::Encoding& declared, std::string_view texts)
{
    using feed::Evidence;
    EncodingChoice choice;
    auto& encoding = choice.encoding;
    const bool isCut = texts.size() > kEnough;
    texts = texts.substr(0, kEnough);
    const bool isAscii = !hasHighBytes(texts);
    const bool looksLikeUtf8 = isUtf8(isCut ? withoutCutEnd(texts) : texts);
    const auto name = encodingName(declared.name);
    if (!requested.empty()) {
        encoding = {.evidence = Evidence::Requested, .name = encodingName(requested)};
    } else if (!name.empty() && TextDecoder::of(name) && (isAscii || (name == "UTF-8") == looksLikeUtf8)) {
        encoding = {.evidence = declared.evidence, .name = name};
    } else {
        encoding = {.evidence = Evidence::Detected, .name = looksLikeUtf8 ? "UTF-8" : guessed(texts)};
        if (!name.empty()) {
            choice.problems.push_back(contradicted(name, encoding.name));
        }
    }
    encoding.sample = sampleOf(encoding.name, texts);
    return choice;
}

} // namespace observo::reader
