// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ExportPlan.h"

#include "observo/core/Fields.h"

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace observo::exchange {

/// The tags of a surveillance node in OpenStreetMap, in the order in which we write them.
constexpr std::array<std::string_view, 15> kOsmTags{"man_made",          "surveillance", "surveillance:type",
                                                    "surveillance:zone", "camera:type",  "camera:mount",
                                                    "camera:direction",  "camera:tilt",  "height",
                                                    "operator",          "ref",          "name",
                                                    "start_date",        "check_date",   "level"};

/// What a site gives to its cameras' tags.
struct OsmSite {
    std::string environment;
    std::string floor;
};

/// The tags of cameras (docs/user/formats.md): what OpenStreetMap has a tag for, in its own words; a value that it has
/// no word for gives no tag.
class OsmTags {
public:
    /// Looks up the columns of the edition once; a field that it leaves out gives no tag.
    explicit OsmTags(const ExportPlan& plan);

    /// A row of the sites, which come before the cameras.
    void addSite(const std::vector<FieldValue>& values);
    /// The values of `kOsmTags`, empty where a camera has none.
    [[nodiscard]] std::vector<std::string> of(const std::vector<FieldValue>& values) const;

private:
    using Columns = std::map<std::string_view, std::size_t>;
    using Values = std::vector<FieldValue>;
    [[nodiscard]] static Columns columnsOf(const TablePlan& table);
    [[nodiscard]] static std::string text(const Columns& columns, const Values& values, std::string_view field);
    [[nodiscard]] std::string direction(const Values& values) const;

    Columns m_camera;
    Columns m_site;
    std::map<std::pair<std::string, std::string>, OsmSite> m_sites; ///< by body and code
};

} // namespace observo::exchange
