// SPDX-License-Identifier: GPL-3.0-or-later
#include "Arguments.h"

#include "observo/geo/Transform.h"

#include <charconv>
#include <cmath>
#include <ctime>
#include <optional>
#include <system_error>

namespace observo::cli {
namespace {

std::string_view trimmed(std::string_view text)
{
    const auto from = text.find_first_not_of(" \t");
    return from == std::string_view::npos ? std::string_view{}
                                          : text.substr(from, text.find_last_not_of(" \t") - from + 1);
}

std::optional<double> numberFrom(std::string_view text)
{
    double number = 0;
    const std::string_view digits = text.starts_with('+') ? text.substr(1) : text;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    const bool isWhole = error == std::errc{} && end == digits.data() + digits.size() && std::isfinite(number);
    return isWhole ? std::optional(number) : std::nullopt;
}

Result<std::vector<double>> numbersFrom(const std::string& text, std::size_t count, const std::string& option)
{
    std::vector<double> numbers;
    for (const std::string& part : splitList(text)) {
        const auto number = numberFrom(part);
        if (!number) {
            return fail(ErrorCode::InvalidArgument, option + " has \"" + part + "\" where a number is wanted",
                        "use a decimal point and commas between the numbers");
        }
        numbers.push_back(*number);
    }
    if (numbers.size() != count) {
        return fail(ErrorCode::InvalidArgument,
                    option + " wants " + std::to_string(count) + " numbers, not " + std::to_string(numbers.size()),
                    "write them with commas between");
    }
    return numbers;
}

GeoBox around(LonLat place)
{
    constexpr double kHalfDegree = 0.25;
    return {.west = place.lon - kHalfDegree,
            .south = place.lat - kHalfDegree,
            .east = place.lon + kHalfDegree,
            .north = place.lat + kHalfDegree};
}

/// Where the point lies decides which operation is best, and an operation says where it lies: two steps, the first a
/// rough one.
Result<LonLat> toStorage(MapPoint point, const geo::Crs& crs)
{
    GeoBox area;
    LonLat place;
    for (int step = 0; step < 2; ++step) {
        const auto transform = geo::Transform::between(crs, geo::Crs::storage(), area);
        if (!transform) {
            return fail(transform.error());
        }
        const auto moved = transform->forward(point);
        if (!moved) {
            return fail(moved.error());
        }
        place = {moved->x, moved->y};
        area = around(place);
    }
    return place;
}

} // namespace

std::vector<std::string> splitList(std::string_view text)
{
    std::vector<std::string> parts;
    while (!text.empty()) {
        const auto comma = text.find(',');
        const std::string_view part = trimmed(text.substr(0, comma));
        if (!part.empty()) {
            parts.emplace_back(part);
        }
        text = comma == std::string_view::npos ? std::string_view{} : text.substr(comma + 1);
    }
    return parts;
}

Result<geo::Crs> crsFrom(const std::string& option)
{
    return option.empty() ? Result<geo::Crs>(geo::Crs::storage()) : geo::Crs::fromText(option);
}

Result<LonLat> placeFrom(const std::string& at, const std::string& crs)
{
    const auto numbers = numbersFrom(at, 2, "--at");
    if (!numbers) {
        return fail(numbers.error());
    }
    const auto system = crsFrom(crs);
    if (!system) {
        return fail(system.error());
    }
    const MapPoint point{(*numbers)[0], (*numbers)[1]};
    // RDN2008 and WGS 84 are taken as equal: no operation, the numbers stay as they are.
    const bool isStored = *system == geo::Crs::storage() || system->epsg() == 4326;
    const auto place = isStored ? Result<LonLat>(LonLat{point.x, point.y}) : toStorage(point, *system);
    if (!place) {
        return place;
    }
    if (!isValid(*place)) {
        return fail(ErrorCode::InvalidArgument, "--at " + at + " is no place on earth in " + system->id(),
                    "give longitude,latitude in degrees, or easting,northing with --crs EPSG:n");
    }
    return place;
}

Result<std::array<double, 4>> boxFrom(const std::string& bbox)
{
    const auto numbers = numbersFrom(bbox, 4, "--bbox");
    if (!numbers) {
        return fail(numbers.error());
    }
    if ((*numbers)[0] >= (*numbers)[2] || (*numbers)[1] >= (*numbers)[3]) {
        return fail(ErrorCode::InvalidArgument, "--bbox " + bbox + " is empty", "give west,south,east,north");
    }
    return std::array<double, 4>{(*numbers)[0], (*numbers)[1], (*numbers)[2], (*numbers)[3]};
}

Result<GeoBox> geoBoxFrom(const std::string& bbox)
{
    const auto box = boxFrom(bbox);
    if (!box) {
        return fail(box.error());
    }
    return GeoBox{.west = (*box)[0], .south = (*box)[1], .east = (*box)[2], .north = (*box)[3]};
}

Done applySettings(Camera& camera, const std::vector<std::string>& settings)
{
    for (const std::string& setting : settings) {
        const auto equals = setting.find('=');
        if (equals == std::string::npos) {
            return fail(ErrorCode::InvalidArgument, "--set " + setting + " has no '='", "write --set FIELD=VALUE");
        }
        const std::string name = setting.substr(0, equals);
        const FieldInfo* field = findField(RecordKind::Camera, name);
        if (field == nullptr) {
            const std::string_view near = nearestField(RecordKind::Camera, name);
            return fail(Error{.code = ErrorCode::UnknownField,
                              .what = "a camera has no field " + name,
                              .field = name,
                              .advice = near.empty()
                                            ? "see observo-cli fields"
                                            : "did you mean " + std::string(near) + "? See observo-cli fields"});
        }
        if (field->byProgram) {
            return fail(Error{.code = ErrorCode::InvalidArgument,
                              .what = "the program fills this field itself",
                              .field = name,
                              .advice = "leave it out"});
        }
        auto value = parseValue(*field, setting.substr(equals + 1));
        if (!value) {
            return fail(value.error());
        }
        setValue(camera, *field, *value);
    }
    return done();
}

Result<std::vector<const FieldInfo*>> fieldsFrom(const std::string& list)
{
    std::vector<const FieldInfo*> fields;
    for (const std::string& name : splitList(list)) {
        const FieldInfo* field = findField(RecordKind::Camera, name);
        if (field == nullptr && name != "lon" && name != "lat") {
            const std::string_view near = nearestField(RecordKind::Camera, name);
            return fail(
                Error{.code = ErrorCode::UnknownField,
                      .what = "--fields names " + name + ", which a camera does not have",
                      .field = name,
                      .advice = near.empty() ? "see observo-cli fields" : "did you mean " + std::string(near) + "?"});
        }
        if (field != nullptr) {
            fields.push_back(field);
        }
    }
    if (fields.empty()) {
        for (const FieldInfo& field : fieldsOf(RecordKind::Camera)) {
            fields.push_back(&field);
        }
    }
    return fields;
}

std::string today()
{
    const std::time_t now = std::time(nullptr);
    std::tm local{};
    ::localtime_r(&now, &local);
    std::array<char, 16> text{};
    std::strftime(text.data(), text.size(), "%Y-%m-%d", &local);
    return text.data();
}

} // namespace observo::cli
