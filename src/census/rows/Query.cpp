// SPDX-License-Identifier: GPL-3.0-or-later
#include "rows/Query.h"

#include "sqlite/Connection.h"
#include "sqlite/PointBlob.h"

#include <array>
#include <utility>

namespace observo::census {
namespace {

struct Clause {
    std::string sql;
    std::vector<SqlValue> bindings;
};

Clause whereOf(const CameraQuery& query)
{
    Clause clause;
    auto filter = query.filter.sql();
    clause.sql = " WHERE " + filter.where;
    for (const auto& value : filter.bindings) {
        // An empty text in a filter is meant as written, not as "unknown".
        const auto* text = std::get_if<std::string>(&value);
        clause.bindings.push_back(text != nullptr ? SqlValue(*text) : sqlValueOf(value));
    }
    if (!query.box.isEmpty()) {
        // The index holds single precision rounded outwards; the place itself decides.
        clause.sql += " AND fid IN (SELECT id FROM rtree_camera_geom WHERE maxx >= ? AND minx <= ? AND maxy >= ? AND "
                      "miny <= ?) AND observo_lon(geom) BETWEEN ? AND ? AND observo_lat(geom) BETWEEN ? AND ?";
        const auto& box = query.box;
        for (const double value :
             {box.west, box.east, box.south, box.north, box.west, box.east, box.south, box.north}) {
            clause.bindings.emplace_back(value);
        }
    }
    return clause;
}

Result<std::string> orderOf(const CameraQuery& query)
{
    if (query.orderBy.empty()) {
        return std::string(query.descending ? " ORDER BY fid DESC" : " ORDER BY fid");
    }
    std::string column;
    if (query.orderBy == "lon" || query.orderBy == "lat") {
        column = "observo_" + query.orderBy + "(geom)";
    } else if (const auto* field = findField(RecordKind::Camera, query.orderBy)) {
        column = '"' + std::string(field->name) + '"';
    } else {
        const auto nearest = nearestField(RecordKind::Camera, query.orderBy);
        return fail(
            Error{.code = ErrorCode::UnknownField,
                  .what = "cameras have no field " + query.orderBy,
                  .field = query.orderBy,
                  .advice = nearest.empty() ? "see the list of fields" : "did you mean " + std::string(nearest) + "?"});
    }
    return " ORDER BY " + column + (query.descending ? " DESC, fid" : ", fid");
}

/// The columns of a camera that its row in the inventory is made from.
constexpr std::array<std::string_view, 16> kDrawColumns = {
    "camera_id",           "direction_deg", "hfov_deg",    "focal_mm",
    "sensor_w_mm",         "range_m",       "pan_min_deg", "pan_max_deg",
    "position_accuracy_m", "status",        "camera_type", "camera_function",
    "visibility",          "mobility",      "code",        "name"};

template <typename Quantity>
void readQuantity(std::optional<Quantity>& target, const Statement& row, int column)
{
    const int type = row.type(column);
    target = type == SQLITE_FLOAT || type == SQLITE_INTEGER ? std::optional(Quantity{row.real(column)}) : std::nullopt;
}

/// In the order of kDrawColumns, behind the geometry. Assigning to the same camera row after row spares allocations.
void readDrawColumns(Camera& camera, const Statement& row)
{
    camera.id = CameraId::parse(row.text(1)).value_or(CameraId{});
    readQuantity(camera.direction, row, 2);
    readQuantity(camera.hfov, row, 3);
    readQuantity(camera.focal, row, 4);
    readQuantity(camera.sensorWidth, row, 5);
    readQuantity(camera.range, row, 6);
    readQuantity(camera.panMin, row, 7);
    readQuantity(camera.panMax, row, 8);
    readQuantity(camera.positionAccuracy, row, 9);
    camera.status = row.text(10);
    camera.type = row.text(11);
    camera.function = row.text(12);
    camera.visibility = row.text(13);
    camera.mobility = row.text(14);
    camera.code = row.text(15);
    camera.name = row.text(16);
}

} // namespace

Result<Statement> selectCameras(Connection& connection, const std::string& what, const CameraQuery& query)
{
    auto clause = whereOf(query);
    const auto order = orderOf(query);
    if (!order) {
        return fail(order.error());
    }
    auto statement = connection.prepare("SELECT " + what + " FROM camera" + clause.sql + *order + " LIMIT ? OFFSET ?");
    if (!statement) {
        return statement;
    }
    int index = 0;
    for (const auto& value : clause.bindings) {
        statement->bindValue(++index, value);
    }
    statement->bind(++index, query.limit ? static_cast<std::int64_t>(*query.limit) : std::int64_t{-1});
    statement->bind(++index, static_cast<std::int64_t>(query.offset));
    return statement;
}

Result<Inventory> readInventory(Connection& connection, const RecordTable& cameras, const Progress& progress)
{
    const auto total = connection.number("SELECT count(*) FROM camera");
    if (!total) {
        return fail(total.error());
    }
    std::string columns = "geom";
    for (const auto name : kDrawColumns) {
        const auto column = cameras.columnNamed(name);
        columns += column && !cameras.isMissing(*column) ? ", " + std::string(name) : std::string(", NULL");
    }
    auto rows = connection.prepare("SELECT " + columns + " FROM camera");
    if (!rows) {
        return fail(rows.error());
    }
    constexpr std::int64_t kReportEvery = 4096;
    InventoryBuilder builder;
    Camera camera;
    for (std::int64_t count = 0;; ++count) {
        const auto row = rows->step();
        if (!row) {
            return fail(row.error());
        }
        if (!*row) {
            return builder.finish();
        }
        if (count % kReportEvery == 0) {
            if (progress.cancelled()) {
                return fail(ErrorCode::Cancelled, "cancelled");
            }
            progress.report(static_cast<double>(count) / static_cast<double>(std::max<std::int64_t>(*total, 1)));
        }
        const auto place = pointOf(rows->blob(0));
        readDrawColumns(camera, *rows);
        // A row of another program without place or identity cannot be drawn; the check names it.
        if (place && isValid(*place) && !camera.id.isNull()) {
            camera.position = *place;
            builder.add(rowOf(camera));
        }
    }
}

} // namespace observo::census
