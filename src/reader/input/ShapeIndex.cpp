// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/ShapeIndex.h"

#include <array>
#include <cstddef>
#include <fstream>
#include <string>

namespace observo::reader {

namespace {

constexpr std::size_t kFileHead = 100;
constexpr std::size_t kRecordHead = 8;

std::uint32_t bigEndian(const char* bytes)
{
    std::uint32_t number = 0;
    for (int i = 0; i < 4; ++i) {
        number = (number << 8U) | static_cast<unsigned char>(bytes[i]);
    }
    return number;
}

void putBigEndian(std::string& to, std::size_t place, std::uint32_t number)
{
    for (std::size_t i = 0; i < 4; ++i) {
        to[place + i] = static_cast<char>(number >> (24U - 8U * i));
    }
}

Error damaged(const std::string& what)
{
    return {.code = ErrorCode::InputUnreadable,
            .what = what,
            .advice = "copy all files of the shapefile (.shp, .shx, .dbf, .prj) into one folder"};
}

} // namespace

Result<std::int64_t> rebuildShapeIndex(const std::filesystem::path& shp, const std::filesystem::path& shx)
{
    std::ifstream in(shp, std::ios::binary);
    in.seekg(0, std::ios::end);
    const auto size = static_cast<std::uint64_t>(in.tellg());
    in.seekg(0);
    std::string index(kFileHead, '\0');
    in.read(index.data(), static_cast<std::streamsize>(kFileHead));
    if (static_cast<std::size_t>(in.gcount()) != kFileHead) {
        return fail(damaged("the .shx file is missing, and the .shp is too short to do without"));
    }
    std::array<char, kRecordHead> head{};
    std::int64_t records = 0;
    std::uint64_t at = kFileHead;
    while (at + kRecordHead <= size && at / 2 <= 0x7FFFFFFF) {
        in.seekg(static_cast<std::streamoff>(at));
        in.read(head.data(), kRecordHead);
        const std::uint64_t words = bigEndian(head.data() + 4); // of two bytes each
        if (words < 2 || at + kRecordHead + words * 2 > size) {
            break;
        }
        index.resize(index.size() + kRecordHead);
        putBigEndian(index, index.size() - kRecordHead, static_cast<std::uint32_t>(at / 2));
        putBigEndian(index, index.size() - 4, static_cast<std::uint32_t>(words));
        at += kRecordHead + words * 2;
        ++records;
    }
    if (records == 0 && size > kFileHead) {
        return fail(damaged("the .shx file is missing, and the .shp is damaged from its first record on"));
    }
    putBigEndian(index, 24, static_cast<std::uint32_t>(index.size() / 2));
    std::ofstream out(shx, std::ios::binary);
    out.write(index.data(), static_cast<std::streamsize>(index.size()));
    out.close();
    if (!out) {
        return fail(damaged("the index of the shapefile could not be rebuilt"));
    }
    return records;
}

} // namespace observo::reader
