// SPDX-License-Identifier: GPL-3.0-or-later
#include "observo/core/Fields.h"

#include "support/Builders.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <set>

namespace observo {
namespace {

/// What holds for the field table of every kind of record.
class EveryTable : public testing::TestWithParam<RecordKind> {
protected:
    [[nodiscard]] static std::span<const FieldInfo> fields() { return fieldsOf(GetParam()); }
};

INSTANTIATE_TEST_SUITE_P(Fields, EveryTable,
                         testing::Values(RecordKind::Camera, RecordKind::Site, RecordKind::System, RecordKind::Census),
                         [](const auto& tested) { return std::string(nameOf(tested.param)); });

bool isSnakeCase(std::string_view name)
{
    return name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == std::string_view::npos;
}

TEST_P(EveryTable, belongsToItsKind)
{
    EXPECT_FALSE(fields().empty());
    for (const FieldInfo& field : fields()) {
        EXPECT_EQ(field.record, GetParam()) << field.name;
        EXPECT_NE(field.readFrom, nullptr) << field.name;
        EXPECT_NE(field.writeTo, nullptr) << field.name;
    }
}

TEST_P(EveryTable, namesItsFieldsOnceInSnakeCase)
{
    std::set<std::string_view> names;
    for (const FieldInfo& field : fields()) {
        EXPECT_TRUE(isSnakeCase(field.name)) << field.name;
        EXPECT_TRUE(names.insert(field.name).second) << field.name;
        EXPECT_EQ(findField(GetParam(), field.name), &field);
    }
}

TEST_P(EveryTable, hasShortNamesThatADbfCanCarry)
{
    std::set<std::string_view> names;
    for (const FieldInfo& field : fields()) {
        EXPECT_TRUE(names.insert(field.shortName).second) << field.name;
        EXPECT_GT(field.shortName.size(), 0U) << field.name;
        EXPECT_LE(field.shortName.size(), 10U) << field.name;
        EXPECT_EQ(field.shortName.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_"), std::string_view::npos)
            << field.name;
    }
}

TEST_P(EveryTable, labelsItsFieldsInBothLanguagesWithDistinctWords)
{
    std::set<std::string_view> italian;
    std::set<std::string_view> english;
    for (const FieldInfo& field : fields()) {
        EXPECT_FALSE(field.label.it.empty()) << field.name;
        EXPECT_FALSE(field.label.en.empty()) << field.name;
        EXPECT_TRUE(italian.insert(field.label.it).second) << field.label.it;
        EXPECT_TRUE(english.insert(field.label.en).second) << field.label.en;
    }
}

TEST_P(EveryTable, givesCodedFieldsAListAndNoOthers)
{
    for (const FieldInfo& field : fields()) {
        const bool isCoded = field.type == FieldType::Code || field.type == FieldType::Codes;
        EXPECT_EQ(!field.codeList.empty(), isCoded) << field.name;
        EXPECT_EQ(!codesOf(field.codeList).empty(), isCoded) << field.name;
    }
}

TEST_P(EveryTable, givesRangesAndUnitsToNumbersAlone)
{
    for (const FieldInfo& field : fields()) {
        const bool isNumber = field.type == FieldType::Integer || field.type == FieldType::Real;
        if (!isNumber) {
            EXPECT_FALSE(field.min || field.max) << field.name;
            EXPECT_TRUE(field.unit.empty()) << field.name;
        }
        if (field.min && field.max) {
            EXPECT_LT(*field.min, *field.max) << field.name;
        }
        if (field.type == FieldType::Real) {
            EXPECT_FALSE(field.unit.empty()) << field.name;
        }
    }
}

TEST_P(EveryTable, leavesIdentityAndBookkeepingToTheProgram)
{
    const std::set<std::string_view> own = {"camera_id",  "site_id",    "system_id",  "census_id",  "row_version",
                                            "created_at", "created_by", "updated_at", "updated_by", "schema_version"};
    for (const FieldInfo& field : fields()) {
        EXPECT_EQ(field.byProgram, own.contains(field.name)) << field.name;
    }
}

template <typename Record>
void expectWholeAndDistinct(const Record& record)
{
    Record copy;
    for (const FieldInfo& field : fieldsOf(kindOf<Record>)) {
        Record changed = record;
        setValue(changed, field, {});
        EXPECT_EQ(valueOf(changed, field), FieldValue{}) << field.name;
        EXPECT_NE(changed, record) << field.name << " leads to no member";
        EXPECT_EQ(test::firstDifference(record, changed).substr(0, field.name.size()), field.name);
        setValue(copy, field, valueOf(record, field));
    }
    if constexpr (std::is_same_v<Record, Camera>) {
        copy.position = record.position;
    }
    EXPECT_EQ(copy, record) << "a member that no field covers";
}

TEST(Fields, togetherCoverEveryMemberOfEveryRecord)
{
    expectWholeAndDistinct(test::randomCamera(1));
    expectWholeAndDistinct(test::randomSite(2));
    expectWholeAndDistinct(test::randomSystem(3));
    expectWholeAndDistinct(test::randomCensus(4));
}

template <typename Record>
void expectTextsReadBack(const Record& record)
{
    for (const FieldInfo& field : fieldsOf(kindOf<Record>)) {
        const FieldValue value = valueOf(record, field);
        const auto read = parseValue(field, textOf(value));
        ASSERT_TRUE(read) << read.error().message();
        EXPECT_EQ(*read, value) << field.name << " " << textOf(value);
    }
}

TEST(Fields, everyValueOfEveryFieldReadsBackFromItsText)
{
    for (std::uint32_t seed = 0; seed < 100; ++seed) {
        expectTextsReadBack(test::randomCamera(seed));
        expectTextsReadBack(test::randomSite(seed));
        expectTextsReadBack(test::randomSystem(seed));
        expectTextsReadBack(test::randomCensus(seed));
    }
}

TEST(Fields, textIsTheShortestThatReadsBackEqual)
{
    EXPECT_EQ(textOf({}), "");
    EXPECT_EQ(textOf(0.1), "0.1");
    EXPECT_EQ(textOf(1.0 / 3.0), "0.3333333333333333");
    EXPECT_EQ(textOf(90.0), "90");
    EXPECT_EQ(textOf(std::int64_t{-168}), "-168");
    EXPECT_EQ(textOf(std::numeric_limits<std::int64_t>::max()), "9223372036854775807");
    EXPECT_EQ(textOf(true), "true");
    EXPECT_EQ(textOf(false), "false");
    EXPECT_EQ(textOf(std::string("città")), "città");
}

TEST(Fields, areFoundByTheirExactNameOnly)
{
    ASSERT_NE(findField(RecordKind::Camera, "mount_height_m"), nullptr);
    EXPECT_EQ(findField(RecordKind::Camera, "mount_height_m")->shortName, "HEIGHT_M");
    EXPECT_EQ(findField(RecordKind::Camera, "MOUNT_HEIGHT_M"), nullptr);
    EXPECT_EQ(findField(RecordKind::Camera, "mount_height"), nullptr);
    EXPECT_EQ(findField(RecordKind::Site, "mount_height_m"), nullptr);
}

TEST(Fields, theNearestNameIsSuggestedUnlessNoneIsNear)
{
    EXPECT_EQ(nearestField(RecordKind::Camera, "retention_hour"), "retention_hours");
    EXPECT_EQ(nearestField(RecordKind::Camera, "camera_typ"), "camera_type");
    EXPECT_EQ(nearestField(RecordKind::Camera, "stauts"), "status");
    EXPECT_EQ(nearestField(RecordKind::System, "dpia_staus"), "dpia_status");
    EXPECT_EQ(nearestField(RecordKind::Camera, "zzzzzzzzzzzz"), "");
    EXPECT_EQ(nearestField(RecordKind::Camera, ""), "");
}

TEST(Fields, aWholeNumberMayStandInARealField)
{
    Camera camera;

    setValue(camera, *findField(RecordKind::Camera, "mount_height_m"), std::int64_t{4});

    EXPECT_EQ(camera.mountHeight, Metres{4});
}

TEST(Fields, valuesOfOtherProgramsAreKeptVerbatim)
{
    Camera camera;

    setValue(camera, *findField(RecordKind::Camera, "status"), std::string("rotta"));
    setValue(camera, *findField(RecordKind::Camera, "tilt_deg"), 400.0);

    EXPECT_EQ(camera.status, "rotta");
    EXPECT_EQ(camera.tilt, Degrees{400});
}

TEST(Fields, aValueOfAnotherTypeOrAFieldOfAnotherRecordBreaksTheContract)
{
    Camera camera;
    const FieldInfo& height = *findField(RecordKind::Camera, "mount_height_m");

    EXPECT_DEATH(setValue(camera, height, std::string("4")), "broken contract");
    EXPECT_DEATH((void)valueOf(Site{}, height), "broken contract");
}

TEST(Fields, tablesAreCalledByTheirNames)
{
    EXPECT_EQ(nameOf(RecordKind::Camera), "camera");
    EXPECT_EQ(nameOf(RecordKind::Site), "site");
    EXPECT_EQ(nameOf(RecordKind::System), "system");
    EXPECT_EQ(nameOf(RecordKind::Census), "census");
}

} // namespace
} // namespace observo
