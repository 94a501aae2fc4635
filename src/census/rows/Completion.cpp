// SPDX-License-Identifier: GPL-3.0-or-later
// What a record of ours always has: body, code, site, system. The other half of ChangeWriter.
#include "rows/ChangeWriter.h"
#include "schema/Triggers.h"
#include "sqlite/Connection.h"

#include <array>
#include <cstdio>
#include <utility>

namespace observo::census {
namespace {

/// RDN2008 / Italy zone and zone 12E: the two of the decree, divided at their common limit of use.
constexpr std::int64_t kWesternSystem = 7791;
constexpr std::int64_t kEasternSystem = 7792;
constexpr double kEastOf = 12.0;

/// A memory that an import cannot make grow without end.
constexpr std::size_t kRemembered = 10'000;

template <typename Map, typename Key>
void remember(Map& map, const Key& key, const std::string& value)
{
    if (map.size() >= kRemembered) {
        map.clear();
    }
    map.emplace(key, value);
}

std::string numbered(RecordKind kind, std::int64_t number)
{
    std::array<char, 40> text{};
    const auto prefix = codePrefix(kind);
    std::snprintf(text.data(), text.size(), "%.*s-%04lld", static_cast<int>(prefix.size()), prefix.data(),
                  static_cast<long long>(number));
    return text.data();
}

/// Neither broken UTF-8 nor a NUL, which SQLite's own functions would take for the end.
bool isPlainUtf8(std::string_view text)
{
    std::size_t at = 0;
    while (at < text.size()) {
        const auto lead = static_cast<unsigned char>(text[at]);
        const std::size_t length = lead < 0x80 ? 1 : lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
        if (lead == 0 || (lead >= 0x80 && lead < 0xc2) || lead > 0xf4 || at + length > text.size()) {
            return false;
        }
        std::uint32_t point = length == 1 ? lead : lead & (0xffU >> (length + 1));
        for (std::size_t i = 1; i < length; ++i) {
            const auto next = static_cast<unsigned char>(text[at + i]);
            if ((next & 0xc0U) != 0x80) {
                return false;
            }
            point = (point << 6U) | (next & 0x3fU);
        }
        const bool overlong = (length == 3 && point < 0x800) || (length == 4 && point < 0x10000);
        if (overlong || (point >= 0xd800 && point <= 0xdfff) || point > 0x10ffff) {
            return false;
        }
        at += length;
    }
    return true;
}

} // namespace

Done checkStructure(const Record& record, const ColumnValues& columns)
{
    const auto& table = schemaTable(kindOfRecord(record));
    if (const auto* camera = std::get_if<Camera>(&record)) {
        const bool moved = !columns.empty() && columns.front().column == 0;
        if (moved && !isValid(camera->position)) {
            return fail(Error{.code = ErrorCode::InvalidArgument,
                              .what = "the position is not on earth",
                              .field = "lon, lat",
                              .advice = "give degrees within -180 to 180 and -90 to 90"});
        }
    }
    for (const auto& one : columns) {
        const auto* field = table.fieldOf(one.column);
        if (field == nullptr) {
            continue;
        }
        if (field->type == FieldType::Real || field->type == FieldType::Integer) {
            if (auto checked = checkValue(*field, observo::valueOf(record, *field)); !checked) {
                return checked;
            }
        }
        const auto* text = std::get_if<std::string>(&one.value);
        if (text != nullptr && !isPlainUtf8(*text)) {
            return fail(Error{.code = ErrorCode::InvalidArgument,
                              .what = "the text is not valid UTF-8",
                              .field = std::string(field->name),
                              .advice = "check the encoding of where it came from"});
        }
    }
    return done();
}

Error staleError(Connection& connection, const Record& record)
{
    Error error{.code = ErrorCode::RuleBroken,
                .what = namedForPeople(record) + " is no longer as it was",
                .file = connection.file().string(),
                .advice = "look at it again and repeat the edit"};
    auto last =
        connection.prepare("SELECT coalesce(s.actor, 'other program'), l.at, l.action FROM change_log AS l LEFT "
                           "JOIN change_set AS s ON s.id = l.set_id WHERE l.record = ? ORDER BY l.seq DESC LIMIT 1");
    if (!last) {
        return error;
    }
    const auto row = last->bind(1, uuidOf(record).text()).step();
    if (row && *row) {
        const bool removed = last->text(2) == "remove";
        error.what = namedForPeople(record) + " was " + (removed ? "removed" : "changed") + " by " +
                     std::string(last->text(0)) + " at " + std::string(last->text(1));
    }
    return error;
}

Result<const Census*> ChangeWriter::census()
{
    if (m_census) {
        return &*m_census;
    }
    const auto& table = schemaTable(RecordKind::Census);
    auto row = m_connection->prepare("SELECT " + table.selection() + " FROM census ORDER BY fid LIMIT 1");
    if (!row) {
        return fail(row.error());
    }
    const auto found = row->step();
    if (!found) {
        return fail(found.error());
    }
    if (!*found) {
        return fail(Error{.code = ErrorCode::CensusDamaged,
                          .what = "the census has lost its own record",
                          .file = m_connection->file().string(),
                          .advice = "open the newest backup"});
    }
    m_census = std::get<Census>(table.record(*row));
    return &*m_census;
}

Result<std::string> ChangeWriter::nextCode(RecordKind kind)
{
    auto& number = m_numbers.at(static_cast<std::size_t>(kind));
    if (!number) {
        auto row = m_connection->prepare("SELECT value FROM observo_counter WHERE name = ?");
        if (!row) {
            return fail(row.error());
        }
        const auto found = row->bind(1, nameOf(kind)).step();
        if (!found) {
            return fail(found.error());
        }
        number = *found ? row->integer(0) : 0;
    }
    while (true) {
        auto code = numbered(kind, ++*number);
        const auto taken = m_rows->isCodeTaken(kind, code);
        if (!taken) {
            return fail(taken.error());
        }
        if (!*taken) {
            return code;
        }
    }
}

Done ChangeWriter::finish()
{
    auto update = m_connection->prepare("UPDATE observo_counter SET value = ? WHERE name = ?");
    if (!update) {
        return fail(update.error());
    }
    for (const auto kind : kRecordKinds) {
        const auto number = m_numbers.at(static_cast<std::size_t>(kind));
        if (!number) {
            continue;
        }
        if (auto updated = update->bind(1, *number).bind(2, nameOf(kind)).run(); !updated) {
            return updated;
        }
    }
    return done();
}

Done ChangeWriter::completeCode(RecordKind kind, std::string& code)
{
    if (!code.empty()) {
        return done();
    }
    auto next = nextCode(kind);
    if (!next) {
        return fail(next.error());
    }
    code = std::move(*next);
    return done();
}

Done ChangeWriter::completeBody(Record& record)
{
    if (std::holds_alternative<Census>(record)) {
        return done();
    }
    const auto own = census();
    if (!own) {
        return fail(own.error());
    }
    const auto fill = [&](auto& one) {
        if (one.id.isNull()) {
            one.id.uuid = Uuid::random();
        }
        if (one.bodyIstat.empty()) {
            one.bodyIstat = (*own)->istatCode;
        }
    };
    if (auto* system = std::get_if<System>(&record)) {
        fill(*system);
        return completeCode(RecordKind::System, system->code);
    }
    if (auto* site = std::get_if<Site>(&record)) {
        fill(*site);
        if (site->istatCode.empty()) {
            site->istatCode = site->bodyIstat;
        }
        if (site->systemCode.empty()) {
            auto system = systemCodeFor(site->bodyIstat);
            if (!system) {
                return fail(system.error());
            }
            site->systemCode = std::move(*system);
        } else if (auto ensured = ensureSystem(site->bodyIstat, site->systemCode); !ensured) {
            return ensured;
        }
        return completeCode(RecordKind::Site, site->code);
    }
    auto& camera = std::get<Camera>(record);
    fill(camera);
    return completeCamera(camera);
}

Done ChangeWriter::completeCamera(Camera& camera)
{
    if (auto chosen = chooseWorkingSystem(camera); !chosen) {
        return chosen;
    }
    const auto place = placeFor(camera);
    if (!place) {
        return fail(place.error());
    }
    camera.siteCode = place->site;
    if (camera.systemCode.empty()) {
        camera.systemCode = place->system;
    }
    if (camera.systemCode.empty()) {
        auto system = systemCodeFor(camera.bodyIstat);
        if (!system) {
            return fail(system.error());
        }
        camera.systemCode = std::move(*system);
    } else if (auto ensured = ensureSystem(camera.bodyIstat, camera.systemCode); !ensured) {
        return ensured;
    }
    return completeCode(RecordKind::Camera, camera.code);
}

/// The site of the camera's code, made when it is not there.
Result<ChangeWriter::Place> ChangeWriter::placeFor(const Camera& camera)
{
    const std::pair key(camera.bodyIstat, camera.siteCode);
    if (const auto known = m_sites.find(key); known != m_sites.end()) {
        return Place{camera.siteCode, known->second};
    }
    if (!camera.siteCode.empty()) {
        const auto found = m_rows->withCode(RecordKind::Site, camera.bodyIstat, camera.siteCode);
        if (!found) {
            return fail(found.error());
        }
        if (*found) {
            remember(m_sites, key, std::get<Site>(**found).systemCode);
            return Place{camera.siteCode, std::get<Site>(**found).systemCode};
        }
    }
    Site site;
    site.id = SiteId::make();
    site.code = camera.siteCode;
    site.bodyIstat = camera.bodyIstat;
    site.systemCode = camera.systemCode;
    Record record = std::move(site);
    if (auto completed = completeBody(record); !completed) {
        return fail(completed.error());
    }
    Place place{std::get<Site>(record).code, std::get<Site>(record).systemCode};
    if (auto stored = storeNew(std::move(record), 1); !stored) {
        return fail(stored.error());
    }
    if (!camera.siteCode.empty()) {
        remember(m_sites, key, place.system);
    }
    return place;
}

/// The oldest system of the body is its default; one is made when there is none.
Result<std::string> ChangeWriter::systemCodeFor(const std::string& body)
{
    if (const auto known = m_defaultSystems.find(body); known != m_defaultSystems.end()) {
        return known->second;
    }
    const auto found = m_rows->first(RecordKind::System, body);
    if (!found) {
        return fail(found.error());
    }
    if (*found) {
        remember(m_defaultSystems, body, std::get<System>(**found).code);
        return std::get<System>(**found).code;
    }
    System system;
    if (auto coded = completeCode(RecordKind::System, system.code); !coded) {
        return fail(coded.error());
    }
    if (auto made = ensureSystem(body, system.code); !made) {
        return fail(made.error());
    }
    return system.code;
}

Done ChangeWriter::ensureSystem(const std::string& body, const std::string& code)
{
    if (m_systems.contains({body, code})) {
        return done();
    }
    const auto found = m_rows->withCode(RecordKind::System, body, code);
    if (!found) {
        return fail(found.error());
    }
    if (*found) {
        if (m_systems.size() < kRemembered) {
            m_systems.emplace(body, code);
        }
        return done();
    }
    const auto own = census();
    if (!own) {
        return fail(own.error());
    }
    System system;
    system.id = SystemId::make();
    system.code = code;
    system.name = (*own)->issuingBody;
    system.bodyIstat = body;
    return storeNew(system, 1);
}

/// The first camera decides in which projected system the census works.
Done ChangeWriter::chooseWorkingSystem(const Camera& camera)
{
    const auto own = census();
    if (!own || (*own)->crsEpsg || !isValid(camera.position)) {
        return own ? done() : Done(fail(own.error()));
    }
    const Census before = **own;
    Census chosen = before;
    chosen.crsEpsg = camera.position.lon < kEastOf ? kWesternSystem : kEasternSystem;
    if (auto changed = change(before, chosen); !changed) {
        return changed;
    }
    m_census.reset();
    return done();
}

} // namespace observo::census
