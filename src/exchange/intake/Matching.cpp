// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/Matching.h"

#include "words/Fold.h"

#include "observo/geo/Geodesy.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

namespace observo::exchange {
namespace {

/// The same code this near is one camera; farther, up to a surveyor's mistake, a person should look; beyond it two
/// lists merely count alike.
constexpr double kSameCode = 100.0;
constexpr double kPossibleCode = 500.0;

/// "N/A", "-" and "123" identify nothing.
bool isTellingSerial(std::string_view serial)
{
    constexpr std::size_t kShortest = 5;
    return serial.size() >= kShortest && std::ranges::any_of(serial, [](char c) { return c >= '0' && c <= '9'; });
}

/// A box around a place that holds everything within some metres.
GeoBox around(LonLat place, Metres distance)
{
    constexpr double kMetresPerDegree = 111'000.0;
    const double north = (distance.value + 1.0) / kMetresPerDegree;
    const double east = north / std::max(0.01, std::cos(place.lat * std::numbers::pi / 180.0));
    return {place.lon - east, place.lat - north, place.lon + east, place.lat + north};
}

Features featuresOf(const CameraRow& row)
{
    Features features{.place = row.position, .name = std::string(row.name), .code = std::string(row.code)};
    if (!std::isnan(row.direction)) {
        features.direction = static_cast<double>(row.direction);
    }
    const std::string_view type = codeAt("camera_type", row.type);
    features.type = type == "unknown" ? "" : std::string(type);
    return features;
}

std::string metres(double distance)
{
    return std::to_string(static_cast<long long>(std::lround(distance))) + " m";
}

std::size_t hashOf(const std::string& text)
{
    return text.empty() ? 0 : std::hash<std::string>{}(text) | 1U;
}

/// Cells of at least half a metre each way where people live.
constexpr double kCellsPerDegreeEast = 80'000.0;
constexpr double kCellsPerDegreeNorth = 200'000.0;

std::int64_t cellAlong(double degrees, double cells)
{
    return static_cast<std::int64_t>(std::floor(degrees * cells));
}

std::uint64_t cellKey(std::int64_t x, std::int64_t y)
{
    return static_cast<std::uint64_t>(x) * 0x9E3779B97F4A7C15ULL ^ static_cast<std::uint64_t>(y);
}

} // namespace

Features featuresOf(const Draft& draft)
{
    Features features{.place = draft.place.value_or(LonLat{}),
                      .direction = draft.number("direction_deg"),
                      .type = draft.text("camera_type"),
                      .name = draft.text("name"),
                      .code = draft.text("code")};
    features.type = features.type == "unknown" ? "" : features.type;
    return features;
}

Matching::Matching(census::Reader* reader, Inventory inventory, Wish wish)
    : m_reader(reader), m_inventory(std::move(inventory)), m_wish(std::move(wish))
{
    m_inventory.forEach([&](const CameraRow& row) {
        m_codes[std::string(row.code)].push_back(row.id);
        return true;
    });
}

Result<Matching> Matching::make(census::Reader* reader, const Inventory& inventory, const Wish& wish,
                                const Progress& progress)
{
    const FieldInfo* key = wish.key.empty() ? nullptr : findField(RecordKind::Camera, wish.key);
    expects(wish.key.empty() || key != nullptr);
    Matching matching(reader, inventory, wish);
    if (reader == nullptr || (key == nullptr && !wish.bySerial)) {
        return matching;
    }
    const auto read = reader->forEachCamera(
        {},
        [&](const Camera& camera) {
            if (isTellingSerial(camera.serialNo)) {
                matching.m_serials[camera.serialNo].push_back(camera.id);
            }
            if (const std::string text = key == nullptr ? "" : textOf(valueOf(camera, *key)); !text.empty()) {
                matching.m_keys[text].push_back(camera.id);
            }
            return true;
        },
        progress);
    return read ? Result<Matching>(std::move(matching)) : fail(read.error());
}

Result<Match> Matching::same(CameraId id, Grounds why) const
{
    auto camera = m_reader->camera(id);
    if (!camera) {
        return fail(camera.error());
    }
    return Match{.kind = Match::Kind::Same, .camera = std::move(*camera), .why = std::move(why)};
}

/// By a serial number or the key asked for: the nearest of those that share it.
Result<Match> Matching::byText(const Ids& ids, const std::string& text, const Draft& draft, bool isKey) const
{
    Match best;
    double nearest = 0.0;
    const auto found = ids.find(text);
    for (const CameraId id : found == ids.end() ? std::vector<CameraId>{} : found->second) {
        if (m_claimed.contains(id.uuid)) {
            continue;
        }
        auto match = same(id, isKey ? Grounds{"stesso " + m_wish.key, "same " + m_wish.key}
                                    : Grounds{"stesso numero di serie", "same serial number"});
        if (!match) {
            return match;
        }
        const std::string brand = draft.text("brand");
        const bool isOtherBrand = !isKey && !brand.empty() && !match->camera->brand.empty() &&
                                  foldedName(brand) != foldedName(match->camera->brand);
        const double distance = geo::distanceBetween(match->camera->position, *draft.place).value;
        if (!isOtherBrand && (best.kind == Match::Kind::None || distance < nearest)) {
            best = std::move(*match);
            nearest = distance;
        }
    }
    return best;
}

Result<Match> Matching::byCode(const Draft& draft) const
{
    Match best;
    double nearest = 0.0;
    const std::string code = draft.text("code");
    const auto found = code.empty() ? m_codes.end() : m_codes.find(code);
    for (const CameraId id : found == m_codes.end() ? std::vector<CameraId>{} : found->second) {
        auto match = m_claimed.contains(id.uuid) ? Result<Match>(Match{}) : same(id, {"stesso codice", "same code"});
        if (!match) {
            return match;
        }
        const auto agrees = [&](std::string_view field, const std::string& there) {
            const std::string here = draft.text(field);
            return here.empty() || there.empty() || here == there;
        };
        if (!match->camera || !agrees("body_istat", match->camera->bodyIstat) ||
            !agrees("system_code", match->camera->systemCode)) {
            continue;
        }
        const double distance = geo::distanceBetween(match->camera->position, *draft.place).value;
        if (best.kind == Match::Kind::None || distance < nearest) {
            best = std::move(*match);
            nearest = distance;
        }
    }
    if (best.kind == Match::Kind::None || nearest <= kSameCode) {
        return best;
    }
    best.why = {"stesso codice, a " + metres(nearest), "same code, " + metres(nearest) + " apart"};
    best.kind = Match::Kind::Possible;
    if (nearest > kPossibleCode) {
        best =
            Match{.remark = Remark{Severity::Warning, "code_in_use",
                                   "il codice è già di una telecamera a " + metres(nearest) + ": tenuta come altra",
                                   "the code belongs to a camera " + metres(nearest) + " away; kept as another one"}};
    }
    return best;
}

/// Of equally good ones the camera that the row would leave as it is, so that a second run finds what the first made.
Result<Match> Matching::bestOf(std::vector<std::pair<Likeness, CameraId>> found, const Draft& draft) const
{
    constexpr double kAsGood = 0.02;
    std::ranges::stable_sort(found, [](const auto& a, const auto& b) { return a.first.score > b.first.score; });
    Match best;
    for (const auto& [likeness, id] : found) {
        if (likeness.score < found.front().first.score - kAsGood) {
            break;
        }
        auto match = same(id, likeness.why);
        if (!match) {
            return match;
        }
        match->byLikeness = true;
        match->kind = likeness.score >= kSameScore ? Match::Kind::Same : Match::Kind::Possible;
        const bool isTwin = isSameCamera(*match->camera, withDraft(*match->camera, draft, true));
        if (best.kind == Match::Kind::None || isTwin) {
            best = std::move(*match);
        }
        if (isTwin) {
            break;
        }
    }
    return best;
}

Result<Match> Matching::byLikeness(const Draft& draft) const
{
    std::vector<std::pair<Likeness, CameraId>> found;
    const Features wanted = featuresOf(draft);
    m_inventory.forEach(around(wanted.place, m_wish.within), [&](const CameraRow& row) {
        if (!m_claimed.contains(row.id.uuid)) {
            Likeness likeness = likenessOf(wanted, featuresOf(row), m_wish.within);
            if (!likeness.isContradiction && likeness.score >= kPossibleScore) {
                found.emplace_back(std::move(likeness), row.id);
            }
        }
        return true;
    });
    return found.empty() ? Result<Match>(Match{}) : bestOf(std::move(found), draft);
}

Result<Match> Matching::find(const Draft& draft)
{
    expects(draft.place.has_value());
    if (m_reader == nullptr) {
        return Match{};
    }
    const auto id = CameraId::parse(draft.text("camera_id"));
    if (id && m_inventory.contains(*id)) {
        return same(*id, {"stesso identificativo", "same identity"});
    }
    if (const std::string key = m_wish.key.empty() ? "" : draft.text(m_wish.key); !key.empty()) {
        return byText(m_keys, key, draft, true);
    }
    if (const std::string serial = draft.text("serial_no"); isTellingSerial(serial)) {
        auto match = byText(m_serials, serial, draft, false);
        if (!match || match->kind != Match::Kind::None) {
            return match;
        }
    }
    auto byItsCode = byCode(draft);
    if (!byItsCode || byItsCode->kind != Match::Kind::None || id) {
        return byItsCode; // a row with an identity of its own is no other camera's description
    }
    auto alike = byLikeness(draft);
    if (alike && alike->kind == Match::Kind::None) {
        alike->remark = byItsCode->remark;
    }
    return alike;
}

RowsSeen::Seen RowsSeen::factsOf(const Draft& draft)
{
    std::string words = draft.extra.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
    for (const auto& [field, value] : draft.values) {
        words += '\n' + std::string(field->name) + '=' + textOf(value);
    }
    const Features features = featuresOf(draft);
    return {.row = draft.row,
            .place = features.place,
            .direction = features.direction,
            .words = hashOf(words),
            .type = hashOf(features.type),
            .code = hashOf(features.code),
            .name = hashOf(features.name),
            .serial = hashOf(draft.text("serial_no"))};
}

bool RowsSeen::isRepeated(const Seen& a, const Seen& b)
{
    constexpr Metres kSamePole{0.5};
    constexpr double kSameView = 5.0;
    if (geo::distanceBetween(a.place, b.place) > kSamePole) {
        return false;
    }
    if (a.words == b.words) {
        return true;
    }
    const auto differ = [](std::size_t left, std::size_t right) { return left != 0 && right != 0 && left != right; };
    const bool isAgainst =
        differ(a.type, b.type) || differ(a.code, b.code) || differ(a.name, b.name) || differ(a.serial, b.serial);
    return !isAgainst && a.direction && b.direction &&
           std::abs(turnBetween(Degrees{*a.direction}, Degrees{*b.direction}).value) <= kSameView;
}

std::optional<std::int64_t> RowsSeen::earlier(const Draft& draft)
{
    const std::string id = draft.text("camera_id");
    if (const auto known = m_ids.find(id); !id.empty() && known != m_ids.end()) {
        return known->second;
    }
    const Seen facts = factsOf(draft);
    const std::int64_t x = cellAlong(facts.place.lon, kCellsPerDegreeEast);
    const std::int64_t y = cellAlong(facts.place.lat, kCellsPerDegreeNorth);
    for (std::int64_t i = x - 1; id.empty() && i <= x + 1; ++i) {
        for (std::int64_t j = y - 1; j <= y + 1; ++j) {
            const auto cell = m_cells.find(cellKey(i, j));
            if (cell == m_cells.end()) {
                continue;
            }
            const auto& seen = cell->second;
            const auto twin = std::ranges::find_if(seen, [&](const Seen& one) { return isRepeated(one, facts); });
            if (twin != seen.end()) {
                return twin->row;
            }
        }
    }
    m_cells[cellKey(x, y)].push_back(facts);
    if (!id.empty()) {
        m_ids.emplace(id, draft.row);
    }
    return std::nullopt;
}

} // namespace observo::exchange
