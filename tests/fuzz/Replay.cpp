// SPDX-License-Identifier: GPL-3.0-or-later
// Gives a fuzzed function all inputs that were kept. A corpus is one file: each input with its length ahead (four
// bytes, little-endian).
//   PROGRAM CORPUS                  runs them
//   PROGRAM --unpack CORPUS FOLDER  writes a file an input, as libFuzzer wants them
//   PROGRAM --pack FOLDER CORPUS    the other way round
#include "fuzz/Fuzz.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

std::string bytesOf(const fs::path& file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

/// Nothing when the file does not end where an input ends.
std::optional<std::vector<std::string>> readCorpus(const fs::path& file)
{
    const auto bytes = bytesOf(file);
    std::vector<std::string> inputs;
    std::size_t at = 0;
    while (at + 4 <= bytes.size()) {
        std::size_t length = 0;
        for (std::size_t i = 0; i < 4; ++i) {
            length |= static_cast<std::size_t>(static_cast<unsigned char>(bytes[at + i])) << (8 * i);
        }
        at += 4;
        if (length > bytes.size() - at) {
            return std::nullopt;
        }
        inputs.push_back(bytes.substr(at, length));
        at += length;
    }
    return at == bytes.size() ? std::optional(std::move(inputs)) : std::nullopt;
}

int pack(const fs::path& folder, const fs::path& corpus)
{
    std::vector<std::string> inputs;
    for (const auto& entry : fs::directory_iterator(folder)) {
        inputs.push_back(bytesOf(entry.path()));
    }
    std::ranges::sort(inputs,
                      [](const auto& a, const auto& b) { return a.size() != b.size() ? a.size() < b.size() : a < b; });
    std::ofstream out(corpus, std::ios::binary);
    for (const auto& input : inputs) {
        for (std::size_t i = 0; i < 4; ++i) {
            out.put(static_cast<char>(input.size() >> (8 * i) & 0xFFU));
        }
        out << input;
    }
    return out.flush() ? 0 : 1;
}

int unpack(const std::vector<std::string>& inputs, const fs::path& folder)
{
    fs::create_directories(folder);
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        std::ofstream(folder / ("kept-" + std::to_string(i)), std::ios::binary) << inputs[i];
    }
    return 0;
}

int run(const std::vector<std::string>& inputs)
{
    for (const auto& input : inputs) {
        // A copy of exactly that size: reading past its end is seen by a sanitizer.
        const std::vector<std::uint8_t> exact(input.begin(), input.end());
        LLVMFuzzerTestOneInput(exact.data(), exact.size());
    }
    std::cout << inputs.size() << " inputs\n";
    return 0;
}

} // namespace

int main(int count, char** arguments)
{
    const std::vector<std::string> words(arguments + 1, arguments + count);
    if (words.size() == 3 && words[0] == "--pack") {
        return pack(words[1], words[2]);
    }
    const bool unpacks = words.size() == 3 && words[0] == "--unpack";
    if (!unpacks && words.size() != 1) {
        std::cerr << "usage: PROGRAM CORPUS | --unpack CORPUS FOLDER | --pack FOLDER CORPUS\n";
        return 2;
    }
    const auto inputs = readCorpus(unpacks ? words[1] : words[0]);
    if (!inputs || inputs->empty()) {
        std::cerr << "no corpus: " << (unpacks ? words[1] : words[0]) << '\n';
        return 1;
    }
    return unpacks ? unpack(*inputs, words[2]) : run(*inputs);
}
