// SPDX-License-Identifier: GPL-3.0-or-later
#include "coordinates/CoordinateScan.h"

#include <gtest/gtest.h>

#include <string>

namespace observo::geo {
namespace {

/// The tokens as one line: numbers as they are, axes as letters, marks as signs.
std::string line(std::string_view text)
{
    const auto scanned = scanCoordinates(text);
    if (!scanned) {
        return "refused: " + scanned.error().what;
    }
    std::string line;
    for (const auto& token : scanned->tokens) {
        const char sign = token.kind == CoordinateToken::Kind::Degree   ? 'd'
                          : token.kind == CoordinateToken::Kind::Minute ? '\''
                          : token.kind == CoordinateToken::Kind::Second ? '"'
                          : token.kind == CoordinateToken::Kind::Axis   ? '@'
                          : token.kind == CoordinateToken::Kind::Zone   ? 'z'
                          : token.kind == CoordinateToken::Kind::Letter ? '?'
                                                                        : '#';
        line += sign == '#' ? (token.negative ? "-" : "") + token.text + " " : std::string(1, sign) + " ";
    }
    return line;
}

TEST(CoordinateScan, readsEveryQuoteAndDegreeSign)
{
    const std::string expected = "45 d 04 ' 13 \" @ ";
    for (const char* text :
         {"45°04'13\"N", "45° 04’ 13” N", "45º04′13″ N", "45˚ 04´ 13´´ n", "45°04'13'' Nord", "45 ° 04 ` 13 “ N",
          "45d04'13\"N", "45\u00A0°\u202F04ʹ13ʺ\u2009N", "45 deg 04 min 13 sec N"}) {
        EXPECT_EQ(line(text), expected) << text;
    }
}

TEST(CoordinateScan, keepsTheSignOfANumber)
{
    EXPECT_EQ(line("-45.5 +7.5"), "-45.5 7.5 ");
    EXPECT_EQ(line("−45,5; 7"), "-45,5 7 ");
    EXPECT_EQ(line("45.5 - 7.5"), "45.5 7.5 ");
    EXPECT_EQ(line("45.5-7.5"), "45.5 -7.5 ");
}

TEST(CoordinateScan, leavesSeparatorsAndTrailingMarksOut)
{
    EXPECT_EQ(line("(45,0703, 7,6869)."), "45,0703 7,6869 ");
    EXPECT_EQ(line("[45.0703;7.6869]"), "45.0703 7.6869 ");
    EXPECT_EQ(line("lat=45.0703&lon=7.6869"), "@ 45.0703 @ 7.6869 ");
    EXPECT_EQ(line("396634 m E 4991598 m N"), "396634 @ 4991598 @ ");
}

TEST(CoordinateScan, takesTheCodeOutOfTheText)
{
    for (const char* text : {"EPSG:3003 1396659 4991618", "1396659 4991618 (EPSG:3003)", "epsg 3003: 1396659, 4991618",
                             "SRID=3003;1396659 4991618", "1396659 4991618 EPSG::3003"}) {
        const auto scanned = scanCoordinates(text);
        ASSERT_TRUE(scanned) << text << scanned.error().message();
        EXPECT_EQ(scanned->epsg, 3003) << text;
        EXPECT_EQ(scanned->tokens.size(), 2U) << text;
    }
}

TEST(CoordinateScan, knowsLinksAndPoints)
{
    for (const char* text :
         {"geo:45.0703,7.6869;u=35", "https://www.google.com/maps/@45.0703,7.6869,17z",
          "https://www.google.com/maps/place/X/@1.0,2.0,3z/data=!3d45.0703!4d7.6869",
          "https://www.openstreetmap.org/#map=19/45.0703/7.6869",
          "https://www.openstreetmap.org/?mlat=45.0703&mlon=7.6869#map=5/1/2",
          "https://maps.apple.com/?ll=45.0703,7.6869", "https://maps.google.com/?q=45.0703%2C7.6869"}) {
        const auto scanned = scanCoordinates(text);
        ASSERT_TRUE(scanned) << text << scanned.error().message();
        EXPECT_TRUE(scanned->northFirst) << text;
        ASSERT_EQ(scanned->tokens.size(), 2U) << text;
        EXPECT_EQ(scanned->tokens[0].text, "45.0703") << text;
    }
    const auto point = scanCoordinates("SRID=6706;POINT Z (7.6869 45.0703 240)");
    ASSERT_TRUE(point);
    EXPECT_TRUE(point->eastFirst);
    EXPECT_EQ(point->epsg, 6706);
    EXPECT_EQ(point->tokens.size(), 2U);
}

TEST(CoordinateScan, refusesWordsAndSignsWithoutMeaning)
{
    EXPECT_EQ(line("via Roma 1"), "refused: \"via\" is not understood in coordinates");
    EXPECT_EQ(line("45 $ 7").substr(0, 8), "refused:");
    EXPECT_EQ(line("45 ☃ 7").substr(0, 8), "refused:");
    EXPECT_EQ(line(std::string(2000, '4')).substr(0, 8), "refused:");
    EXPECT_EQ(line(""), "");
}

} // namespace
} // namespace observo::geo
