// SPDX-License-Identifier: GPL-3.0-or-later
#include "observo/core/Filter.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <random>
#include <string>
#include <string_view>
#include <vector>

using namespace observo;

namespace {

Camera aBridge()
{
    Camera camera;
    camera.id = *CameraId::parse("3f2504e0-4f89-41d3-9a0c-0305e82c3301");
    camera.code = "TC-0009";
    camera.name = "Piazza Città";
    camera.position = {7.68, 45.07};
    camera.status = "active";
    camera.type = "ptz";
    camera.purpose = "traffic; ztl";
    camera.retentionHours = 169;
    camera.mountHeight = Metres{5.5};
    camera.wdr = true;
    camera.installedOn = "2020-05-17";
    return camera;
}

struct MatchCase {
    std::string_view expression;
    bool matches;
};

class Matches : public testing::TestWithParam<MatchCase> {};

TEST_P(Matches, answersAsSqlWould)
{
    const auto filter = Filter::parse(GetParam().expression);

    ASSERT_TRUE(filter) << filter.error().message();
    EXPECT_EQ(filter->matches(aBridge()), GetParam().matches) << GetParam().expression;
}

INSTANTIATE_TEST_SUITE_P(
    Filter, Matches,
    testing::Values(
        MatchCase{"", true}, MatchCase{" \n", true}, MatchCase{"status = active", true},
        MatchCase{"status != active", false}, MatchCase{"status_since is null AND status = active", true},
        MatchCase{"status = active and camera_type in (ptz, fixed) and retention_hours > 168 and name like \"Piazza*\"",
                  true},
        MatchCase{"retention_hours > 169", false}, MatchCase{"retention_hours >= 169", true},
        MatchCase{"retention_hours = 169.0", true}, MatchCase{"retention_hours < 169.5", true},
        MatchCase{"retention_hours > 168.99", true}, MatchCase{"retention_hours != 5", true},
        MatchCase{"mount_height_m = 5.5", true}, MatchCase{"mount_height_m > 5", true},
        MatchCase{"mount_height_m < 5.5", false}, MatchCase{"wdr = true", true}, MatchCase{"wdr = no", false},
        MatchCase{"wdr in (no, yes)", true}, MatchCase{"lon > 7 and lon < 8 and lat >= 45.07", true},
        MatchCase{"lat > 46", false}, MatchCase{"name = 'Piazza Città'", true},
        MatchCase{"name = 'piazza città'", false}, MatchCase{"name like 'piazza CITTÀ'", true},
        MatchCase{"name like 'piazza citta'", false}, MatchCase{"name like 'piazza citt?'", true},
        MatchCase{"name like '*zz*'", true}, MatchCase{"name like zz", false}, MatchCase{"name not like 'Via*'", true},
        MatchCase{"name < 'Q'", true}, MatchCase{"code in (TC-0001, TC-0009)", true},
        MatchCase{"code not in (TC-0009)", false}, MatchCase{"camera_id = 3F2504E0-4F89-41D3-9A0C-0305E82C3301", true},
        MatchCase{"purpose = ztl", true}, MatchCase{"purpose = traffic and purpose = ztl", true},
        MatchCase{"purpose = traffic_violations", false}, MatchCase{"purpose != ztl", false},
        MatchCase{"purpose != tourism_webcam", true}, MatchCase{"purpose in (tourism_webcam, ztl)", true},
        MatchCase{"purpose like '*ztl'", true}, MatchCase{"installed_on = 2020-05-17", true},
        MatchCase{"installed_on <= 2020", true}, MatchCase{"installed_on > 2020", false},
        MatchCase{"installed_on >= 2020", true}, MatchCase{"installed_on < 2020-05-18", true},
        MatchCase{"installed_on > 2019-12 and installed_on < 2021", true}, MatchCase{"hfov_deg is null", true},
        MatchCase{"hfov_deg is not null", false}, MatchCase{"name is null", false},
        MatchCase{"serial_no is null", true}));

INSTANTIATE_TEST_SUITE_P(FilterUnknown, Matches,
                         testing::Values(MatchCase{"hfov_deg > 10", false}, MatchCase{"not hfov_deg > 10", false},
                                         MatchCase{"hfov_deg != 10", false}, MatchCase{"hfov_deg not in (10)", false},
                                         MatchCase{"brand = Acme", false}, MatchCase{"not brand = Acme", false},
                                         MatchCase{"brand not like 'A*'", false},
                                         MatchCase{"analytics != motion", false},
                                         MatchCase{"hfov_deg > 10 or status = active", true},
                                         MatchCase{"not (hfov_deg > 10 and status = planned)", true},
                                         MatchCase{"not (hfov_deg > 10 or status = planned)", false}));

TEST(Filter, hasThreeAnswers)
{
    const Camera camera = aBridge();
    const Filter::Lookup lookup{.field = [&](const FieldInfo& field) { return valueOf(camera, field); },
                                .position = [&] { return camera.position; }};
    const auto ask = [&](std::string_view expression) { return Filter::parse(expression).value().ask(lookup); };

    EXPECT_EQ(ask("status = active"), Truth::True);
    EXPECT_EQ(ask("status = planned"), Truth::False);
    EXPECT_EQ(ask("hfov_deg = 10"), Truth::Unknown);
    EXPECT_EQ(ask("not hfov_deg = 10"), Truth::Unknown);
    EXPECT_EQ(ask("hfov_deg = 10 and status = planned"), Truth::False);
    EXPECT_EQ(ask("hfov_deg = 10 or status = active"), Truth::True);
}

TEST(Filter, largeWholeNumbersAreComparedExactly)
{
    Camera camera;
    camera.retentionHours = 9007199254740993; // 2^53 + 1, which no double can hold
    const auto matches = [&](std::string_view expression) { return Filter::parse(expression).value().matches(camera); };

    EXPECT_TRUE(matches("retention_hours > 9007199254740992.0"));
    EXPECT_FALSE(matches("retention_hours = 9007199254740992.0"));
    EXPECT_TRUE(matches("retention_hours < 1e300"));
    EXPECT_TRUE(matches("retention_hours > -1e300"));
}

TEST(Filter, aNumberThatIsNoneCountsAsNotKnown)
{
    Camera camera;
    camera.hfov = Degrees{std::numeric_limits<double>::quiet_NaN()};

    EXPECT_TRUE(Filter::parse("hfov_deg is null").value().matches(camera));
    EXPECT_FALSE(Filter::parse("hfov_deg != 5").value().matches(camera));
}

TEST(Filter, namesItsFieldsOnce)
{
    const auto filter = Filter::parse("status = active or (lon > 7 and status = planned) or name is null").value();

    std::vector<std::string_view> names;
    for (const FieldInfo* field : filter.fields()) {
        names.push_back(field->name);
    }

    EXPECT_EQ(names, (std::vector<std::string_view>{"status", "name"}));
    EXPECT_FALSE(filter.isEmpty());
    EXPECT_TRUE(Filter().isEmpty());
    EXPECT_TRUE(Filter::parse("").value().isEmpty());
    EXPECT_EQ(filter.text().substr(0, 6), "status");
}

TEST(Filter, likeIgnoresTheCaseOfLatinLetters)
{
    EXPECT_TRUE(likeMatches("PIAZZA*", "piazza Roma"));
    EXPECT_TRUE(likeMatches("citt?", "CITTÀ"));
    EXPECT_TRUE(likeMatches("CITTÀ", "città"));
    EXPECT_FALSE(likeMatches("citta", "città"));
    EXPECT_FALSE(likeMatches("piazza", "piazza Roma"));
}

TEST(Filter, anyHeapOfWordsIsReadOrRefusedAndBindsWhatItAsks)
{
    constexpr std::array<std::string_view, 20> kWords{"status = active",
                                                      "name like 'a*'",
                                                      "purpose in (ztl, traffic)",
                                                      "retention_hours > 168",
                                                      "installed_on <= 2020",
                                                      "wdr is not null",
                                                      "lon",
                                                      "name",
                                                      "and",
                                                      "and",
                                                      "or",
                                                      "or",
                                                      "not",
                                                      "(",
                                                      ")",
                                                      "= 7.5",
                                                      "!=",
                                                      ",",
                                                      "\"",
                                                      "è"};
    std::mt19937 random(9);
    int read = 0;
    for (int i = 0; i < 5000; ++i) {
        std::string text;
        for (std::size_t n = 1 + random() % 7; n > 0; --n) {
            text.append(kWords[random() % kWords.size()]).append(" ");
        }
        const auto filter = Filter::parse(text);
        if (!filter) {
            ASSERT_FALSE(filter.error().what.empty()) << text;
            continue;
        }
        ++read;
        const auto sql = filter->sql();
        ASSERT_EQ(static_cast<std::size_t>(std::count(sql.where.begin(), sql.where.end(), '?')), sql.bindings.size());
        static_cast<void>(filter->matches(aBridge()));
    }
    EXPECT_GT(read, 200);
}

} // namespace
