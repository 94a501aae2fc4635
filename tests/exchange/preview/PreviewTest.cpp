// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/Preview.h"

#include "support/exchange/TableSource.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

namespace observo::exchange {
namespace {

TableSource rows()
{
    return {{"Tipologia", "lon", "lat", "NOTE2"},
            {{"Dome fissa", "7,6869", "45,0703", "là"}, {"pizza", "0", "0", ""}, {"PTZ", "7,6879", "45,0713", ""}}};
}

TEST(Preview, saysWhatColumnsAreAndWhatTheirValuesBecome)
{
    TableSource source = rows();
    const auto found = survey(source, {}, false, Progress());
    ASSERT_TRUE(found);
    const auto placing = Placing::make({.crs = geo::Crs::fromEpsg(4326).value()}, {}, found->sample);
    ASSERT_TRUE(placing);

    const auto preview = previewOf(source.table(), *found, &*placing);

    ASSERT_EQ(preview.columns.size(), 4U);
    EXPECT_EQ(preview.columns[0].target, "camera_type");
    EXPECT_EQ(preview.columns[1].target, "lon");
    EXPECT_EQ(preview.columns[2].target, "lat");
    EXPECT_EQ(preview.columns[3].target, "");
    ASSERT_EQ(preview.rows.size(), 3U);
    const PreviewCell& type = preview.rows[0].cells[0];
    EXPECT_EQ(type.text, "Dome fissa");
    ASSERT_EQ(type.values.size(), 1U);
    EXPECT_EQ(textOf(type.values.front().second), "dome_fixed");
    EXPECT_TRUE(type.remarkEn.empty());
    EXPECT_EQ(preview.rows[0].cells[3].text, "là");
    ASSERT_TRUE(preview.rows[0].place);
    EXPECT_NEAR(preview.rows[0].place->lat, 45.0703, 1e-9);
    EXPECT_EQ(preview.places.size(), 2U);
}

TEST(Preview, tellsWhatIsNotUnderstood)
{
    TableSource source = rows();
    const auto found = survey(source, {}, false, Progress());
    const auto placing = Placing::make({.crs = geo::Crs::fromEpsg(4326).value()}, {}, found->sample);

    const auto preview = previewOf(source.table(), *found, &*placing);

    EXPECT_NE(preview.rows[1].cells[0].remark(Language::English), "");
    EXPECT_NE(preview.rows[1].cells[0].remark(Language::Italian), "");
    EXPECT_FALSE(preview.rows[1].place);
    EXPECT_NE(preview.rows[1].remark(Language::English), "") << "0, 0 is no position";
}

TEST(Preview, withoutASystemRowsHaveNoPlaces)
{
    TableSource source = rows();
    const auto found = survey(source, {}, false, Progress());

    const auto preview = previewOf(source.table(), *found, nullptr);

    EXPECT_EQ(preview.rows.size(), 3U);
    EXPECT_FALSE(preview.rows[0].place);
    EXPECT_TRUE(preview.places.empty());
}

} // namespace
} // namespace observo::exchange
