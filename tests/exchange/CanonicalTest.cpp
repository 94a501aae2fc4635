// SPDX-License-Identifier: GPL-3.0-or-later
#include "Canonical.h"

#include <gtest/gtest.h>

#include <limits>

namespace observo::exchange {
namespace {

const FieldInfo& field(std::string_view name)
{
    return *findField(RecordKind::Camera, name);
}

std::string ofValue(std::string_view name, const FieldValue& value)
{
    std::string room;
    return std::string(canonicalValue(field(name), value, room));
}

std::string ofCell(std::string_view name, std::string_view cell)
{
    std::string room;
    return std::string(canonicalCell(field(name), cell, room));
}

TEST(Canonical, aNumberIsSpeltTheSameWhateverItsColumnMadeOfIt)
{
    EXPECT_EQ(ofValue("mount_height_m", 4.0), ofCell("mount_height_m", "4.000"));
    EXPECT_EQ(ofValue("mount_height_m", 4.0), ofCell("mount_height_m", "4"));
    EXPECT_EQ(ofValue("mount_height_m", 1e15), ofCell("mount_height_m", "1000000000000000"));
    EXPECT_EQ(ofValue("mount_height_m", 0.1), ofCell("mount_height_m", "1e-1"));
    EXPECT_EQ(ofValue("retention_hours", std::int64_t{168}), ofCell("retention_hours", "168.0"));
    EXPECT_NE(ofValue("mount_height_m", 0.1), ofCell("mount_height_m", "0.1000000000000001"));
}

TEST(Canonical, largeIntegersAreNotComparedAsReals)
{
    const auto large = std::numeric_limits<std::int64_t>::max();
    EXPECT_NE(ofValue("retention_hours", large), ofValue("retention_hours", large - 1));
    EXPECT_EQ(ofValue("retention_hours", large), ofCell("retention_hours", "9223372036854775807"));
}

TEST(Canonical, booleansAndDaysHaveOneSpelling)
{
    EXPECT_EQ(ofValue("wdr", true), ofCell("wdr", "true"));
    EXPECT_EQ(ofValue("wdr", true), ofCell("wdr", "T"));
    EXPECT_EQ(ofValue("wdr", false), ofCell("wdr", "0"));
    EXPECT_NE(ofValue("wdr", false), ofValue("wdr", {}));
    EXPECT_EQ(ofCell("installed_on", "20261122"), "2026-11-22");
    EXPECT_EQ(ofValue("installed_on", std::string("2026-11-22")), "2026-11-22");
    EXPECT_EQ(ofCell("updated_at", "2026-11-22T10:42:07.000Z"), "2026-11-22T10:42:07Z");
    EXPECT_EQ(ofCell("updated_at", "2026-11-22T10:42:07.120Z"), "2026-11-22T10:42:07.120Z");
}

TEST(Canonical, textStaysAsItIs)
{
    EXPECT_EQ(ofCell("notes", "20261122"), "20261122");
    EXPECT_EQ(ofCell("code", "007"), "007");
    EXPECT_EQ(ofValue("notes", std::string(" a ")), " a ");
    EXPECT_EQ(ofValue("notes", {}), "");
}

TEST(Canonical, aDayIsOneOfTheCalendar)
{
    for (const char* day : {"2026-11-22", "2024-02-29", "0001-01-01"}) {
        EXPECT_TRUE(isDay(day)) << day;
    }
    for (const char* none : {"", "2026-02-29", "2026-13-01", "2026-00-10", "2026-1-1", "22/11/2026", "0000-01-01",
                             "2026-11-22T10:00:00Z"}) {
        EXPECT_FALSE(isDay(none)) << none;
    }
}

TEST(Canonical, anInstantIsUtc)
{
    EXPECT_TRUE(isUtcTime("2026-11-22T10:42:07Z"));
    EXPECT_TRUE(isUtcTime("2026-11-22T10:42:07.123Z"));
    for (const char* none : {"2026-11-22T10:42:07.12Z", "2026-11-22 10:42:07", "2026-11-22T10:42:07+01:00",
                             "2026-02-30T10:42:07Z", "2026-11-22T24:00:00Z", "2026-11-22"}) {
        EXPECT_FALSE(isUtcTime(none)) << none;
    }
}

TEST(RowHash, tellsValuesOrderAndBordersApart)
{
    const auto hashOf = [](std::initializer_list<std::string_view> cells) {
        RowHash hash;
        for (const auto cell : cells) {
            hash.add(cell);
        }
        return hash.value();
    };
    EXPECT_EQ(hashOf({"a", "b"}), hashOf({"a", "b"}));
    EXPECT_NE(hashOf({"a", "b"}), hashOf({"b", "a"}));
    EXPECT_NE(hashOf({"ab", ""}), hashOf({"a", "b"}));
    EXPECT_NE(hashOf({"a"}), hashOf({"a", ""}));
}

} // namespace
} // namespace observo::exchange
