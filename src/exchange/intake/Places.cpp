// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/Places.h"

#include "words/Fold.h"
#include "words/NumberText.h"

#include "observo/geo/CoordinateText.h"

#include <algorithm>
#include <cmath>

namespace observo::exchange {
namespace {

struct Angle {
    double value = 0.0;
    bool isPlain = true;
};

/// -1 for south and west, 1 for north and east, 0 when the letters say nothing.
int sideOf(std::string_view text)
{
    for (const std::string& word : wordsOf(text)) {
        if (word == "s" || word == "w" || word == "o" || word == "sud" || word == "south" || word == "ovest" ||
            word == "west") {
            return -1;
        }
        if (word == "n" || word == "e" || word == "nord" || word == "north" || word == "est" || word == "east") {
            return 1;
        }
    }
    return 0;
}

/// "45.07", "45,07 N", "7.68° E", "E 1396659,32": one number and at most a letter.
std::optional<double> plainNumber(const FieldValue& value)
{
    if (const auto* real = std::get_if<double>(&value)) {
        return std::isfinite(*real) ? std::optional(*real) : std::nullopt;
    }
    if (const auto* whole = std::get_if<std::int64_t>(&value)) {
        return static_cast<double>(*whole);
    }
    const std::string text = textOfRaw(value);
    if (const auto number = numberIn(text)) {
        return number;
    }
    const auto quantity = quantityIn(text);
    const int side = quantity ? sideOf(quantity->unit) : 0;
    const bool isKnown = quantity && (quantity->unit.empty() || side != 0 || unitFactor("m", quantity->unit) == 1.0 ||
                                      unitFactor("°", quantity->unit) == 1.0);
    if (!isKnown) {
        return std::nullopt;
    }
    return side < 0 ? -std::abs(quantity->value) : quantity->value;
}

std::string withSide(const std::string& text, const char* side)
{
    return sideOf(text) != 0 || bare(text).starts_with('-') ? text : text + side;
}

/// Degrees, minutes and seconds, by the reader that serves what people type.
std::optional<MapPoint> writtenDegrees(const std::string& lon, const std::string& lat)
{
    constexpr int kDegrees = 6706;
    const auto read = geo::readCoordinates(withSide(lat, " N") + ", " + withSide(lon, " E"), kDegrees);
    return read ? std::optional(MapPoint{read->place.lon, read->place.lat}) : std::nullopt;
}

RawPlace fromPair(const FieldValue& x, const FieldValue& y)
{
    const std::string xText = textOfRaw(x);
    const std::string yText = textOfRaw(y);
    RawPlace raw{.text = std::string(bare(xText)) + ", " + std::string(bare(yText))};
    if (bare(xText).empty() || bare(yText).empty()) {
        raw.text = bare(xText).empty() && bare(yText).empty() ? "" : raw.text;
        return raw;
    }
    const auto east = plainNumber(x);
    const auto north = plainNumber(y);
    if (east && north) {
        raw.point = MapPoint{*east, *north};
    } else if (const auto degrees = writtenDegrees(xText, yText)) {
        raw.point = degrees;
        raw.isDegrees = true;
    }
    return raw;
}

RawPlace fromText(const FieldValue& value)
{
    RawPlace raw{.text = textOfRaw(value)};
    if (bare(raw.text).empty()) {
        return raw;
    }
    // Metres without a system are for the guard of the whole file, not for a guess about one row.
    const auto read = geo::readCoordinates(raw.text);
    const bool saysSystem = raw.text.find("EPSG") != std::string::npos;
    if (read && (read->epsg == 6706 || read->epsg == 4326 || saysSystem)) {
        raw.point = MapPoint{read->place.lon, read->place.lat};
        raw.isDegrees = true;
    }
    return raw;
}

bool allWithin(const ColumnSample& sample, double low, double high)
{
    return !sample.values().empty() && std::ranges::all_of(sample.values(), [&](const std::string& text) {
        const auto number = numberIn(text);
        return number && *number > low && *number < high && *number != std::floor(*number);
    });
}

} // namespace

Places::Places(const SourceTable& table, const std::vector<MappedColumn>& columns, bool wantsMetres)
{
    const auto pair = [&](ColumnRole x, ColumnRole y, PlaceKind kind) {
        const auto first = columnWith(columns, x);
        const auto second = columnWith(columns, y);
        if (m_kind == PlaceKind::None && first && second) {
            m_kind = kind;
            m_x = *first;
            m_y = *second;
        }
    };
    if (wantsMetres) {
        pair(ColumnRole::X, ColumnRole::Y, PlaceKind::XY);
    }
    pair(ColumnRole::Lon, ColumnRole::Lat, PlaceKind::LonLat);
    if (const auto both = columnWith(columns, ColumnRole::Coordinates); m_kind == PlaceKind::None && both) {
        m_kind = PlaceKind::Coordinates;
        m_x = *both;
    }
    pair(ColumnRole::X, ColumnRole::Y, PlaceKind::XY);
    if (m_kind == PlaceKind::None && table.hasGeometry) {
        m_kind = PlaceKind::Geometry;
    }
}

void Places::lookAtValues(const SourceTable& table, const std::vector<ColumnSample>& samples)
{
    constexpr double kWest = 5.9;
    constexpr double kEast = 19.0;
    constexpr double kSouth = 34.7;
    constexpr double kNorth = 47.6;
    for (std::size_t i = 0; m_kind == PlaceKind::None && i + 1 < table.columns.size(); ++i) {
        for (const bool northFirst : {false, true}) {
            const std::size_t x = northFirst ? i + 1 : i;
            const std::size_t y = northFirst ? i : i + 1;
            if (allWithin(samples[x], kWest, kEast) && allWithin(samples[y], kSouth, kNorth)) {
                m_kind = PlaceKind::ByValues;
                m_x = x;
                m_y = y;
                break;
            }
        }
    }
}

std::vector<std::size_t> Places::columns() const
{
    switch (m_kind) {
    case PlaceKind::None:
    case PlaceKind::Geometry:
        return {};
    case PlaceKind::Coordinates:
        return {m_x};
    default:
        return {m_x, m_y};
    }
}

RawPlace Places::of(const SourceRow& row) const
{
    switch (m_kind) {
    case PlaceKind::None:
        return {};
    case PlaceKind::Geometry:
        return {.point = row.point,
                .isCentre = row.isCentre,
                .text = row.point ? textOf(FieldValue(row.point->x)) + ", " + textOf(FieldValue(row.point->y)) : ""};
    case PlaceKind::Coordinates:
        return fromText(row.values.at(m_x));
    default:
        return fromPair(row.values.at(m_x), row.values.at(m_y));
    }
}

} // namespace observo::exchange
