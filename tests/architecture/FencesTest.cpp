// SPDX-License-Identifier: GPL-3.0-or-later
#include "Checks.h"

#include <gtest/gtest.h>

#include <string>

namespace observo::architecture {
namespace {

TEST(Fences, theHouseKeepsThem)
{
    const auto findings = brokenFences(thisHouse());

    EXPECT_TRUE(findings.empty()) << lines(findings);
}

/// An include, the file it stands in, and whether the fence lets it pass.
struct Case {
    const char* path;
    const char* header;
    bool allowed;
};

class FencesInclude : public testing::TestWithParam<Case> {};

TEST_P(FencesInclude, passesOnlyWhereItsOwnerLives)
{
    const auto include = "// made up\n#include <" + std::string(GetParam().header) + ">\n";

    const auto findings = brokenFences(madeUp({{GetParam().path, include}}));

    ASSERT_EQ(findings.size(), GetParam().allowed ? 0U : 1U) << lines(findings);
    if (!findings.empty()) {
        EXPECT_TRUE(findings[0].starts_with(std::string(GetParam().path) + ":2: " + GetParam().header)) << findings[0];
    }
}

INSTANTIATE_TEST_SUITE_P(
    Rows, FencesInclude,
    testing::Values(Case{"src/geo/A.cpp", "gdal_priv.h", true}, //
                    Case{"src/geo/A.h", "ogrsf_frmts.h", true}, //
                    Case{"src/geo/A.cpp", "proj.h", true}, Case{"src/geo/A.cpp", "geodesic.h", true},
                    Case{"src/core/CheckedFile.cpp", "unistd.h", true}, //
                    Case{"src/census/A.cpp", "sqlite3.h", true},        //
                    Case{"src/cli/A.cpp", "CLI/CLI.hpp", true},         //
                    Case{"src/census/A.cpp", "unistd.h", true},         //
                    Case{"src/census/A.cpp", "sys/stat.h", true},       //
                    Case{"include/observo/core/A.h", "tl/expected.hpp", true},
                    Case{"include/observo/render/A.h", "QImage", true},
                    Case{"include/observo/mapview/A.h", "QWidget", true},
                    Case{"include/observo/geo/A.h", "unordered_map", true}, Case{"src/app/A.cpp", "Qt", true}, //
                    Case{"src/core/A.cpp", "gdal_priv.h", false}, Case{"include/observo/geo/A.h", "gdal_priv.h", false},
                    Case{"include/observo/geo/A.h", "tl/expected.hpp", false},
                    Case{"include/observo/geo/A.h", "QString", false}, Case{"src/census/A.cpp", "QString", false},
                    Case{"src/exchange/A.cpp", "sqlite3.h", false},
                    Case{"src/render/A.cpp", "nlohmann/json.hpp", false}, Case{"src/app/A.cpp", "QtWidgets", false}, //
                    Case{"src/jobs/A.cpp", "QtCore", false},                                                         //
                    Case{"src/core/A.cpp", "unistd.h", false},                                                       //
                    Case{"include/observo/census/A.h", "fcntl.h", false}, Case{"src/geo/A.cpp", "boost/any.hpp", false},
                    Case{"src/geo/A.cpp", "gtest/gtest.h", false}));

TEST(Fences, whatACommentNamesIsNotIncluded)
{
    const auto findings = brokenFences(madeUp({{"src/core/A.cpp", "// #include <gdal_priv.h>\n"}}));

    EXPECT_TRUE(findings.empty()) << lines(findings);
}

} // namespace
} // namespace observo::architecture
