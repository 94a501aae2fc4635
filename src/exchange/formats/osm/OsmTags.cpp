// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/osm/OsmTags.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <span>

namespace observo::exchange {
namespace {

/// A code of ours and OpenStreetMap's word for it.
using Word = std::pair<std::string_view, std::string_view>;

constexpr std::array<Word, 3> kSurveillance{
    {{"outdoor_public", "public"}, {"outdoor_private", "outdoor"}, {"indoor", "indoor"}}};
constexpr std::array<Word, 9> kTypes{{{"fixed", "fixed"},
                                      {"bullet", "fixed"},
                                      {"box", "fixed"},
                                      {"thermal", "fixed"},
                                      {"trail_camera", "fixed"},
                                      {"ptz", "panning"},
                                      {"dome_fixed", "dome"},
                                      {"fisheye", "panorama"},
                                      {"multisensor", "panorama"}}};
constexpr std::array<Word, 6> kMounts{{{"pole", "pole"},
                                       {"street_lamp", "street_lamp"},
                                       {"wall", "wall"},
                                       {"facade_bracket", "wall"},
                                       {"ceiling", "ceiling"},
                                       {"tree", "tree"}}};

std::string wordFor(std::span<const Word> words, std::string_view code)
{
    const auto found = std::ranges::find(words, code, &Word::first);
    return found == words.end() ? std::string() : std::string(found->second);
}

/// Our tilt is positive downward, theirs is negative; a level view is 0 and not -0.
std::string turned(const std::string& tilt)
{
    return tilt.empty() || tilt == "0" ? tilt : tilt.starts_with('-') ? tilt.substr(1) : "-" + tilt;
}

/// Theirs is a number; ground floors of other names have none.
std::string levelOf(const std::string& floor)
{
    double number = 0;
    const auto [end, error] = std::from_chars(floor.data(), floor.data() + floor.size(), number);
    return error == std::errc{} && end == floor.data() + floor.size() ? floor : std::string();
}

} // namespace

OsmTags::OsmTags(const ExportPlan& plan) : m_camera(columnsOf(plan.cameras)), m_site(columnsOf(plan.sites)) {}

OsmTags::Columns OsmTags::columnsOf(const TablePlan& table)
{
    Columns columns;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        columns.emplace(table.columns[i].field->name, i);
    }
    return columns;
}

std::string OsmTags::text(const Columns& columns, const Values& values, std::string_view field)
{
    const auto found = columns.find(field);
    return found == columns.end() ? std::string() : textOf(values[found->second]);
}

void OsmTags::addSite(const Values& values)
{
    m_sites.insert_or_assign(
        {text(m_site, values, "body_istat"), text(m_site, values, "site_code")},
        OsmSite{.environment = text(m_site, values, "environment"), .floor = text(m_site, values, "floor")});
}

std::string OsmTags::direction(const Values& values) const
{
    const std::string axis = text(m_camera, values, "direction_deg");
    const std::string from = text(m_camera, values, "pan_min_deg");
    const std::string to = text(m_camera, values, "pan_max_deg");
    return axis.empty() && !from.empty() && !to.empty() ? from + "-" + to : axis;
}

std::vector<std::string> OsmTags::of(const Values& values) const
{
    const auto field = [&](std::string_view name) { return text(m_camera, values, name); };
    const auto found = m_sites.find({field("body_istat"), field("site_code")});
    const OsmSite site = found == m_sites.end() ? OsmSite{} : found->second;
    return {"surveillance",
            wordFor(kSurveillance, site.environment),
            field("camera_function") == "plate_reading" ? "ALPR" : "camera",
            field("monitored_zone"),
            wordFor(kTypes, field("camera_type")),
            wordFor(kMounts, field("mount_type")),
            direction(values),
            turned(field("tilt_deg")),
            field("mount_height_m"),
            field("operator"),
            field("code"),
            field("name"),
            field("installed_on"),
            field("last_verified_on"),
            levelOf(site.floor)};
}

} // namespace observo::exchange
