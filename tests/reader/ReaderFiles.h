// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cpl_string.h>
#include <gdal.h>
#include <gdal_utils.h>
#include <sqlite3.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace observo::reader {

// Small files of every kind for the tests of this room.

inline void writeText(const std::filesystem::path& file, std::string_view text)
{
    std::ofstream(file, std::ios::binary) << text;
}

/// Two cameras and one without a place.
inline std::string threeCameras()
{
    return R"({"type":"FeatureCollection","features":[
{"type":"Feature","id":11,"properties":{"nome":"Città","numero":1,"quota":2.5,"giorno":"2026-11-22","attiva":true},
 "geometry":{"type":"Point","coordinates":[7.5,45.0,239.5]}},
{"type":"Feature","id":12,"properties":{"nome":"perché","numero":2,"quota":null,"giorno":null,"attiva":false},
 "geometry":{"type":"Point","coordinates":[7.6,45.1]}},
{"type":"Feature","id":13,"properties":{"nome":"altrove","numero":3,"quota":1e3,"giorno":null,"attiva":null},
 "geometry":null}]})";
}

/// ogr2ogr from one file to another, with all of GDAL's drivers; false when it refused.
inline bool convert(const std::filesystem::path& from, const std::filesystem::path& to,
                    const std::vector<std::string>& options)
{
    GDALAllRegister();
    CPLStringList list;
    for (const auto& option : options) {
        list.AddString(option.c_str());
    }
    GDALDatasetH source = GDALOpenEx(from.c_str(), GDAL_OF_VECTOR, nullptr, nullptr, nullptr);
    GDALVectorTranslateOptions* settings = GDALVectorTranslateOptionsNew(list.List(), nullptr);
    GDALDatasetH made = GDALVectorTranslate(to.c_str(), nullptr, 1, &source, settings, nullptr);
    GDALVectorTranslateOptionsFree(settings);
    GDALClose(source);
    if (made != nullptr) {
        GDALClose(made);
    }
    return made != nullptr;
}

/// The three cameras in another format.
inline std::filesystem::path camerasAs(const std::filesystem::path& folder, const std::string& name,
                                       std::vector<std::string> options)
{
    writeText(folder / "cameras.geojson", threeCameras());
    options.insert(options.end(), {"-nln", "cameras"});
    return convert(folder / "cameras.geojson", folder / name, options) ? folder / name : std::filesystem::path();
}

/// Statements run on a database with SQLite alone.
inline bool runSql(const std::filesystem::path& file, const std::string& sql)
{
    sqlite3* connection = nullptr;
    sqlite3_open(file.c_str(), &connection);
    const int code = sqlite3_exec(connection, sql.c_str(), nullptr, nullptr, nullptr);
    sqlite3_close(connection);
    return code == SQLITE_OK;
}

/// A zip file without compression; the directory may lie about the sizes.
struct ZippedFile {
    std::string name;
    std::string text;
    std::uint32_t claimed = 0; ///< unpacked size in the directory; 0: the true one
    std::uint16_t flags = 0;
};
inline std::string zipOf(const std::vector<ZippedFile>& files)
{
    const auto put = [](std::string& to, std::uint64_t number, int bytes) {
        for (int i = 0; i < bytes; ++i) {
            to += static_cast<char>(number);
            number >>= 8U;
        }
    };
    std::string zip;
    std::string directory;
    for (const auto& file : files) {
        const auto size = static_cast<std::uint32_t>(file.text.size());
        std::uint32_t crc = 0xFFFFFFFF;
        for (const char c : file.text) {
            crc ^= static_cast<unsigned char>(c);
            for (int bit = 0; bit < 8; ++bit) {
                crc = (crc >> 1U) ^ ((crc & 1U) != 0 ? 0xEDB88320U : 0U);
            }
        }
        const auto place = static_cast<std::uint32_t>(zip.size());
        const auto common = [&](std::string& to, std::uint32_t unpacked) {
            put(to, 20, 2);
            put(to, file.flags, 2);
            put(to, 0, 6);
            put(to, ~crc, 4);
            put(to, size, 4);
            put(to, unpacked, 4);
            put(to, static_cast<std::uint32_t>(file.name.size()), 2);
            put(to, 0, 2);
        };
        zip += std::string("PK\x03\x04", 4);
        common(zip, size);
        zip += file.name + file.text;
        directory += std::string("PK\x01\x02\x14\x00", 6);
        common(directory, file.claimed != 0 ? file.claimed : size);
        put(directory, 0, 10);
        put(directory, place, 4);
        directory += file.name;
    }
    const auto offset = static_cast<std::uint32_t>(zip.size());
    zip += directory + std::string("PK\x05\x06\0\0\0\0", 8);
    put(zip, static_cast<std::uint32_t>(files.size()), 2);
    put(zip, static_cast<std::uint32_t>(files.size()), 2);
    put(zip, static_cast<std::uint32_t>(directory.size()), 4);
    put(zip, offset, 4);
    put(zip, 0, 2);
    return zip;
}

inline std::string bytesOf(const std::filesystem::path& file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

} // namespace observo::reader
