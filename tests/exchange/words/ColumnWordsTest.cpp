// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/ColumnWords.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace observo::exchange {
namespace {

struct NameCase {
    std::string column;
    std::string meaning; ///< the likeliest; empty: none
};

class ColumnNames : public testing::TestWithParam<NameCase> {};

TEST_P(ColumnNames, haveALikeliestMeaning)
{
    const auto meanings = meaningsOf(GetParam().column);
    EXPECT_EQ(meanings.empty() ? "" : nameOf(meanings.front()), GetParam().meaning);
}

INSTANTIATE_TEST_SUITE_P(
    Italian, ColumnNames,
    testing::Values(NameCase{"Tipologia", "camera_type"}, NameCase{"TIPO_TELECAMERA", "camera_type"},
                    NameCase{"Altezza (m)", "mount_height_m"}, NameCase{"altezza_m", "mount_height_m"},
                    NameCase{"ALTEZZA CM", "mount_height_m"}, NameCase{"Direzione (°)", "direction_deg"},
                    NameCase{"Longitudine", "lon"}, NameCase{"LATITUDINE", "lat"}, NameCase{"Est Gauss-Boaga", "x"},
                    NameCase{"Nord Gauss-Boaga", "y"}, NameCase{"Località", "name"}, NameCase{"LOCALITA'", "name"},
                    NameCase{"Finalità", "purpose"}, NameCase{"Giorni di conservazione", "retention_hours"},
                    NameCase{"Conservazione (gg)", "retention_hours"}, NameCase{"N. matricola", "serial_no"},
                    NameCase{"Marca", "brand"}, NameCase{"data installazione", "installed_on"},
                    NameCase{"ID_TEL", "code"}, NameCase{"Codice", "code"}, NameCase{"Stato", "status"},
                    NameCase{"Raggio d'azione", "range_m"}));
INSTANTIATE_TEST_SUITE_P(Others, ColumnNames,
                         testing::Values(NameCase{"camera:type", "camera_type"}, NameCase{"camera_typ", "camera_type"},
                                         NameCase{"camera_dir", "direction_deg"}, NameCase{"camera_mou", "mount_type"},
                                         NameCase{"camera:tilt", "tilt_deg"}, NameCase{"Serial Number", "serial_no"},
                                         NameCase{"lng", "lon"}, NameCase{"Y", "y"}, NameCase{"CAM_UUID", "camera_id"},
                                         NameCase{"RETENT_H", "retention_hours"},
                                         NameCase{"mountHeight", "mount_height_m"}, NameCase{"FOV", "hfov_deg"},
                                         NameCase{"Manufacturer", "brand"},
                                         NameCase{"compass_direction", "direction_deg"}, NameCase{"extra", "extra"}));
INSTANTIATE_TEST_SUITE_P(Damaged, ColumnNames,
                         testing::Values(NameCase{"tipologia_", "camera_type"}, NameCase{"inclinazio", "tilt_deg"},
                                         NameCase{"Localit\xEF\xBF\xBD", "name"}, NameCase{"Finalit?", "purpose"},
                                         NameCase{"NOTE2", ""}, NameCase{"", ""}, NameCase{"qwertyuiop", ""},
                                         NameCase{"FID", ""}, NameCase{"LON_VERA", ""}));

TEST(ColumnWords, everyFieldIsKnownByItsNameShortNameAndLabels)
{
    for (const FieldInfo& field : fieldsOf(RecordKind::Camera)) {
        for (const std::string_view name : {field.name, field.shortName}) {
            const auto meanings = meaningsOf(name);
            ASSERT_FALSE(meanings.empty()) << name;
            EXPECT_EQ(meanings.front().field, &field) << name;
        }
        for (const std::string_view label : {field.label.it, field.label.en}) {
            const auto meanings = meaningsOf(label);
            const bool isAmong =
                std::any_of(meanings.begin(), meanings.end(), [&](const auto& one) { return one.field == &field; });
            EXPECT_TRUE(isAmong) << label;
        }
    }
}

TEST(ColumnWords, targetsAreNamedExactly)
{
    EXPECT_EQ(meaningNamed("lon").role, ColumnRole::Lon);
    EXPECT_EQ(meaningNamed("camera_type").role, ColumnRole::Field);
    EXPECT_EQ(meaningNamed("Camera Type").role, ColumnRole::Extra);
    EXPECT_EQ(nameOf(meaningNamed("coordinates")), "coordinates");
    EXPECT_EQ(nameOf(ColumnMeaning{}), "");
}

TEST(ColumnWords, aNameMayTellTheUnitOfItsValues)
{
    const FieldInfo& height = *findField(RecordKind::Camera, "mount_height_m");
    const FieldInfo& retention = *findField(RecordKind::Camera, "retention_hours");
    EXPECT_EQ(unitInName("Altezza (cm)", height), "cm");
    EXPECT_EQ(unitInName("altezza_cm", height), "cm");
    EXPECT_EQ(unitInName("Altezza", height), "");
    EXPECT_EQ(unitInName("Giorni di conservazione", retention), "giorni");
    EXPECT_EQ(unitInName("Conservazione [gg]", retention), "gg");
    EXPECT_EQ(unitInName("Conservazione", retention), "");
}

TEST(ColumnWords, osmCountsTiltUpwards)
{
    EXPECT_EQ(meaningsOf("camera:tilt").front().rule, ColumnRule::Negated);
    EXPECT_EQ(meaningsOf("camera:angle").front().rule, ColumnRule::Absolute);
    EXPECT_EQ(meaningsOf("inclinazione").front().rule, ColumnRule::Plain);
}

} // namespace
} // namespace observo::exchange
