// SPDX-License-Identifier: GPL-3.0-or-later
#include "observo/census/Reader.h"

#include "ReaderBody.h"
#include "history/Chain.h"
#include "history/Sealing.h"
#include "rows/Query.h"

#include <utility>

namespace observo::census {
namespace {

constexpr int kReportEvery = 512;

Error notFound(std::string_view what, const std::filesystem::path& file)
{
    return {.code = ErrorCode::NotFound,
            .what = "there is no " + std::string(what),
            .file = file.string(),
            .advice = "list the cameras to see what is there"};
}

bool isAmong(const CameraQuery& query, const std::optional<CameraId>& id)
{
    return id && (!query.among || query.among->contains(*id));
}

} // namespace

Reader::Reader(std::unique_ptr<Body> body) : m_body(std::move(body)) {}

Reader::~Reader() = default;

Result<std::unique_ptr<Reader::Body>> Reader::Body::of(ReadAccess access)
{
    auto body = std::make_unique<Body>();
    body->access = std::move(access);
    for (const auto kind : kRecordKinds) {
        auto table = RecordTable::of(body->connection(), kind);
        if (!table) {
            auto error = table.error();
            error.file = body->access.file.string();
            return fail(std::move(error));
        }
        body->tables.at(static_cast<std::size_t>(kind)) = std::move(*table);
    }
    return body;
}

const RecordTable& Reader::Body::table(RecordKind kind) const
{
    return *tables.at(static_cast<std::size_t>(kind));
}

Result<std::optional<Record>> Reader::Body::findOne(RecordKind kind, const std::string& where,
                                                    std::initializer_list<std::string_view> values)
{
    auto statement = connection().prepare("SELECT " + table(kind).selection() + " FROM " +
                                          std::string(table(kind).name()) + " WHERE " + where);
    if (!statement) {
        return fail(statement.error());
    }
    int index = 0;
    for (const auto value : values) {
        statement->bindOptional(++index, value);
    }
    const auto row = statement->step();
    if (!row) {
        return fail(row.error());
    }
    if (!*row) {
        return std::nullopt;
    }
    return table(kind).record(*statement);
}

Done Reader::Body::forEach(RecordKind kind, const std::function<bool(Record)>& take, const Progress& progress)
{
    auto rows = connection().prepare("SELECT " + table(kind).selection() + " FROM " + std::string(table(kind).name()) +
                                     " ORDER BY fid");
    if (!rows) {
        return fail(rows.error());
    }
    while (true) {
        const auto row = rows->step();
        if (!row) {
            return fail(row.error());
        }
        if (!*row || !take(table(kind).record(*rows))) {
            return done();
        }
        if (progress.cancelled()) {
            return fail(ErrorCode::Cancelled, "cancelled");
        }
    }
}

Result<std::unique_ptr<Reader>> Reader::open(const std::filesystem::path& file)
{
    auto access = ReadAccess::open(file);
    if (!access) {
        return fail(access.error());
    }
    auto body = Body::of(std::move(*access));
    if (!body) {
        return fail(body.error());
    }
    return std::unique_ptr<Reader>(new Reader(std::move(*body)));
}

Result<std::unique_ptr<Reader>> Reader::snapshot(const std::filesystem::path& file, const Progress& progress)
{
    auto access = ReadAccess::snapshot(file, progress);
    if (!access) {
        return fail(access.error());
    }
    auto body = Body::of(std::move(*access));
    if (!body) {
        return fail(body.error());
    }
    return std::unique_ptr<Reader>(new Reader(std::move(*body)));
}

const std::filesystem::path& Reader::file() const
{
    return m_body->access.file;
}

bool Reader::isCopy() const
{
    return m_body->access.isCopy();
}

void Reader::setPatience(std::chrono::milliseconds patience)
{
    sqlite3_busy_timeout(m_body->connection().handle(), static_cast<int>(patience.count()));
}

Result<Census> Reader::census()
{
    auto found = m_body->findOne(RecordKind::Census, "true ORDER BY fid LIMIT 1", {});
    if (!found) {
        return fail(found.error());
    }
    if (!*found) {
        return fail(Error{.code = ErrorCode::CensusDamaged,
                          .what = "the census has lost its own record",
                          .file = file().string(),
                          .advice = "open the newest backup"});
    }
    return std::get<Census>(std::move(**found));
}

Result<Inventory> Reader::inventory(const Progress& progress)
{
    return readInventory(m_body->connection(), m_body->table(RecordKind::Camera), progress);
}

Result<Camera> Reader::camera(CameraId id)
{
    auto found = m_body->findOne(RecordKind::Camera, "camera_id = ?", {id.text()});
    if (!found) {
        return fail(found.error());
    }
    return *found ? Result<Camera>(std::get<Camera>(std::move(**found)))
                  : fail(notFound("camera " + id.text(), file()));
}

Result<Camera> Reader::cameraNamed(std::string_view uuidOrCode)
{
    if (const auto id = CameraId::parse(uuidOrCode)) {
        return camera(*id);
    }
    auto rows = m_body->connection().prepare("SELECT " + m_body->table(RecordKind::Camera).selection() +
                                             " FROM camera WHERE code = ? ORDER BY fid");
    if (!rows) {
        return fail(rows.error());
    }
    rows->bind(1, uuidOrCode);
    std::vector<Camera> found;
    while (true) {
        const auto row = rows->step();
        if (!row) {
            return fail(row.error());
        }
        if (!*row) {
            break;
        }
        found.emplace_back();
        m_body->table(RecordKind::Camera).readInto(found.back(), *rows);
    }
    if (found.empty()) {
        return fail(notFound("camera " + std::string(uuidOrCode), file()));
    }
    if (found.size() > 1) {
        std::string uuids;
        for (const auto& one : found) {
            uuids += (uuids.empty() ? "" : ", ") + one.id.text();
        }
        return fail(Error{.code = ErrorCode::Ambiguous,
                          .what = std::to_string(found.size()) + " cameras have the code " + std::string(uuidOrCode),
                          .file = file().string(),
                          .advice = "name one by its identifier: " + uuids});
    }
    return std::move(found.front());
}

Result<Site> Reader::site(SiteId id)
{
    auto found = m_body->findOne(RecordKind::Site, "site_id = ?", {id.text()});
    if (!found) {
        return fail(found.error());
    }
    return *found ? Result<Site>(std::get<Site>(std::move(**found))) : fail(notFound("site " + id.text(), file()));
}

Result<System> Reader::system(SystemId id)
{
    auto found = m_body->findOne(RecordKind::System, "system_id = ?", {id.text()});
    if (!found) {
        return fail(found.error());
    }
    return *found ? Result<System>(std::get<System>(std::move(**found)))
                  : fail(notFound("system " + id.text(), file()));
}

Result<std::optional<Site>> Reader::siteWithCode(std::string_view bodyIstat, std::string_view code)
{
    auto found =
        m_body->findOne(RecordKind::Site, "body_istat IS ? AND site_code = ? ORDER BY fid LIMIT 1", {bodyIstat, code});
    if (!found) {
        return fail(found.error());
    }
    return *found ? std::optional(std::get<Site>(std::move(**found))) : std::nullopt;
}

Result<std::optional<System>> Reader::systemWithCode(std::string_view bodyIstat, std::string_view code)
{
    auto found = m_body->findOne(RecordKind::System, "body_istat IS ? AND system_code = ? ORDER BY fid LIMIT 1",
                                 {bodyIstat, code});
    if (!found) {
        return fail(found.error());
    }
    return *found ? std::optional(std::get<System>(std::move(**found))) : std::nullopt;
}

Result<std::size_t> Reader::count(const CameraQuery& query)
{
    auto rows = selectCameras(m_body->connection(), query.among ? "camera_id" : "1", query);
    if (!rows) {
        return fail(rows.error());
    }
    std::size_t count = 0;
    while (true) {
        const auto row = rows->step();
        if (!row) {
            return fail(row.error());
        }
        if (!*row) {
            return count;
        }
        count += !query.among || isAmong(query, CameraId::parse(rows->text(0))) ? 1U : 0U;
    }
}

Result<std::vector<CameraId>> Reader::ids(const CameraQuery& query)
{
    auto rows = selectCameras(m_body->connection(), "camera_id", query);
    if (!rows) {
        return fail(rows.error());
    }
    std::vector<CameraId> ids;
    while (true) {
        const auto row = rows->step();
        if (!row) {
            return fail(row.error());
        }
        if (!*row) {
            return ids;
        }
        if (const auto id = CameraId::parse(rows->text(0)); isAmong(query, id)) {
            ids.push_back(*id);
        }
    }
}

Done Reader::forEachCamera(const CameraQuery& query, const std::function<bool(const Camera&)>& take,
                           const Progress& progress)
{
    const auto& table = m_body->table(RecordKind::Camera);
    const auto total = m_body->connection().number("SELECT count(*) FROM camera");
    auto rows = selectCameras(m_body->connection(), table.selection(), query);
    if (!total || !rows) {
        return fail(!total ? total.error() : rows.error());
    }
    Camera camera;
    for (std::int64_t count = 0;; ++count) {
        const auto row = rows->step();
        if (!row) {
            return fail(row.error());
        }
        if (!*row) {
            return done();
        }
        if (progress.cancelled()) {
            return fail(ErrorCode::Cancelled, "cancelled");
        }
        if (count % kReportEvery == 0) {
            progress.report(static_cast<double>(count) / static_cast<double>(*total + 1));
        }
        table.readInto(camera, *rows);
        if (isAmong(query, camera.id) && !take(camera)) {
            return done();
        }
    }
}

Done Reader::forEachSite(const std::function<bool(const Site&)>& take, const Progress& progress)
{
    return m_body->forEach(
        RecordKind::Site, [&](const Record& record) { return take(std::get<Site>(record)); }, progress);
}

Done Reader::forEachSystem(const std::function<bool(const System&)>& take, const Progress& progress)
{
    return m_body->forEach(
        RecordKind::System, [&](const Record& record) { return take(std::get<System>(record)); }, progress);
}

Result<Reader::Facts> Reader::facts()
{
    auto& connection = m_body->connection();
    auto numbers = connection.prepare("SELECT (SELECT count(*) FROM site), (SELECT count(*) FROM system), "
                                      "(SELECT at FROM change_log ORDER BY seq DESC LIMIT 1)");
    auto extent = connection.prepare("SELECT count(*), min(observo_lon(geom)), min(observo_lat(geom)), "
                                     "max(observo_lon(geom)), max(observo_lat(geom)) FROM camera");
    const auto head = chainHead(connection);
    if (!numbers || !extent || !head) {
        return fail(!numbers ? numbers.error() : !extent ? extent.error() : head.error());
    }
    const auto counted = numbers->step();
    const auto spread = extent->step();
    if (!counted || !spread) {
        return fail(!counted ? counted.error() : spread.error());
    }
    Facts facts{.cameras = static_cast<std::size_t>(extent->integer(0)),
                .sites = static_cast<std::size_t>(numbers->integer(0)),
                .systems = static_cast<std::size_t>(numbers->integer(1)),
                .lastChange = std::string(numbers->text(2)),
                .journal = m_body->access.journal,
                .logHead = head->sequence > 0 ? hexOf(head->hash) : std::string()};
    if (!extent->isNull(1)) {
        facts.extent = {extent->real(1), extent->real(2), extent->real(3), extent->real(4)};
    }
    return facts;
}

} // namespace observo::census
