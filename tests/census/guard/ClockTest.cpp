// SPDX-License-Identifier: GPL-3.0-or-later
#include "guard/Clock.h"

#include "observo/core/Fields.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <ctime>
#include <regex>
#include <string>

namespace observo::census {
namespace {

TEST(Clock, timesAreThoseOfGeoPackage)
{
    const auto now = utcNow();

    EXPECT_TRUE(std::regex_match(now, std::regex(R"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)"))) << now;
    const auto* field = findField(RecordKind::Camera, "created_at");
    ASSERT_NE(field, nullptr);
    EXPECT_TRUE(checkValue(*field, FieldValue{now}));
    std::tm parts{};
    ASSERT_NE(::strptime(now.c_str(), "%Y-%m-%dT%H:%M:%S", &parts), nullptr);
    EXPECT_NEAR(static_cast<double>(::timegm(&parts)), static_cast<double>(std::time(nullptr)), 2);
}

TEST(Clock, nowIsNowWhereverTheComputerStands)
{
    const char* zone = std::getenv("TZ");
    const std::string old = zone != nullptr ? zone : "";
    for (const auto* place : {"Asia/Tokyo", "America/New_York", "UTC"}) {
        ::setenv("TZ", place, 1);
        ::tzset();
        const auto before = std::time(nullptr);
        std::tm parts{};
        ASSERT_NE(::strptime(utcNow().c_str(), "%Y-%m-%dT%H:%M:%S", &parts), nullptr);
        const auto said = ::timegm(&parts);
        EXPECT_GE(said, before) << place;
        EXPECT_LE(said, std::time(nullptr)) << place;
    }
    zone != nullptr ? ::setenv("TZ", old.c_str(), 1) : ::unsetenv("TZ");
    ::tzset();
}

TEST(Clock, fileNamesSortByTime)
{
    EXPECT_EQ(fileNameTime("2026-11-22T10:42:07.123Z"), "20261122T104207Z");
}

} // namespace
} // namespace observo::census
