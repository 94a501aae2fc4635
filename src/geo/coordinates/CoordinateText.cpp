// SPDX-License-Identifier: GPL-3.0-or-later
#include "observo/geo/CoordinateText.h"

#include "coordinates/CoordinateParts.h"
#include "coordinates/NumberText.h"

#include "observo/geo/Crs.h"
#include "observo/geo/Transform.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <utility>
#include <vector>

namespace observo::geo {

namespace {

/// Italy and the coast next to it: where an unmarked pair of degrees is looked for first.
constexpr GeoBox kItaly{5.9, 34.7, 19.0, 47.5};

constexpr const char* kExamples = "write for example 45.0703 N 7.6869 E or EPSG:3003 1396659.9 4991618.2";

/// East and north in some order, to be tried.
struct Try {
    double east = 0.0;
    double north = 0.0;
    int epsg = 0;
};

/// What metres are plausible in which Italian system (docs/formulas.md).
struct Range {
    int epsg;
    double minEast;
    double maxEast;
};
constexpr std::array<Range, 4> kRanges = {{
    {3003, 1'300'000.0, 1'800'000.0},
    {3004, 2'300'000.0, 2'900'000.0},
    {7791, 280'000.0, 820'000.0}, // UTM; which zone only the text or the caller can say
    {7794, 6'500'000.0, 7'700'000.0},
}};

int plausibleMetricSystem(double east, double north)
{
    if (north < 3'800'000.0 || north > 5'300'000.0) {
        return 0;
    }
    const auto* range = std::find_if(kRanges.begin(), kRanges.end(),
                                     [east](const Range& r) { return east >= r.minEast && east <= r.maxEast; });
    return range == kRanges.end() ? 0 : range->epsg;
}

int systemOfZone(const WrittenPair& pair)
{
    if (!pair.south && (pair.zone == 32 || pair.zone == 33)) {
        return pair.zone == 32 ? 7791 : 7792;
    }
    return (pair.south ? 32700 : 32600) + pair.zone;
}

bool inDegrees(double east, double north)
{
    return std::abs(east) <= 180.0 && std::abs(north) <= 90.0;
}

/// The system that the numbers themselves suggest; 0 when none does.
int suggestedSystem(const WrittenPair& pair, double east, double north)
{
    if (pair.zone != 0) {
        return systemOfZone(pair);
    }
    if (pair.degrees || inDegrees(east, north)) {
        return inDegrees(east, north) ? Crs::storage().epsg() : 0;
    }
    return plausibleMetricSystem(east, north);
}

/// Both orders, the likelier first; one when the text says which.
std::vector<Try> triesOf(const WrittenPair& pair, int epsg, bool northFirstByHabit)
{
    using Order = WrittenPair::Order;
    const Try northFirst{pair.second, pair.first, epsg};
    const Try eastFirst{pair.first, pair.second, epsg};
    if (pair.order != Order::Unknown && !pair.orderIsSoft) {
        return {pair.order == Order::NorthFirst ? northFirst : eastFirst};
    }
    const bool habit = pair.order == Order::Unknown ? northFirstByHabit : pair.order == Order::NorthFirst;
    return habit ? std::vector{northFirst, eastFirst} : std::vector{eastFirst, northFirst};
}

bool nearUseOf(const Crs& crs, LonLat place)
{
    constexpr double kMargin = 6.0; // degrees: a town at the border of a zone is often mapped in the next one
    const auto use = crs.areaOfUse();
    const GeoBox wide{use.west - kMargin, use.south - kMargin, use.east + kMargin, use.north + kMargin};
    return use.isEmpty() || crs.isGeographic() || wide.contains(place);
}

std::string understoodAs(const Crs& crs, const Try& read)
{
    if (crs.isProjected()) {
        return crs.id() + ": " + fixedText(read.east, 2) + " E, " + fixedText(read.north, 2) + " N";
    }
    return crs.id() + ": " + fixedText(std::abs(read.north), 6) + (read.north < 0.0 ? " S, " : " N, ") +
           fixedText(std::abs(read.east), 6) + (read.east < 0.0 ? " W" : " E");
}

Error implausible(const Crs& crs, const WrittenPair& pair)
{
    constexpr double kManyDegrees = 1000.0;
    const bool metres = std::max(std::abs(pair.first), std::abs(pair.second)) > kManyDegrees;
    if (crs.isProjected() && (pair.degrees || inDegrees(pair.first, pair.second))) {
        return {.code = ErrorCode::InvalidArgument,
                .what = "these are degrees, but " + crs.id() + " counts in metres",
                .advice = "choose a geographic system, for example EPSG:6706"};
    }
    if (crs.isGeographic() && metres) {
        return {.code = ErrorCode::InvalidArgument,
                .what = "these are metres, but " + crs.id() + " counts in degrees",
                .advice = "choose the system in metres that they come from, for example EPSG:7791 or EPSG:3003"};
    }
    return {.code = ErrorCode::InvalidArgument,
            .what = "the numbers are no place where " + crs.id() + " (" + crs.name() + ") is used",
            .advice = "check the numbers and the reference system"};
}

/// The square of half a degree around a place: coarse, so that the operation chosen for it serves its neighbours too.
GeoBox cellOf(LonLat place)
{
    const double west = std::floor(place.lon * 2.0) / 2.0;
    const double south = std::floor(place.lat * 2.0) / 2.0;
    return {west, south, west + 0.5, south + 0.5};
}

std::optional<MapPoint> moved(const Crs& crs, const GeoBox& area, const Try& read)
{
    const auto transform = Transform::between(crs, Crs::storage(), area);
    const auto point = transform ? transform->forward(MapPoint{read.east, read.north}) : fail(transform.error());
    return point ? std::optional(*point) : std::nullopt;
}

/// A place read in a system, or nothing when it cannot be one there.
std::optional<ReadCoordinates> placed(const Crs& crs, const Try& read)
{
    if (crs.isGeographic() != inDegrees(read.east, read.north)) {
        return std::nullopt;
    }
    // First roughly, by the operation for the whole area of the system, then by the one for that place.
    const auto rough = moved(crs, {}, read);
    const auto exact = rough ? moved(crs, cellOf({rough->x, rough->y}), read) : std::nullopt;
    if (!exact) {
        return std::nullopt;
    }
    const LonLat place{exact->x, exact->y};
    if (!isValid(place) || !nearUseOf(crs, place)) {
        return std::nullopt;
    }
    return ReadCoordinates{place, crs.epsg(), understoodAs(crs, read)};
}

/// The best of the orders: in Italy before elsewhere, then by habit.
Result<ReadCoordinates> readIn(const Crs& crs, const WrittenPair& pair)
{
    std::optional<ReadCoordinates> best;
    for (const auto& attempt : triesOf(pair, crs.epsg(), crs.isGeographic() || crs.isNorthFirst())) {
        auto read = placed(crs, attempt);
        if (read && (!best || (kItaly.contains(read->place) && !kItaly.contains(best->place)))) {
            best = std::move(read);
        }
    }
    if (!best) {
        return fail(implausible(crs, pair));
    }
    return std::move(*best);
}

Result<ReadCoordinates> readBySuggestion(const WrittenPair& pair)
{
    for (const auto& attempt : triesOf(pair, 0, true)) {
        const int epsg = suggestedSystem(pair, attempt.east, attempt.north);
        const auto crs = epsg == 0 ? fail(ErrorCode::UnknownCrs, "") : Crs::fromEpsg(epsg);
        if (auto read = crs ? readIn(*crs, pair) : Result<ReadCoordinates>(fail(crs.error()))) {
            return read;
        }
    }
    return fail(ErrorCode::InvalidArgument, "the numbers fit neither degrees nor a system used in Italy",
                "name the system, for example EPSG:32634 500000 4500000");
}

} // namespace

Result<ReadCoordinates> readCoordinates(std::string_view text, int epsg)
{
    const auto scanned = scanCoordinates(text);
    if (!scanned) {
        return fail(scanned.error());
    }
    if (epsg != 0 && scanned->epsg != 0 && epsg != scanned->epsg) {
        return fail(ErrorCode::InvalidArgument,
                    "the text says EPSG:" + std::to_string(scanned->epsg) + " but EPSG:" + std::to_string(epsg) +
                        " is chosen",
                    "choose EPSG:" + std::to_string(scanned->epsg) + " or remove it from the text");
    }
    const auto pairs = pairsIn(*scanned);
    if (!pairs) {
        return fail(pairs.error());
    }
    const int fixed = epsg != 0 ? epsg : scanned->epsg;
    std::optional<Error> why;
    for (const auto& pair : *pairs) {
        const auto crs = fixed == 0 ? Result<Crs>(Crs::storage()) : Crs::fromEpsg(fixed);
        if (!crs) {
            return fail(crs.error());
        }
        auto read = fixed == 0 ? readBySuggestion(pair) : readIn(*crs, pair);
        if (read) {
            return read;
        }
        why = why ? why : std::optional(std::move(read.error()));
    }
    return fail(why.value_or(Error{.code = ErrorCode::InvalidArgument, .what = "no coordinates", .advice = kExamples}));
}

Result<std::string> writeCoordinates(LonLat place, int epsg, Language language)
{
    const auto crs = Crs::fromEpsg(epsg);
    if (!crs) {
        return fail(crs.error());
    }
    if (!isValid(place)) {
        return fail(ErrorCode::InvalidArgument, "the place has no coordinates");
    }
    const auto transform = Transform::between(Crs::storage(), *crs, cellOf(place));
    if (!transform) {
        return fail(transform.error());
    }
    const auto moved = transform->forward(MapPoint{place.lon, place.lat});
    if (!moved) {
        return fail(moved.error());
    }
    const auto number = [language](double value, int decimals) {
        auto text = fixedText(value, decimals);
        std::replace(text.begin(), text.end(), '.', language == Language::Italian ? ',' : '.');
        return text;
    };
    if (crs->isProjected()) {
        return number(moved->x, 1) + " E " + number(moved->y, 1) + " N";
    }
    constexpr double kHalfStep = 0.000005; // below it the number reads zero, which has no side
    const char* west = language == Language::Italian ? " O" : " W";
    return number(std::abs(moved->y), 5) + (moved->y <= -kHalfStep ? " S " : " N ") + number(std::abs(moved->x), 5) +
           (moved->x <= -kHalfStep ? west : " E");
}

} // namespace observo::geo
