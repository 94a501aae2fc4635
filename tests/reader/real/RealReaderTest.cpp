// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/TestPlaces.h"
#include "support/reader/Probe.h"

#include <gdal.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace observo::reader {
namespace {

namespace fs = std::filesystem;

/// A file of cameras as somebody published it.
struct Published {
    std::string file;
    std::int64_t rows;
    std::string encoding;
    std::string system;
};

class RealReader : public testing::Test {
protected:
    void SetUp() override
    {
        const auto shared = test::sharedFolder();
        if (!shared) {
            GTEST_SKIP() << "OBSERVO_SHARED names no folder of real data";
        }
        m_data = *shared / "data";
    }
    fs::path m_data;
};

class RealCameras : public RealReader, public testing::WithParamInterface<Published> {};

/// What GDAL itself counts, in this process and without a fence.
std::int64_t countOfGdal(const fs::path& file)
{
    GDALAllRegister();
    GDALDatasetH dataset = GDALOpenEx(file.c_str(), GDAL_OF_VECTOR, nullptr, nullptr, nullptr);
    const auto count = dataset == nullptr ? -1 : OGR_L_GetFeatureCount(GDALDatasetGetLayer(dataset, 0), 1);
    if (dataset != nullptr) {
        GDALClose(dataset);
    }
    return count;
}

TEST_P(RealCameras, areReadCompletely)
{
    const auto read = test::readFile(m_data / GetParam().file);

    ASSERT_FALSE(read.error) << read.error->message();
    EXPECT_EQ(static_cast<std::int64_t>(read.rows.size()), GetParam().rows);
    EXPECT_EQ(read.layer.encoding.name, GetParam().encoding);
    EXPECT_EQ(read.layer.system.id, GetParam().system);
    EXPECT_TRUE(read.file.fenceGaps.empty()) << read.file.fenceGaps[0];
    EXPECT_EQ(read.report.untold, 0);
    // GDAL takes the first row of a table without heading for data as well.
    EXPECT_EQ(countOfGdal(m_data / GetParam().file), GetParam().rows);
}

INSTANTIATE_TEST_SUITE_P(
    Rows, RealCameras,
    testing::Values(Published{"cameras/chicago_red_light.csv", 149, "UTF-8", ""},
                    Published{"cameras/italia_osm_sorveglianza.geojson", 7048, "UTF-8", "EPSG:4326"},
                    Published{"cameras/italia_photored_semafori.csv", 3143, "UTF-8", ""},
                    Published{"cameras/italia_tutor.csv", 217, "UTF-8", ""},
                    Published{"cameras/london_jamcams.geojson", 900, "UTF-8", "EPSG:4326"},
                    Published{"cameras/lufkin_its_cameras.geojson", 31, "UTF-8", "EPSG:4326"},
                    Published{"cameras/luxembourg_cameras.kml", 78, "UTF-8", "EPSG:4326"},
                    Published{"cameras/pattaya_cctv.csv", 400, "UTF-8", ""},
                    Published{"cameras/roma_ztl_diurna_varchi.geojson", 20, "UTF-8", "EPSG:4326"},
                    Published{"cameras/rotterdam_cctv_survey.geojson", 187, "UTF-8", "EPSG:4326"},
                    Published{"cameras/uzbekistan_speed_cameras.csv", 576, "UTF-8", ""},
                    Published{"cameras_derived/piemonte_telecamere_3003.shp", 716, "windows-1252", "EPSG:3003"},
                    Published{"cameras_derived/provincia_torino_telecamere_excel_it.csv", 332, "windows-1252", ""},
                    Published{"cameras_derived/vercelli_telecamere_32632.gpkg", 79, "UTF-8", "EPSG:32632"}));

TEST_F(RealReader, accentsOfThePublishedFilesComeOutRight)
{
    const auto shapes = test::readFile(m_data / "cameras_derived/piemonte_telecamere_3003.shp");
    const auto table = test::readFile(m_data / "cameras_derived/provincia_torino_telecamere_excel_it.csv");

    EXPECT_EQ(shapes.text(0, "TIPOLOGIA"), "Dome fissa — perché");
    EXPECT_EQ(table.text(0, "Località"), "Surveillance camera");
    EXPECT_EQ(table.text(0, "Est Gauss-Boaga"), "1391298,32");
    ASSERT_TRUE(table.layer.table);
    EXPECT_TRUE(table.layer.table->decimalComma);
    EXPECT_EQ(table.layer.table->separator, ';');
    EXPECT_EQ(table.layer.columns[4].statistics->commaDecimals, 332);
}

TEST_F(RealReader, aListThatIsNoGeoJsonIsRefusedWithTheReason)
{
    const auto read = test::readFile(m_data / "cameras/poland_fotoradary.json");

    ASSERT_TRUE(read.error);
    EXPECT_EQ(read.error->code, ErrorCode::InputUnreadable);
    EXPECT_NE(read.error->message().find("GeoJSON"), std::string::npos) << read.error->message();
}

TEST_F(RealReader, streetsOfAnExtractAreReadAndItsOtherLayersAreNamed)
{
    const auto read = test::readFile({.file = m_data / "buildings_streets/rome.osm.pbf", .layer = "lines"});

    ASSERT_FALSE(read.error) << read.error->message();
    EXPECT_EQ(read.file.layers.size(), 5U);
    std::size_t streets = 0;
    for (std::size_t i = 0; i < read.rows.size(); ++i) {
        streets += read.text(i, "highway").empty() ? 0U : 1U;
        ASSERT_EQ(read.rows[i].geometry.shape, feed::Shape::Lines);
    }
    EXPECT_GT(streets, 50U);
}

/// The names that a traced process opened, and its sockets.
struct Trace {
    std::set<std::string> opened;
    std::size_t sockets = 0;
    std::size_t connections = 0;
    std::size_t caught = 0;
};

Trace readTrace(const fs::path& log)
{
    Trace trace;
    std::ifstream in(log);
    for (std::string line; std::getline(in, line);) {
        trace.sockets += line.find(" socket(") != std::string::npos ? 1U : 0U;
        trace.connections += line.find(" connect(") != std::string::npos ? 1U : 0U;
        trace.caught += line.find("SIGSYS") != std::string::npos ? 1U : 0U;
        const auto from = line.find('"');
        const auto to = line.find('"', from + 1);
        const bool isOpen = line.find(" open") != std::string::npos && line.find(" = -1 ") == std::string::npos;
        if (isOpen && to != std::string::npos) {
            trace.opened.insert(line.substr(from + 1, to - from - 1));
        }
    }
    return trace;
}

/// Libraries, data of GDAL and PROJ, what the loader asks of the system before the fence, the private folder.
bool isExpected(const std::string& name, const fs::path& input)
{
    static const std::vector<std::string> kFolders = {"/lib/",           "/usr/lib/",       "/lib64/",
                                                      "/usr/share/proj", "/usr/share/gdal", "/etc/ld.so",
                                                      "/proc/self/",     "/sys/devices/",   "/dev/null"};
    for (const auto& folder : kFolders) {
        if (name.starts_with(folder)) {
            return true;
        }
    }
    return name.find("/observo-reader-") != std::string::npos ||
           fs::path(name).replace_extension() == fs::path(input).replace_extension();
}

TEST_F(RealReader, aTraceShowsNoSocketAndNoOtherFile)
{
    if (!fs::exists("/usr/bin/strace")) {
        GTEST_SKIP() << "strace is not installed";
    }
    const test::TemporaryFolder folder;
    const auto program = folder / "traced.sh";
    const auto log = folder / "trace.log";
    std::ofstream(program) << "#!/bin/sh\nexec /usr/bin/strace -f -qq -o " << log.string()
                           << " -e trace=open,openat,socket,connect "
                           << (test::programFolder() / "observo-reader").string() << "\n";
    ::chmod(program.c_str(), 0700);
    for (const char* name : {"cameras", "cameras_derived"}) {
        for (const auto& entry : fs::directory_iterator(m_data / name)) {
            const auto read = test::readFile({.file = entry.path()}, {.program = program});
            const auto trace = readTrace(log);

            // The fence is tried with one socket and one program, and both are caught. What is no input by its first
            // bytes is refused before there is a fence.
            const bool isFenced = !read.error || trace.sockets > 0;
            EXPECT_EQ(trace.sockets, isFenced ? 1U : 0U) << entry.path();
            EXPECT_EQ(trace.connections, 0U) << entry.path();
            EXPECT_EQ(trace.caught, isFenced ? 2U : 0U) << entry.path();
            for (const auto& opened : trace.opened) {
                EXPECT_TRUE(isExpected(opened, fs::canonical(entry.path()))) << opened << " for " << entry.path();
            }
        }
    }
}

} // namespace
} // namespace observo::reader
