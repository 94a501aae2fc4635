// SPDX-License-Identifier: GPL-3.0-or-later
// The finished observo-cli as a process of its own: what only main() does, and under the sanitizers its own verdict,
// which ends it with a code that is none of ours.
#include "support/census/CensusFolder.h"

#include "observo/exchange/Export.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <string>

namespace observo::test {
namespace {

namespace fs = std::filesystem;

/// What a person types after the program's name, in the folder of the census.
struct Line {
    std::string arguments;
    int status = 0;
};

class Program : public testing::Test {
protected:
    int start(const std::string& arguments, const std::string& before = {}, const std::string& behind = {})
    {
        const auto program = (programFolder() / "observo-cli").string();
        const auto language = arguments.find(' ') == std::string::npos ? std::string() : std::string(" --lang en");
        return run("(cd " + m_folder.folder().string() + " && " + before + program + " " + arguments + language +
                       behind + ")",
                   &m_said);
    }

    CensusFolder m_folder;
    std::string m_said;
};

TEST_F(Program, doesAWholeDaysWork)
{
    const Line day[] = {{"new town.gpkg --body 'Comune di Prova' --istat 001272"},
                        {"add town.gpkg --at 7.68,45.07 --set name=Ponte --set camera_type=fixed"},
                        {"add town.gpkg --at 7.69,45.07"},
                        {"set town.gpkg TC-0001 --set status=active --set retention_hours=168"},
                        {"move town.gpkg TC-0002 --at 7.70,45.07"},
                        {"list town.gpkg --where 'status = active'"},
                        {"show town.gpkg TC-0001 --json"},
                        {"remove town.gpkg TC-0002 --reason demolished"},
                        {"undo town.gpkg"},
                        {"redo town.gpkg"},
                        {"info town.gpkg"},
                        {"backup town.gpkg copy.gpkg"},
                        {"log town.gpkg --verify"},
                        {"log town.gpkg"},
                        {"check town.gpkg --rules F-INTEGRITY,F-LOG,F-RTREE,F-ROWHASH --repair"},
                        {"fields --json"},
                        {"help"},
                        {"show town.gpkg TC-9999", 1},
                        {"add town.gpkg --at 200,45", 2},
                        {"info nowhere.gpkg", 4},
                        {"backup town.gpkg copy.gpkg", 6}};

    for (const auto& line : day) {
        EXPECT_EQ(start(line.arguments), line.status) << line.arguments << "\n" << m_said;
    }
}

TEST_F(Program, exportsEveryFormatAndDrawsTheMap)
{
    ASSERT_EQ(start("new town.gpkg --body 'Comune di Prova' --istat 001272"), 0) << m_said;
    ASSERT_EQ(start("add town.gpkg --at 7.68,45.07 --set direction_deg=127 --set hfov_deg=60 --set range_m=40"), 0)
        << m_said;

    for (const auto& format : exchange::exportFormats()) {
        EXPECT_EQ(start("export town.gpkg out" + std::string(format.ending) + " --reason test"), 0) << m_said;
    }
    EXPECT_EQ(start("render town.gpkg -o map.png --bbox 7.679,45.069,7.681,45.071 --size 300x200"), 0) << m_said;
    EXPECT_GT(fs::file_size(m_folder.path("map.png")), 1000U);
}

TEST_F(Program, keepsWhatItWritesToItsOwner)
{
    ASSERT_EQ(start("new town.gpkg --body 'Comune di Prova' --istat 001272", "umask 0 && "), 0) << m_said;
    ASSERT_EQ(start("export town.gpkg out.csv --reason test", "umask 0 && "), 0) << m_said;

    for (const auto* name : {"town.gpkg", "out.csv"}) {
        struct stat status {};
        ASSERT_EQ(::stat(m_folder.path(name).c_str(), &status), 0);
        EXPECT_EQ(status.st_mode & 0777U, 0600U) << name;
    }
}

TEST_F(Program, saysWhenItsAnswerCouldNotBeWritten)
{
    ASSERT_EQ(start("new town.gpkg --body 'Comune di Prova' --istat 001272"), 0) << m_said;

    EXPECT_EQ(start("fields --json", "", " 2>&1 >/dev/full"), 6) << m_said;
    EXPECT_NE(m_said.find("standard output"), std::string::npos) << m_said;
}

} // namespace
} // namespace observo::test
