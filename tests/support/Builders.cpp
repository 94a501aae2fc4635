// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/Builders.h"

#include <array>
#include <cmath>
#include <random>

namespace observo::test {
namespace {

using Random = std::mt19937;

// Not std::uniform_..._distribution: its numbers differ between standard libraries.
std::uint32_t below(Random& random, std::uint32_t count)
{
    return static_cast<std::uint32_t>(random()) % count;
}

double between(Random& random, double min, double max, double step)
{
    const auto steps = static_cast<std::uint32_t>(std::floor((max - min) / step));
    // Dividing by the whole inverse gives the double nearest to the decimal number, as reading it from a file does.
    const double inverse = std::round(1.0 / step);
    return std::round((min + below(random, steps + 1) * step) * inverse) / inverse;
}

std::string digits(Random& random, std::size_t count)
{
    std::string text;
    for (std::size_t i = 0; i < count; ++i) {
        text += static_cast<char>('0' + below(random, 10));
    }
    return text;
}

std::string randomUuid(Random& random)
{
    Uuid uuid;
    for (auto& byte : uuid.bytes) {
        byte = static_cast<std::uint8_t>(below(random, 256));
    }
    uuid.bytes[6] = static_cast<std::uint8_t>((uuid.bytes[6] & 0x0FU) | 0x40U);
    uuid.bytes[8] = static_cast<std::uint8_t>((uuid.bytes[8] & 0x3FU) | 0x80U);
    return uuid.text();
}

std::string randomDay(Random& random)
{
    const auto twoDigits = [](std::uint32_t number) {
        return std::string(number < 10 ? "0" : "") + std::to_string(number);
    };
    return std::to_string(2005 + below(random, 20)) + '-' + twoDigits(1 + below(random, 12)) + '-' +
           twoDigits(1 + below(random, 28));
}

std::string randomWords(Random& random, const FieldInfo& field)
{
    constexpr std::array<std::string_view, 10> kWords = {"piazza", "città", "perché", "l'angolo", "\"Nord\"",
                                                         "a;b",    "x,y",   "<b>&",   "100 %",    "Süd-Straße"};
    std::string text(field.name);
    for (std::uint32_t i = 0; i < 3; ++i) {
        text += ' ' + std::string(kWords[below(random, kWords.size())]);
    }
    return text + ' ' + digits(random, 4);
}

std::string randomText(Random& random, const FieldInfo& field)
{
    switch (field.format) {
    case TextFormat::Email:
        return "ufficio." + digits(random, 3) + "@comune.example.it";
    case TextFormat::IstatCode:
        return "001" + digits(random, 3);
    case TextFormat::CadastralCode:
        return "L" + digits(random, 3);
    case TextFormat::Cup:
        return "J" + digits(random, 14);
    case TextFormat::Any:
        break;
    }
    const bool isReference = field.name.ends_with("code");
    return isReference ? "K-" + digits(random, 6) : randomWords(random, field);
}

std::string randomCodes(Random& random, const FieldInfo& field)
{
    const auto codes = codesOf(field.codeList);
    const auto first = below(random, static_cast<std::uint32_t>(codes.size()));
    std::string text(codes[first].code);
    if (field.type == FieldType::Codes && codes.size() > 1) {
        text += ';' + std::string(codes[(first + 1) % codes.size()].code);
    }
    return text;
}

FieldValue randomNumber(Random& random, const FieldInfo& field)
{
    const double min = field.min.value_or(0.0) + (field.minExcluded ? 0.01 : 0.0);
    const double max = field.max.value_or(min + 900.0);
    if (field.type == FieldType::Real) {
        return between(random, min, max, 0.01);
    }
    // Zero is what a new record has in a plain number; a random one shall differ from it.
    return static_cast<std::int64_t>(between(random, min + 1.0, max, 1.0));
}

FieldValue randomValue(Random& random, const FieldInfo& field)
{
    switch (field.type) {
    case FieldType::Integer:
    case FieldType::Real:
        return randomNumber(random, field);
    case FieldType::Boolean:
        return below(random, 2) == 1;
    case FieldType::Date:
        return randomDay(random);
    case FieldType::Timestamp:
        return randomDay(random) + "T1" + digits(random, 1) + ":2" + digits(random, 1) + ":3" + digits(random, 1) + 'Z';
    case FieldType::Code:
    case FieldType::Codes:
        return randomCodes(random, field);
    case FieldType::Uuid:
        return randomUuid(random);
    case FieldType::Json:
        return R"({"città": ["è", )" + digits(random, 1) + R"(], "nota": "\"sì\""})";
    case FieldType::Text:
        break;
    }
    return randomText(random, field);
}

template <typename Record>
Record filled(Random& random)
{
    Record record;
    for (const FieldInfo& field : fieldsOf(kindOf<Record>)) {
        const FieldValue value = randomValue(random, field);
        expects(checkValue(field, value).has_value());
        setValue(record, field, value);
    }
    return record;
}

} // namespace

CameraBuilder::CameraBuilder()
{
    m_record.id = CameraId::make();
    m_record.type = "fixed";
    m_record.status = "active";
    m_record.position = {7.6869, 45.0703};
}

CameraBuilder& CameraBuilder::identified(CameraId id)
{
    m_record.id = id;
    return *this;
}

CameraBuilder& CameraBuilder::at(double lon, double lat)
{
    return at(LonLat{lon, lat});
}

CameraBuilder& CameraBuilder::at(LonLat place)
{
    m_record.position = place;
    return *this;
}

CameraBuilder& CameraBuilder::facing(double azimuth)
{
    m_record.direction = Degrees{azimuth};
    return *this;
}

CameraBuilder& CameraBuilder::seeing(double hfov, double range)
{
    m_record.hfov = Degrees{hfov};
    m_record.range = Metres{range};
    return *this;
}

CameraBuilder& CameraBuilder::panning(double from, double to)
{
    m_record.panMin = Degrees{from};
    m_record.panMax = Degrees{to};
    return *this;
}

CameraBuilder& CameraBuilder::mountedAt(double metres)
{
    m_record.mountHeight = Metres{metres};
    return *this;
}

CameraBuilder& CameraBuilder::tilted(double degrees)
{
    m_record.tilt = Degrees{degrees};
    return *this;
}

CameraBuilder& CameraBuilder::ofType(std::string_view type)
{
    return with("camera_type", type);
}

CameraBuilder& CameraBuilder::doing(std::string_view function)
{
    return with("camera_function", function);
}

CameraBuilder& CameraBuilder::inStatus(std::string_view status)
{
    return with("status", status);
}

CameraBuilder& CameraBuilder::servingFor(std::string_view purposes)
{
    return with("purpose", purposes);
}

CameraBuilder& CameraBuilder::visibleTo(std::string_view visibility)
{
    return with("visibility", visibility);
}

CameraBuilder& CameraBuilder::onSite(std::string_view siteCode)
{
    m_record.siteCode = siteCode;
    return *this;
}

CameraBuilder& CameraBuilder::inSystem(std::string_view systemCode)
{
    m_record.systemCode = systemCode;
    return *this;
}

CameraBuilder& CameraBuilder::keepingFor(std::int64_t hours)
{
    m_record.retentionHours = hours;
    return *this;
}

CameraBuilder& CameraBuilder::inVersion(std::int64_t rowVersion)
{
    m_record.book.rowVersion = rowVersion;
    return *this;
}

SiteBuilder::SiteBuilder()
{
    m_record.id = SiteId::make();
    m_record.code = "P-0001";
    m_record.systemCode = "IMP-01";
    m_record.environment = "outdoor_public";
}

SiteBuilder& SiteBuilder::inSystem(std::string_view systemCode)
{
    m_record.systemCode = systemCode;
    return *this;
}

SystemBuilder::SystemBuilder()
{
    m_record.id = SystemId::make();
    m_record.code = "IMP-01";
    m_record.ownershipType = "municipal";
}

SystemBuilder& SystemBuilder::ownedBy(std::string_view ownershipType)
{
    return with("ownership_type", ownershipType);
}

CameraBuilder aCamera()
{
    return {};
}

SiteBuilder aSite()
{
    return {};
}

SystemBuilder aSystem()
{
    return {};
}

Camera randomCamera(std::uint32_t seed)
{
    Random random(seed);
    auto camera = filled<Camera>(random);
    camera.position.lon = between(random, 7.0, 18.0, 1e-7);
    camera.position.lat = between(random, 37.0, 46.5, 1e-7);
    return camera;
}

Site randomSite(std::uint32_t seed)
{
    Random random(seed);
    return filled<Site>(random);
}

System randomSystem(std::uint32_t seed)
{
    Random random(seed);
    return filled<System>(random);
}

Census randomCensus(std::uint32_t seed)
{
    Random random(seed);
    return filled<Census>(random);
}

} // namespace observo::test
