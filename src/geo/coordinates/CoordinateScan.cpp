// SPDX-License-Identifier: GPL-3.0-or-later
#include "coordinates/CoordinateScan.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <cstddef>
#include <optional>
#include <regex>
#include <utility>

namespace observo::geo {

namespace {

using Kind = CoordinateToken::Kind;

constexpr std::size_t kLongest = 600;

/// What keyboards, word processors and web pages write, and the plain sign it stands for.
constexpr std::array<std::pair<std::string_view, std::string_view>, 38> kSigns = {{
    {"''", "\""},    {"’’", "\""},    {"′′", "\""},    {"‘‘", "\""},    {"´´", "\""},    {"’", "'"},
    {"‘", "'"},      {"′", "'"},      {"´", "'"},      {"`", "'"},      {"ʹ", "'"},      {"ʼ", "'"},
    {"‛", "'"},      {"＇", "'"},     {"”", "\""},     {"“", "\""},     {"„", "\""},     {"″", "\""},
    {"˝", "\""},     {"ʺ", "\""},     {"‟", "\""},     {"＂", "\""},    {"º", "°"},      {"˚", "°"},
    {"∘", "°"},      {"−", "-"},      {"–", "-"},      {"—", "-"},      {"‒", "-"},      {"－", "-"},
    {"\u00A0", " "}, {"\u202F", " "}, {"\u2009", " "}, {"\u2007", " "}, {"\u3000", " "}, {"\uFEFF", " "},
    {"\u200B", " "}, {"\u200E", " "},
}};

/// Words in either language; lower case.
struct Word {
    std::string_view text;
    Kind kind;
    AxisWord axis = AxisWord::None;
};
constexpr std::array<Word, 41> kWords = {{
    {"n", Kind::Axis, AxisWord::North},
    {"nord", Kind::Axis, AxisWord::North},
    {"north", Kind::Axis, AxisWord::North},
    {"lat", Kind::Axis, AxisWord::North},
    {"latitude", Kind::Axis, AxisWord::North},
    {"latitudine", Kind::Axis, AxisWord::North},
    {"northing", Kind::Axis, AxisWord::North},
    {"s", Kind::Axis, AxisWord::South},
    {"sud", Kind::Axis, AxisWord::South},
    {"south", Kind::Axis, AxisWord::South},
    {"e", Kind::Axis, AxisWord::East},
    {"est", Kind::Axis, AxisWord::East},
    {"east", Kind::Axis, AxisWord::East},
    {"lon", Kind::Axis, AxisWord::East},
    {"lng", Kind::Axis, AxisWord::East},
    {"long", Kind::Axis, AxisWord::East},
    {"longitude", Kind::Axis, AxisWord::East},
    {"longitudine", Kind::Axis, AxisWord::East},
    {"easting", Kind::Axis, AxisWord::East},
    {"w", Kind::Axis, AxisWord::West},
    {"west", Kind::Axis, AxisWord::West},
    {"o", Kind::Axis, AxisWord::West},
    {"ovest", Kind::Axis, AxisWord::West},
    {"x", Kind::Axis, AxisWord::X},
    {"y", Kind::Axis, AxisWord::Y},
    {"d", Kind::Degree},
    {"deg", Kind::Degree},
    {"gradi", Kind::Degree},
    {"min", Kind::Minute},
    {"sec", Kind::Second},
    {"utm", Kind::Zone},
    {"zone", Kind::Zone},
    {"zona", Kind::Zone},
    {"fuso", Kind::Zone},
    {"m", Kind::Separator},
    {"mt", Kind::Separator},
    {"metri", Kind::Separator},
    {"coord", Kind::Separator},
    {"coordinate", Kind::Separator},
    {"coordinates", Kind::Separator},
    {"point", Kind::Separator},
}};

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isLetter(char c)
{
    return std::isalpha(static_cast<unsigned char>(c)) != 0 && static_cast<unsigned char>(c) < 128;
}

std::string lower(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

std::string withPlainSigns(std::string_view text)
{
    std::string plain(text);
    for (const auto& [sign, meaning] : kSigns) {
        for (auto at = plain.find(sign); at != std::string::npos; at = plain.find(sign, at + meaning.size())) {
            plain.replace(at, sign.size(), meaning);
        }
    }
    std::replace_if(
        plain.begin(), plain.end(), [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
    return plain;
}

/// Takes "EPSG:3003", "SRID=3003" and names of datums that are equal to the storage's out of the text.
int takeEpsg(std::string& text)
{
    static const std::regex kCode(R"(\(?\s*\b(?:EPSG|SRID)\b\s*[:=]{0,2}\s*([0-9]{4,6})\b\s*\)?\s*[:;,]?)",
                                  std::regex::icase);
    static const std::regex kSameDatum(R"(\b(?:WGS[ -]?84|RDN ?2008|ETRS ?89|ETRF ?2000)\b\s*[:/]?)",
                                       std::regex::icase);
    int epsg = 0;
    std::smatch match;
    if (std::regex_search(text, match, kCode)) {
        const auto digits = match[1].str();
        std::from_chars(digits.data(), digits.data() + digits.size(), epsg);
        text = match.prefix().str() + " " + match.suffix().str();
    }
    text = std::regex_replace(text, kSameDatum, " ");
    return epsg;
}

/// "geo:45.07,7.68", links of map sites (latitude first) and WKT points (east first) become two plain numbers.
void unfoldLinks(std::string& text, ScannedCoordinates& scanned)
{
    static const std::string kNumber = R"(([+-]?[0-9]{1,3}(?:\.[0-9]+)?))";
    static const std::array kLatitudeFirst = {
        std::regex("geo:" + kNumber + "," + kNumber + ".*", std::regex::icase),
        std::regex("https?://.*!3d" + kNumber + "!4d" + kNumber + ".*", std::regex::icase),
        std::regex("https?://.*@" + kNumber + "," + kNumber + ".*", std::regex::icase),
        std::regex("https?://.*mlat=" + kNumber + "&mlon=" + kNumber + ".*", std::regex::icase),
        std::regex("https?://.*map=[0-9.]+/" + kNumber + "/" + kNumber + ".*", std::regex::icase),
        std::regex("https?://.*[?&](?:q|ll|query|center|destination)=" + kNumber + "(?:,|%2C)" + kNumber + ".*",
                   std::regex::icase),
    };
    static const std::regex kPoint(R"(\s*POINT\s*(?:Z|M|ZM)?\s*\(\s*(\S+)\s+(\S+?)(?:\s+\S+)*\s*\)\s*)",
                                   std::regex::icase);
    std::smatch match;
    for (const auto& link : kLatitudeFirst) {
        if (std::regex_search(text, match, link)) {
            text = match[1].str() + " " + match[2].str();
            scanned.northFirst = true;
            return;
        }
    }
    if (std::regex_match(text, match, kPoint)) {
        text = match[1].str() + " " + match[2].str();
        scanned.eastFirst = true;
    }
}

/// Walks over the plain text and cuts it into tokens.
class Scanner {
public:
    explicit Scanner(std::string_view text) : m_text(text) {}

    Result<std::vector<CoordinateToken>> run()
    {
        while (m_at < m_text.size()) {
            if (auto step = next(); !step) {
                return fail(std::move(step.error()));
            }
        }
        return std::move(m_tokens);
    }

private:
    Done next()
    {
        const char c = m_text[m_at];
        if (isDigit(c)) {
            takeNumber(false);
        } else if ((c == '-' || c == '+') && m_at + 1 < m_text.size() && isDigit(m_text[m_at + 1])) {
            ++m_at;
            takeNumber(c == '-');
        } else if (isLetter(c)) {
            return takeWord();
        } else if (m_text.substr(m_at).starts_with("°")) {
            put(Kind::Degree, std::string_view("°").size());
        } else if (c == '\'' || c == '"') {
            put(c == '"' ? Kind::Second : Kind::Minute, 1);
        } else if (std::string_view(" ,;/|:=()[]{}-.&").find(c) != std::string_view::npos) {
            ++m_at;
        } else {
            return refuse(std::string(m_text.substr(m_at, 4)));
        }
        return done();
    }

    void put(Kind kind, std::size_t length)
    {
        m_tokens.push_back({.kind = kind, .text = std::string(m_text.substr(m_at, length))});
        m_at += length;
    }

    void takeNumber(bool negative)
    {
        auto end = m_at;
        while (end < m_text.size() && (isDigit(m_text[end]) || m_text[end] == '.' || m_text[end] == ',')) {
            ++end;
        }
        while (!isDigit(m_text[end - 1])) {
            --end; // a mark after the last digit separates
        }
        put(Kind::Number, end - m_at);
        m_tokens.back().negative = negative;
    }

    Done takeWord()
    {
        auto end = m_at;
        while (end < m_text.size() && isLetter(m_text[end])) {
            ++end;
        }
        const auto word = lower(std::string(m_text.substr(m_at, end - m_at)));
        const auto* known = std::find_if(kWords.begin(), kWords.end(), [&](const Word& w) { return w.text == word; });
        if (known != kWords.end()) {
            put(known->kind, word.size());
            m_tokens.back().axis = known->axis;
        } else if (word.size() == 1) {
            put(Kind::Letter, 1); // the band of a UTM zone, as T in 32T
        } else {
            return refuse(word);
        }
        return done();
    }

    static tl::unexpected<Error> refuse(const std::string& what)
    {
        return fail(ErrorCode::InvalidArgument, "\"" + what + "\" is not understood in coordinates",
                    "write for example 45.0703 N 7.6869 E or EPSG:3003 1396659.9 4991618.2");
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    std::vector<CoordinateToken> m_tokens;
};

} // namespace

Result<ScannedCoordinates> scanCoordinates(std::string_view text)
{
    if (text.size() > kLongest) {
        return fail(ErrorCode::InvalidArgument, "the text is too long for coordinates", "give one place at a time");
    }
    ScannedCoordinates scanned;
    auto plain = withPlainSigns(text);
    scanned.epsg = takeEpsg(plain);
    unfoldLinks(plain, scanned);
    auto tokens = Scanner(plain).run();
    if (!tokens) {
        return fail(std::move(tokens.error()));
    }
    scanned.tokens = std::move(*tokens);
    std::erase_if(scanned.tokens, [](const CoordinateToken& token) { return token.kind == Kind::Separator; });
    return scanned;
}

} // namespace observo::geo
