// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/census/RandomEdits.h"

#include "observo/core/Edits.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace observo::test {

namespace {

/// Fields whose value says to which other record a camera belongs, or must stay unique.
bool isReference(const FieldInfo& field)
{
    static constexpr std::array<std::string_view, 4> kNames{"code", "body_istat", "site_code", "system_code"};
    return std::find(kNames.begin(), kNames.end(), field.name) != kNames.end();
}

bool canBeDrawn(const FieldInfo& field)
{
    return !field.byProgram && !isReference(field) && field.format == TextFormat::Any &&
           field.type != FieldType::Uuid && field.type != FieldType::Json && field.type != FieldType::Timestamp;
}

bool changesNothing(const ChangeSet& set)
{
    return set.isEmpty() || std::any_of(set.changes.begin(), set.changes.end(),
                                        [](const Change& change) { return change.before == change.after; });
}

} // namespace

RandomEdits::RandomEdits(std::uint64_t seed, std::size_t mostCameras) : m_random(seed), m_mostCameras(mostCameras) {}

ChangeSet RandomEdits::next(const CensusModel& census)
{
    const auto cameras = census.cameras();
    if (cameras.size() < 2) {
        return place(cameras);
    }
    const auto& camera = cameras[below(cameras.size())];
    const auto draw = below(100);
    if (cameras.size() >= m_mostCameras || draw < 8) {
        return removeCamera(camera, "Removed: " + words());
    }
    if (draw < 30) {
        return place(cameras);
    }
    if (draw < 36) {
        auto sites = census.sites();
        auto after = sites[below(sites.size())];
        const auto before = after;
        after.name = words();
        after.notes = words();
        return editRecord(before, after, "Edit site");
    }
    const auto changes = changeOne(camera, cameras);
    return changesNothing(changes) ? next(census) : changes;
}

ChangeSet RandomEdits::place(const std::vector<Camera>& cameras)
{
    if (cameras.empty() || below(2) == 0) {
        return placeCamera(CameraId::make(), somewhere());
    }
    const auto& like = cameras[below(cameras.size())];
    return below(2) == 0 ? placeCamera(CameraId::make(), like.position, like)
                         : copyCamera(CameraId::make(), like, somewhere());
}

ChangeSet RandomEdits::changeOne(const Camera& camera, const std::vector<Camera>& cameras)
{
    switch (below(8)) {
    case 0:
        return moveCamera(camera, somewhere());
    case 1:
        return turnCamera(camera, Degrees{between(0, 359.9)});
    case 2: {
        return aimCamera(camera, {.direction = Degrees{between(0, 359.9)},
                                  .hfov = Degrees{between(5, 120)},
                                  .range = Metres{between(5, 150)},
                                  .tilt = {}});
    }
    case 3:
        return renameCamera(camera, words());
    case 4:
        return changeStatus(camera, below(2) == 0 ? "active" : "faulty", day());
    case 5:
        return verifyCamera(camera, day(), words());
    case 6:
        return moveWholeSite(camera, cameras);
    default:
        return editFields(camera);
    }
}

ChangeSet RandomEdits::editFields(const Camera& camera)
{
    auto after = camera;
    const auto fields = fieldsOf(RecordKind::Camera);
    for (int i = 0; i < 8; ++i) {
        const auto& field = fields[below(fields.size())];
        if (canBeDrawn(field)) {
            setValue(after, field, valueFor(field));
        }
    }
    // Something must change, or there is nothing to write.
    after.notes = words() + " " + std::to_string(m_random());
    return editRecord(camera, after, "Edit camera");
}

ChangeSet RandomEdits::moveWholeSite(const Camera& camera, const std::vector<Camera>& cameras)
{
    std::vector<Camera> together;
    std::copy_if(cameras.begin(), cameras.end(), std::back_inserter(together),
                 [&](const Camera& other) { return other.siteCode == camera.siteCode && together.size() < 8; });
    return moveSite(together, LonLat{between(-1e-4, 1e-4), between(-1e-4, 1e-4)});
}

LonLat RandomEdits::somewhere()
{
    return {between(7.60, 7.75), between(45.00, 45.12)};
}

std::string RandomEdits::words()
{
    // Quotes, separators, line ends and letters outside ASCII belong to every text.
    static constexpr std::array<std::string_view, 12> kWords{"Piazza", "dell'Unità",  "\"Ponte\"", "Nord;Sud",
                                                             "a,b",    "riga\nnuova", "Straße",    "città",
                                                             "%s",     "\\",          "Ω 😀",       "Corso Cavour"};
    std::string text;
    for (std::size_t i = 0, count = 1 + below(4); i < count; ++i) {
        text += (i == 0 ? "" : " ");
        text += kWords[below(kWords.size())];
    }
    return text;
}

std::string RandomEdits::day()
{
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "20%02u-%02u-%02u", static_cast<unsigned>(10 + below(16)),
                  static_cast<unsigned>(1 + below(12)), static_cast<unsigned>(1 + below(28)));
    return text.data();
}

FieldValue RandomEdits::valueFor(const FieldInfo& field)
{
    if (below(5) == 0 && field.required != Required::ToSave) {
        return std::monostate{};
    }
    const double low = field.min.value_or(0) + (field.minExcluded ? 0.125 : 0.0);
    const double high = std::max(low, field.max.value_or(low + 1000.0));
    const auto codes = codesOf(field.codeList);
    switch (field.type) {
    case FieldType::Integer:
        return static_cast<std::int64_t>(std::ceil(between(low, high)));
    case FieldType::Real:
        return between(low, std::max(low, std::nextafter(high, low)));
    case FieldType::Boolean:
        return below(2) == 0;
    case FieldType::Date:
        return day();
    case FieldType::Code:
    case FieldType::Codes:
        return codes.empty() ? std::string() : std::string(codes[below(codes.size())].code);
    default:
        return words();
    }
}

double RandomEdits::between(double low, double high)
{
    return std::uniform_real_distribution<double>(low, high)(m_random);
}

std::size_t RandomEdits::below(std::size_t end)
{
    return std::uniform_int_distribution<std::size_t>(0, end - 1)(m_random);
}

} // namespace observo::test
