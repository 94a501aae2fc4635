// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/geo/Environment.h"

#include <cpl_string.h>
#include <cpl_vsi.h>
#include <gdal.h>
#include <gdal_utils.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace observo::geo {

// Small files of every kind for the tests of this room, written by GDAL itself.

inline void writeText(const std::filesystem::path& file, const std::string& text)
{
    std::ofstream(file, std::ios::binary) << text;
}

inline std::string readText(const std::filesystem::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

/// Three towns: a square with a hole, two squares, and a row without geometry.
inline std::string threeTowns()
{
    return R"({"type":"FeatureCollection","features":[
{"type":"Feature","id":1,"properties":{"nome":"Torino è","abitanti":848885,"quota":239.5,"visto":"2026-11-22",
"alle":"2026-11-22T11:42:07+01:00","attivo":true},
"geometry":{"type":"Polygon","coordinates":[[[7.6,45.0],[7.7,45.0],[7.7,45.1],[7.6,45.1],[7.6,45.0]],
[[7.64,45.04],[7.64,45.06],[7.66,45.06],[7.66,45.04],[7.64,45.04]]]}},
{"type":"Feature","id":2,"properties":{"nome":"Asti","abitanti":73554,"quota":null,"visto":null,"alle":null,
"attivo":false},
"geometry":{"type":"MultiPolygon","coordinates":[[[[8.2,44.9],[8.21,44.9],[8.21,44.91],[8.2,44.91],[8.2,44.9]]],
[[[8.3,44.9],[8.31,44.9],[8.31,44.91],[8.3,44.91],[8.3,44.9]]]]}},
{"type":"Feature","id":3,"properties":{"nome":"Nessuno","abitanti":0,"quota":1.0,"visto":null,"alle":null,
"attivo":null},"geometry":null}]})";
}

/// Points on a grid of `side` by `side` near Torino, named by their number.
inline std::string gridOfPoints(int side)
{
    std::string text = R"({"type":"FeatureCollection","features":[)";
    for (int i = 0; i < side * side; ++i) {
        const auto lon = std::to_string(7.0 + 0.001 * (i % side));
        const auto lat = std::to_string(45.0 + 0.001 * (i / side));
        text += std::string(i == 0 ? "" : ",") + R"({"type":"Feature","properties":{"n":"p)" + std::to_string(i) +
                R"("},"geometry":{"type":"Point","coordinates":[)" + lon + "," + lat + "]}}";
    }
    return text + "]}";
}

/// ogr2ogr from one file to another; false when GDAL refused.
inline bool convert(const std::filesystem::path& from, const std::filesystem::path& to,
                    const std::vector<std::string>& options)
{
    prepareEnvironment();
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

/// Puts files into a zip file under their own names, in a folder of the zip.
inline void zipFiles(const std::filesystem::path& zip, const std::vector<std::filesystem::path>& files,
                     const std::string& folder)
{
    VSILFILE* whole = VSIFOpenL(("/vsizip/" + zip.string()).c_str(), "wb");
    for (const auto& file : files) {
        const auto text = readText(file);
        const auto name = "/vsizip/" + zip.string() + "/" + folder + file.filename().string();
        VSILFILE* member = VSIFOpenL(name.c_str(), "wb");
        VSIFWriteL(text.data(), 1, text.size(), member);
        VSIFCloseL(member);
    }
    VSIFCloseL(whole);
}

/// Names and times of everything in a folder, to see that nothing was written there.
inline std::string stateOf(const std::filesystem::path& folder)
{
    std::vector<std::string> lines;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        lines.push_back(entry.path().filename().string() + " " +
                        std::to_string(entry.last_write_time().time_since_epoch().count()) + " " +
                        std::to_string(entry.is_regular_file() ? entry.file_size() : 0));
    }
    std::sort(lines.begin(), lines.end());
    std::string all;
    for (const auto& line : lines) {
        all += line + "\n";
    }
    return all;
}

} // namespace observo::geo
