// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/osm/OsmTagsFormat.h"

#include "Losses.h"
#include "RowCheck.h"
#include "files/FileText.h"
#include "formats/GeoJsonRows.h"
#include "formats/osm/OsmTags.h"

#include <cmath>
#include <utility>

namespace observo::exchange {
namespace {

constexpr int kDecimals = 7; // as OpenStreetMap stores places

void appendFeature(std::string& out, const RowOut& row, const std::vector<std::string>& tags)
{
    out += R"({"type":"Feature","geometry":{"type":"Point","coordinates":[)";
    appendFixed(out, row.point.x, kDecimals);
    out += ',';
    appendFixed(out, row.point.y, kDecimals);
    out += R"(]},"properties":{)";
    bool isFirst = true;
    for (std::size_t i = 0; i < kOsmTags.size(); ++i) {
        if (tags[i].empty()) {
            continue;
        }
        out += isFirst ? "" : ",";
        isFirst = false;
        appendJson(out, kOsmTags[i]);
        out += ':';
        appendJson(out, tags[i]);
    }
    out += "}}";
}

Result<OsmTags> tagsWithSites(ExportJob& job)
{
    OsmTags tags(job.plan());
    const auto looked = job.forEach(RecordKind::Site, [&](const RowOut& row) {
        tags.addSite(row.values);
        return done();
    });
    return looked ? Result<OsmTags>(std::move(tags)) : fail(looked.error());
}

Done write(ExportJob& job)
{
    const auto tags = tagsWithSites(job);
    if (!tags) {
        return fail(tags.error());
    }
    std::string_view between = "\n";
    const auto append = [&](std::string& text, const RowOut& row) {
        text += std::exchange(between, ",\n");
        appendFeature(text, row, tags->of(row.values));
    };
    return job.writeText({.head = R"({"type":"FeatureCollection","features":[)", .append = append, .foot = "\n]}\n"});
}

Error differs(const ExportJob& job, std::int64_t row)
{
    return {.code = ErrorCode::OutputFailed,
            .what = "the tags read back are not those written",
            .file = job.mainFile().filename().string(),
            .row = row,
            .advice = "nothing was left behind; export again, or choose another disk"};
}

/// Tags are not the fields of the census, so they are compared with those of each camera once more.
Done readBackTags(ExportJob& job, const Progress& /*progress*/)
{
    const auto tags = tagsWithSites(job);
    auto rows = GeoJsonRows::open(job.mainFile(), {kOsmTags.begin(), kOsmTags.end()});
    if (!tags || !rows) {
        return fail(!tags ? tags.error() : rows.error());
    }
    const double tolerance = placeToleranceOf(job.plan());
    std::int64_t number = 0;
    ReadRow read;
    const auto compared = job.forEach(RecordKind::Camera, [&](const RowOut& row) -> Done {
        ++number;
        const auto more = rows->next(read);
        if (!more) {
            return fail(more.error());
        }
        const bool isSame = *more && read.point && std::abs(read.point->x - row.point.x) <= tolerance &&
                            std::abs(read.point->y - row.point.y) <= tolerance && read.cells == tags->of(row.values);
        return isSame ? done() : Done(fail(differs(job, number)));
    });
    if (!compared) {
        return compared;
    }
    const auto rest = rows->next(read);
    return rest && !*rest ? done() : Done(fail(rest ? differs(job, number + 1) : rest.error()));
}

void foreseeWords(ExportPlan& plan)
{
    foresee(plan, filledIn(plan, "camera_type"),
            {.it = "camera_type: OSM distingue solo fixed, panning, dome e panorama.",
             .en = "camera_type: OSM knows only fixed, panning, dome and panorama."});
    foresee(plan, filledIn(plan, "camera_function"),
            {.it = "camera_function: OSM distingue solo la lettura targhe (ALPR) dalle altre.",
             .en = "camera_function: OSM tells plate reading (ALPR) from the rest, no more."});
    foresee(plan, filledIn(plan, "mount_type"),
            {.it = "mount_type: OSM conosce solo palo, lampione, parete, soffitto e albero.",
             .en = "mount_type: OSM knows only pole, street lamp, wall, ceiling and tree."});
    foresee(plan, filledIn(plan, "pan_min_deg"),
            {.it = "pan_min_deg e pan_max_deg entrano solo dove manca direction_deg.",
             .en = "pan_min_deg and pan_max_deg go in only where there is no direction_deg."});
}

void foreseeTags(ExportPlan& plan)
{
    foresee(plan, plan.sites.rows + plan.systems.rows,
            {.it = "Di postazioni e impianti restano solo l'ambiente e il piano.",
             .en = "Of sites and systems only the environment and the floor remain."});
    foreseeRounding(plan);
    foreseeWords(plan);
    foreseeLeftOut(plan, {"code", "name", "camera_type", "camera_function", "monitored_zone", "mount_type",
                          "mount_height_m", "direction_deg", "pan_min_deg", "pan_max_deg", "tilt_deg", "operator",
                          "installed_on", "last_verified_on"});
    foresee(plan, plan.cameras.rows,
            {.it = "OpenStreetMap è pubblico e sotto licenza ODbL: caricare solo ciò che può esserlo.",
             .en = "OpenStreetMap is public and under the ODbL licence: upload only what may be."});
}

} // namespace

Format osmTagsFormat()
{
    return {.info = {.name = "osm-tags",
                     .ending = ".osm-tags.geojson",
                     .label = {.it = "GeoJSON con tag OpenStreetMap", .en = "GeoJSON with OpenStreetMap tags"},
                     .fixedToWgs84 = true},
            .version = "RFC 7946",
            .decimals = kDecimals,
            .foresee = foreseeTags,
            .adapt = asItIs,
            .fileNames = oneFile,
            .write = write,
            .readBack = readBackTags};
}

} // namespace observo::exchange
