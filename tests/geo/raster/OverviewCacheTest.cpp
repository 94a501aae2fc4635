// SPDX-License-Identifier: GPL-3.0-or-later
#include "raster/OverviewCache.h"

#include "support/TestPlaces.h"

#include <gtest/gtest.h>

#include <fstream>
#include <set>
#include <string>

namespace observo::geo {
namespace {

namespace fs = std::filesystem;
using std::chrono::days;
using std::chrono::hours;

class OverviewCache : public testing::Test {
protected:
    fs::path put(const std::string& name, std::size_t bytes, hours unused) const
    {
        const auto file = m_folder / name;
        std::ofstream(file) << std::string(bytes, 'x');
        fs::last_write_time(file, fs::file_time_type::clock::now() - unused);
        return file;
    }
    std::set<std::string> names() const
    {
        std::set<std::string> names;
        for (const auto& entry : fs::directory_iterator(m_folder.path())) {
            names.insert(entry.path().filename().string());
        }
        return names;
    }

    test::TemporaryFolder m_folder;
};

TEST_F(OverviewCache, whatNobodyNeededForHalfAYearGoes)
{
    const auto used = put("overview-a.tif", 10, days(400));
    put("overview-b.tif", 10, days(179));
    put("overview-c.tif", 10, days(181));

    tidyOverviews(used);

    EXPECT_EQ(names(), (std::set<std::string>{"overview-a.tif", "overview-b.tif"}));
}

TEST_F(OverviewCache, beyondTheSizeTheOneUnusedForLongestGoesFirst)
{
    const auto used = put("overview-a.tif", 40, hours(0));
    put("overview-b.tif", 40, hours(1));
    put("overview-c.tif", 40, hours(2));

    tidyOverviews(used, {.bytes = 100});

    EXPECT_EQ(names(), (std::set<std::string>{"overview-a.tif", "overview-b.tif"}));
}

TEST_F(OverviewCache, theOneInUseStaysWhateverItsSize)
{
    const auto used = put("overview-a.tif", 500, days(400));

    tidyOverviews(used, {.bytes = 100});

    EXPECT_EQ(names(), std::set<std::string>{"overview-a.tif"});
    EXPECT_LT(fs::file_time_type::clock::now() - fs::last_write_time(used), hours(1)) << "its use is noted";
}

TEST_F(OverviewCache, leftoversOfACrashGoAfterADayAndWorkOfAnotherWindowStays)
{
    const auto used = put("overview-a.tif", 10, hours(0));
    put("overview-b.tif.77.part", 10, hours(25));
    put("overview-c.tif.78.part", 500, hours(1));

    tidyOverviews(used, {.bytes = 100});

    EXPECT_EQ(names(), (std::set<std::string>{"overview-a.tif", "overview-c.tif.78.part"}));
}

TEST_F(OverviewCache, whatIsNotOursIsNotTouched)
{
    const auto used = put("overview-a.tif", 10, hours(0));
    put("photo.tif", 500, days(4000));
    put("overview-notes.txt", 500, days(4000));
    fs::create_directory(m_folder / "overview-folder.tif");

    tidyOverviews(used, {.bytes = 100});

    EXPECT_EQ(names().size(), 4U);
}

} // namespace
} // namespace observo::geo
