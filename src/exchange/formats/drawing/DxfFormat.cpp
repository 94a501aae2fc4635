// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/drawing/DxfFormat.h"

#include "Losses.h"
#include "RowCheck.h"
#include "formats/drawing/DxfRows.h"
#include "formats/drawing/DxfText.h"

#include "observo/geo/Geodesy.h"
#include "observo/geo/Geometry.h"
#include "observo/geo/Transform.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <optional>
#include <set>
#include <string>
#include <utility>

namespace observo::exchange {
namespace {

constexpr std::string_view kLabels = "TLC_CODICI";
constexpr std::string_view kViews = "TLC_DIREZIONI";
constexpr std::string_view kFoot = "  0\r\nENDSEC\r\n  0\r\nEOF\r\n";
constexpr double kLabelHeight = 1.5;
constexpr double kLabelOffset = 1.0;
constexpr double kViewLength = 10.0;

// AutoCAD colour numbers: what is out of order is red, what is not there yet blue, what is gone grey.
constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kColours{{{"active", "3"},
                                                                                 {"faulty", "1"},
                                                                                 {"maintenance", "2"},
                                                                                 {"planned", "5"},
                                                                                 {"suspended", "30"},
                                                                                 {"decommissioned", "8"}}};

std::string colourOf(const std::string& layer)
{
    for (const auto& [status, colour] : kColours) {
        if (layer.starts_with(dxfLayerName("TLC_" + std::string(status) + "_"))) {
            return std::string(colour);
        }
    }
    return "7";
}

/// What a drawing shows of a camera, by the places of these fields among the columns of the edition.
class Shown {
public:
    explicit Shown(const TablePlan& table)
        : m_status(placeOf(table, "status")), m_type(placeOf(table, "camera_type")),
          m_direction(placeOf(table, "direction_deg"))
    {}

    [[nodiscard]] std::string layer(const RowOut& row) const
    {
        return dxfLayerName("TLC_" + text(row, m_status) + "_" + text(row, m_type));
    }
    [[nodiscard]] std::optional<double> direction(const RowOut& row) const
    {
        const auto* degrees = m_direction ? std::get_if<double>(&row.values[*m_direction]) : nullptr;
        return degrees != nullptr ? std::optional(*degrees) : std::nullopt;
    }

private:
    static std::optional<std::size_t> placeOf(const TablePlan& table, std::string_view name)
    {
        const auto found =
            std::ranges::find_if(table.columns, [&](const Column& column) { return column.field->name == name; });
        return found == table.columns.end() ? std::nullopt
                                            : std::optional(static_cast<std::size_t>(found - table.columns.begin()));
    }
    static std::string text(const RowOut& row, std::optional<std::size_t> place)
    {
        const std::string code = place ? textOf(row.values[*place]) : std::string();
        return code.empty() ? "unknown" : code;
    }

    std::optional<std::size_t> m_status;
    std::optional<std::size_t> m_type;
    std::optional<std::size_t> m_direction;
};

/// Where the line of sight ends: azimuths are of true north, the drawing is of the grid's.
MapPoint endOfView(const geo::Projection& projection, MapPoint from, double azimuth)
{
    const auto factors = geo::gridFactors(projection, projection.unproject(from));
    const double onGrid = (azimuth - factors.convergence.value) * std::numbers::pi / 180.0;
    return {from.x + kViewLength * std::sin(onGrid), from.y + kViewLength * std::cos(onGrid)};
}

void appendStart(std::string& out, std::string_view entity, std::string_view layer, MapPoint at)
{
    appendDxfGroup(out, 0, entity);
    appendDxfGroup(out, 8, layer);
    appendDxfNumber(out, 10, at.x);
    appendDxfNumber(out, 20, at.y);
    appendDxfNumber(out, 30, 0.0);
}

void appendCamera(std::string& out, const RowOut& row, const std::string& layer, const std::optional<MapPoint>& viewEnd)
{
    appendStart(out, "POINT", layer, row.point);
    appendStart(out, "TEXT", kLabels, {row.point.x + kLabelOffset, row.point.y + kLabelOffset});
    appendDxfNumber(out, 40, kLabelHeight);
    appendDxfGroup(out, 1, dxfText(row.code));
    if (viewEnd) {
        appendStart(out, "LINE", kViews, row.point);
        appendDxfNumber(out, 11, viewEnd->x);
        appendDxfNumber(out, 21, viewEnd->y);
        appendDxfNumber(out, 31, 0.0);
    }
}

void appendVariable(std::string& out, std::string_view name, int code, std::string_view value)
{
    appendDxfGroup(out, 9, name);
    appendDxfGroup(out, code, value);
}

void appendCorner(std::string& out, std::string_view name, double x, double y)
{
    appendDxfGroup(out, 9, name);
    appendDxfNumber(out, 10, x);
    appendDxfNumber(out, 20, y);
    appendDxfNumber(out, 30, 0.0);
}

void appendHeader(std::string& out, const ExportPlan& plan)
{
    geo::MapBox box;
    for (const MapPoint& point : plan.points) {
        box.include(point);
    }
    appendDxfGroup(out, 999, "Observo: coordinates in metres, " + plan.crs.id());
    appendDxfGroup(out, 0, "SECTION");
    appendDxfGroup(out, 2, "HEADER");
    appendVariable(out, "$ACADVER", 1, "AC1009");
    appendVariable(out, "$DWGCODEPAGE", 3, "ANSI_1252");
    if (!plan.points.empty()) {
        appendCorner(out, "$EXTMIN", box.minX, box.minY);
        appendCorner(out, "$EXTMAX", box.maxX, box.maxY);
    }
    appendVariable(out, "$PDMODE", 70, "34"); // a cross in a circle, since a bare dot is not seen
    appendVariable(out, "$PDSIZE", 40, "1.0");
    appendDxfGroup(out, 0, "ENDSEC");
}

void appendLayer(std::string& out, std::string_view name, std::string_view colour)
{
    appendDxfGroup(out, 0, "LAYER");
    appendDxfGroup(out, 2, name);
    appendDxfGroup(out, 70, "0");
    appendDxfGroup(out, 62, colour);
    appendDxfGroup(out, 6, "CONTINUOUS");
}

void appendTables(std::string& out, const std::set<std::string>& layers)
{
    appendDxfGroup(out, 0, "SECTION");
    appendDxfGroup(out, 2, "TABLES");
    appendDxfGroup(out, 0, "TABLE");
    appendDxfGroup(out, 2, "LTYPE");
    appendDxfGroup(out, 70, "1");
    appendDxfGroup(out, 0, "LTYPE");
    appendDxfGroup(out, 2, "CONTINUOUS");
    appendDxfGroup(out, 70, "0");
    appendDxfGroup(out, 3, "Solid line");
    appendDxfGroup(out, 72, "65");
    appendDxfGroup(out, 73, "0");
    appendDxfGroup(out, 40, "0.0");
    appendDxfGroup(out, 0, "ENDTAB");
    appendDxfGroup(out, 0, "TABLE");
    appendDxfGroup(out, 2, "LAYER");
    appendDxfGroup(out, 70, std::to_string(layers.size() + 3));
    appendLayer(out, "0", "7");
    appendLayer(out, kLabels, "7");
    appendLayer(out, kViews, "4");
    for (const std::string& layer : layers) {
        appendLayer(out, layer, colourOf(layer));
    }
    appendDxfGroup(out, 0, "ENDTAB");
    appendDxfGroup(out, 0, "ENDSEC");
}

Result<std::string> headOf(ExportJob& job, const Shown& shown)
{
    std::set<std::string> layers;
    const auto looked = job.forEach(RecordKind::Camera, [&](const RowOut& row) {
        layers.insert(shown.layer(row));
        return done();
    });
    if (!looked) {
        return fail(looked.error());
    }
    std::string head;
    appendHeader(head, job.plan());
    appendTables(head, layers);
    appendDxfGroup(head, 0, "SECTION");
    appendDxfGroup(head, 2, "ENTITIES");
    return head;
}

Done write(ExportJob& job)
{
    const Shown shown(job.plan().cameras);
    auto head = headOf(job, shown);
    if (!head) {
        return fail(head.error());
    }
    if (job.plan().points.empty()) {
        return job.writeText({.head = std::move(*head), .append = [](std::string&, const RowOut&) {}, .foot = kFoot});
    }
    const GeoBox& area = job.plan().area;
    const LonLat centre{(area.west + area.east) / 2.0, (area.south + area.north) / 2.0};
    const auto projection = geo::Projection::of(job.plan().crs.epsg(), centre);
    if (!projection) {
        return fail(projection.error());
    }
    const auto append = [&](std::string& text, const RowOut& row) {
        const auto azimuth = shown.direction(row);
        appendCamera(text, row, shown.layer(row),
                     azimuth ? std::optional(endOfView(*projection, row.point, *azimuth)) : std::nullopt);
    };
    return job.writeText({.head = std::move(*head), .append = append, .foot = kFoot});
}

Error differs(const ExportJob& job, std::int64_t row)
{
    return {.code = ErrorCode::OutputFailed,
            .what = "the drawing read back is not the one written",
            .file = job.mainFile().filename().string(),
            .row = row,
            .advice = "nothing was left behind; export again, or choose another disk"};
}

/// The drawing holds less than the census, so it is compared camera by camera with what was drawn.
Done readBackDrawing(ExportJob& job, const Progress& /*progress*/)
{
    auto rows = DxfRows::open(job.mainFile());
    if (!rows) {
        return fail(rows.error());
    }
    const Shown shown(job.plan().cameras);
    const double tolerance = placeToleranceOf(job.plan());
    std::int64_t number = 0;
    const auto compared = job.forEach(RecordKind::Camera, [&](const RowOut& row) -> Done {
        ++number;
        const auto read = rows->next();
        if (!read) {
            return fail(read.error());
        }
        const bool isSame = *read && (*read)->layer == shown.layer(row) && (*read)->label == dxfText(row.code) &&
                            std::abs((*read)->point.x - row.point.x) <= tolerance &&
                            std::abs((*read)->point.y - row.point.y) <= tolerance;
        return isSame ? done() : Done(fail(differs(job, number)));
    });
    if (!compared) {
        return compared;
    }
    const auto rest = rows->next();
    return rest && !*rest ? done() : Done(fail(rest ? differs(job, number + 1) : rest.error()));
}

void foresee(ExportPlan& plan)
{
    foreseeUndeclaredSystem(plan, "DXF");
    foreseeSingleTable(plan);
    observo::exchange::foresee(
        plan, plan.cameras.rows,
        {.it = "Un disegno mostra code (testo), status e camera_type (layer) e direction_deg (linea), ma da esso "
               "si rilegge solo la posizione.",
         .en = "A drawing shows code (text), status and camera_type (layer) and direction_deg (line), but only the "
               "position can be read from it again."});
    foreseeLeftOut(plan, {"code", "status", "camera_type", "direction_deg"});
}

} // namespace

Format dxfFormat()
{
    return {.info = {.name = "dxf", .ending = ".dxf", .label = {.it = "Disegno DXF (CAD)", .en = "DXF drawing (CAD)"}},
            .version = "R12 (AC1009)",
            .isMetric = true,
            .foresee = foresee,
            .adapt = asItIs,
            .fileNames = oneFile,
            .write = write,
            .readBack = readBackDrawing};
}

} // namespace observo::exchange
