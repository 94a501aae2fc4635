// SPDX-License-Identifier: GPL-3.0-or-later
#include "coordinates/CoordinateParts.h"

#include "coordinates/NumberText.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <utility>

namespace observo::geo {

namespace {

using Kind = CoordinateToken::Kind;
using Tokens = std::vector<CoordinateToken>;

/// One number and the sign of degrees, minutes or seconds behind it.
struct MarkedNumber {
    CoordinateToken number;
    std::optional<Kind> mark;
    std::vector<AxisWord> before; ///< words between the number before (or the start) and this one
};

/// The numbers of a text with the words around them.
struct Sentence {
    std::vector<MarkedNumber> numbers;
    std::vector<AxisWord> after;
    int zone = 0;
    bool south = false;
};

/// What words say about one of the two numbers.
struct Side {
    bool north = false;
    bool east = false;
    bool soft = true;
    bool negative = false;
};

/// The meanings of one coordinate.
struct Coordinate {
    std::vector<double> values;
    bool degrees = false;
};

tl::unexpected<Error> refuse(const std::string& what)
{
    return fail(ErrorCode::InvalidArgument, what,
                "write two numbers, for example 45.0703 N 7.6869 E or EPSG:3003 1396659.9 4991618.2");
}

bool isNorthSouth(AxisWord word)
{
    return word == AxisWord::North || word == AxisWord::South || word == AxisWord::Y;
}

/// The number of a UTM zone, when the token can be one.
int zoneIn(const CoordinateToken& token)
{
    const bool plain = token.kind == Kind::Number && token.text.size() <= 2 && !token.negative;
    const int zone = plain ? std::stoi(token.text) : 0;
    return zone >= 1 && zone <= 60 ? zone : 0;
}

/// Takes "UTM 32N", "fuso 32" or a leading "32T" out of the tokens.
void takeZone(Tokens& tokens, Sentence& sentence)
{
    const auto word = std::find_if(tokens.begin(), tokens.end(), [](const auto& t) { return t.kind == Kind::Zone; });
    const auto numbers =
        std::count_if(tokens.begin(), tokens.end(), [](const auto& t) { return t.kind == Kind::Number; });
    const auto marks =
        std::count_if(tokens.begin(), tokens.end(), [](const auto& t) { return t.kind == Kind::Degree; });
    auto at = std::find_if(word == tokens.end() ? tokens.begin() : word, tokens.end(),
                           [](const auto& t) { return t.kind == Kind::Number; });
    const bool leading = word == tokens.end() && numbers == 3 && marks == 0 && at == tokens.begin();
    if (at != tokens.end() && (word != tokens.end() || leading) && zoneIn(*at) != 0) {
        sentence.zone = zoneIn(*at);
        at = tokens.erase(at);
        if (at != tokens.end() && at->text.size() == 1 && (at->kind == Kind::Letter || at->kind == Kind::Axis)) {
            // Bands C to M lie south of the equator. S is the band of Sicily and Sardinia here, not "south".
            const char band = static_cast<char>(std::toupper(static_cast<unsigned char>(at->text.front())));
            sentence.south = band >= 'C' && band <= 'M' && band != 'E';
            tokens.erase(at);
        }
    }
    std::erase_if(tokens, [](const auto& token) { return token.kind == Kind::Zone; });
}

Result<Sentence> sentenceOf(Tokens tokens)
{
    Sentence sentence;
    takeZone(tokens, sentence);
    std::vector<AxisWord> words;
    for (auto& token : tokens) {
        if (token.kind == Kind::Number) {
            sentence.numbers.push_back({token, std::nullopt, std::exchange(words, {})});
        } else if (token.kind == Kind::Axis) {
            words.push_back(token.axis);
        } else if (token.kind == Kind::Letter || sentence.numbers.empty() || sentence.numbers.back().mark) {
            return refuse("\"" + token.text + "\" stands where no number is before it");
        } else {
            sentence.numbers.back().mark = token.kind;
        }
    }
    sentence.after = std::move(words);
    return sentence;
}

/// Index of the number that begins the second coordinate; 0 when it cannot be told.
std::size_t secondStartsAt(const Sentence& sentence)
{
    const auto& numbers = sentence.numbers;
    std::vector<std::size_t> degrees;
    std::vector<std::size_t> words;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        if (numbers[i].mark == Kind::Degree) {
            degrees.push_back(i);
        }
        if (i > 0 && !numbers[i].before.empty()) {
            words.push_back(i);
        }
    }
    if (words.size() > 1) {
        return 0;
    }
    if (words.size() == 1) {
        return words.front();
    }
    if (degrees.size() == 2) {
        return degrees.back();
    }
    return numbers.size() % 2 == 0 ? numbers.size() / 2 : 0;
}

Result<Side> sideOf(std::span<const AxisWord> words)
{
    Side side;
    for (const auto word : words) {
        (isNorthSouth(word) ? side.north : side.east) = true;
        side.soft = side.soft && (word == AxisWord::X || word == AxisWord::Y);
        side.negative = side.negative || word == AxisWord::South || word == AxisWord::West;
    }
    if (side.north && side.east) {
        return refuse("one number is called both north and east");
    }
    return side;
}

/// Shares the words between the two coordinates: "N 45 E 7", "45 N 7 E", "Lat 45 N Lon 7 E".
Result<std::array<Side, 2>> sidesOf(const Sentence& sentence, std::size_t second)
{
    auto first = sentence.numbers.front().before;
    auto last = sentence.after;
    const auto& middle = sentence.numbers[second].before;
    for (const auto word : middle) {
        const bool sameAsFirst = !first.empty() && isNorthSouth(word) == isNorthSouth(first.front());
        const bool alone = first.empty() && middle.size() == 1;
        const bool leads = first.empty() && middle.size() > 1 && &word == middle.data();
        (sameAsFirst || alone || leads ? first : last).push_back(word);
    }
    const auto one = sideOf(first);
    const auto two = sideOf(last);
    if (!one || !two) {
        return fail((one ? two : one).error());
    }
    if ((one->north && two->north) || (one->east && two->east)) {
        return refuse("both numbers are called " + std::string(one->north ? "north" : "east"));
    }
    return std::array{*one, *two};
}

/// Degrees, minutes and seconds as one number; the marks decide, else the order.
std::optional<double> sexagesimal(std::span<const MarkedNumber> numbers)
{
    constexpr std::array kMarks = {Kind::Degree, Kind::Minute, Kind::Second};
    constexpr std::array kDivisors = {1.0, 60.0, 3600.0};
    double sum = 0.0;
    std::size_t next = 0;
    for (const auto& [number, mark, before] : numbers) {
        const auto readings = readingsOf(number.text);
        auto place = next;
        if (mark) {
            place = static_cast<std::size_t>(std::find(kMarks.begin(), kMarks.end(), *mark) - kMarks.begin());
        }
        const bool last = &number == &numbers.back().number;
        const double value = readings.empty() ? -1.0 : readings.front().front();
        const bool fits = value >= 0.0 && (place == 0 || value < 60.0) && (last || value == std::floor(value));
        if (place < next || place > 2 || !fits || (number.negative && place != 0)) {
            return std::nullopt;
        }
        sum += value / kDivisors[place];
        next = place + 1;
    }
    return numbers.front().number.negative ? -sum : sum;
}

/// "4 991 618,2": groups of three digits after a first one of one to three.
std::optional<double> spacedThousands(std::span<const MarkedNumber> numbers)
{
    std::string joined;
    for (const auto& [number, mark, before] : numbers) {
        const auto digits = number.text.find_first_of(".,");
        const auto length = std::min(digits, number.text.size());
        const bool last = &number == &numbers.back().number;
        if (mark || (number.negative && !joined.empty()) || (!last && length != number.text.size()) ||
            (joined.empty() ? length > 3 : length != 3)) {
            return std::nullopt;
        }
        joined += number.text;
    }
    const auto readings = readingsOf(joined);
    const double sign = numbers.front().number.negative ? -1.0 : 1.0;
    return readings.empty() ? std::nullopt : std::optional(sign * readings.front().front());
}

Coordinate coordinateOf(std::span<const MarkedNumber> numbers)
{
    Coordinate coordinate;
    if (numbers.size() == 1 && !numbers.front().mark) {
        for (const auto& reading : readingsOf(numbers.front().number.text)) {
            if (reading.size() == 1) {
                coordinate.values.push_back(numbers.front().number.negative ? -reading.front() : reading.front());
            }
        }
        return coordinate;
    }
    if (const auto degrees = sexagesimal(numbers)) {
        coordinate.values.push_back(*degrees);
        coordinate.degrees = true;
    } else if (const auto spaced = spacedThousands(numbers)) {
        coordinate.values.push_back(*spaced);
    }
    return coordinate;
}

/// All pairs of meanings, with the words' signs and order put in.
std::vector<WrittenPair> pairsOf(const Coordinate& one, const Coordinate& two, const std::array<Side, 2>& sides)
{
    std::vector<WrittenPair> pairs;
    for (const double first : one.values) {
        for (const double second : two.values) {
            // "-7.68 W" says west twice or east; nobody can know.
            if ((sides[0].negative && first < 0.0) || (sides[1].negative && second < 0.0)) {
                continue;
            }
            WrittenPair pair;
            pair.first = sides[0].negative ? -first : first;
            pair.second = sides[1].negative ? -second : second;
            if (sides[0].north || sides[1].east) {
                pair.order = WrittenPair::Order::NorthFirst;
            } else if (sides[0].east || sides[1].north) {
                pair.order = WrittenPair::Order::EastFirst;
            }
            pair.orderIsSoft = sides[0].soft && sides[1].soft;
            pair.degrees = one.degrees || two.degrees;
            pairs.push_back(pair);
        }
    }
    return pairs;
}

/// "396 634 4 991 598": where the second number begins cannot be told from spaces alone.
std::vector<WrittenPair> spacedPairs(const Sentence& sentence)
{
    std::vector<WrittenPair> pairs;
    const std::span all(sentence.numbers);
    for (std::size_t second = 1; second < all.size(); ++second) {
        const auto one = spacedThousands(all.first(second));
        const auto two = spacedThousands(all.subspan(second));
        if (one && two) {
            pairs.push_back({.first = *one, .second = *two});
        }
    }
    return pairs;
}

/// "7.6869,45.0703": one run of digits that is two numbers.
std::vector<WrittenPair> unsplitPairs(const CoordinateToken& token)
{
    std::vector<WrittenPair> pairs;
    for (const auto& reading : readingsOf(token.text)) {
        if (reading.size() == 2) {
            pairs.push_back({.first = token.negative ? -reading[0] : reading[0], .second = reading[1]});
        }
    }
    return pairs;
}

} // namespace

Result<std::vector<WrittenPair>> pairsIn(const ScannedCoordinates& scanned)
{
    auto sentence = sentenceOf(scanned.tokens);
    if (!sentence) {
        return fail(std::move(sentence.error()));
    }
    std::vector<WrittenPair> pairs;
    const auto second = sentence->numbers.size() > 1 ? secondStartsAt(*sentence) : 0;
    if (second > 0) {
        const auto sides = sidesOf(*sentence, second);
        if (!sides) {
            return fail(sides.error());
        }
        const std::span all(sentence->numbers);
        pairs = pairsOf(coordinateOf(all.first(second)), coordinateOf(all.subspan(second)), *sides);
    } else if (sentence->numbers.size() == 1) {
        pairs = unsplitPairs(sentence->numbers.front().number);
    }
    if (pairs.empty() && sentence->numbers.size() > 2) {
        pairs = spacedPairs(*sentence);
    }
    if (pairs.empty()) {
        return refuse(sentence->numbers.size() < 2 ? "there are not two numbers in the text"
                                                   : "the numbers cannot be understood as two coordinates");
    }
    for (auto& pair : pairs) {
        pair.zone = sentence->zone;
        pair.south = sentence->south;
        if (scanned.northFirst || scanned.eastFirst) {
            pair.order = scanned.northFirst ? WrittenPair::Order::NorthFirst : WrittenPair::Order::EastFirst;
        }
    }
    return pairs;
}

} // namespace observo::geo
